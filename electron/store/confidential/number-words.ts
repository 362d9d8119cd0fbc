const small = 'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ') // prettier-ignore
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

/** A house number as it is said: twelve, forty two. Null where it is not from 1 to 99. */
export function numberInWords(number: number): string | null {
  if (number < 20) return small[number - 1] ?? null
  const ten = tens[Math.floor(number / 10) - 2]
  if (ten === undefined) return null
  const one = small[(number % 10) - 1]
  return one === undefined ? ten : `${ten} ${one}`
}
