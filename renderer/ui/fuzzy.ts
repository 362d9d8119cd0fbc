/**
 * How well a query fits a text; null where it doesn't. Letters in order are enough; starts of words and runs count more,
 * so that "rpc" finds "Record police contact" before "Reports, closed".
 */
export function fuzzyScore(query: string, text: string): number | null {
  const wanted = plain(query).replaceAll(' ', '')
  if (wanted === '') return 0
  const hay = plain(text)
  let score = hay.includes(plain(query)) ? 40 : 0
  let from = 0
  let last = -2
  for (const letter of wanted) {
    const starts = wordStart(hay, letter, from)
    const next = hay.indexOf(letter, from)
    const at = next === last + 1 || starts === -1 ? next : starts
    if (at === -1) return null
    if (at === last + 1) score += 5
    if (at === 0 || hay[at - 1] === ' ') score += 8
    last = at
    from = at + 1
  }
  return score - hay.length / 100
}

function wordStart(hay: string, letter: string, from: number): number {
  if (from === 0 && hay.startsWith(letter)) return 0
  const at = hay.indexOf(` ${letter}`, Math.max(0, from - 1))
  return at === -1 ? -1 : at + 1
}

export const plain = (text: string): string => text.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '')

/** The items that fit, best first; all of them, in their own order, for an empty query. */
export function fuzzyFilter<Item>(items: readonly Item[], query: string, textOf: (item: Item) => string): Item[] {
  if (query.trim() === '') return [...items]
  return items
    .map((item, index) => ({ item, index, score: fuzzyScore(query, textOf(item)) }))
    .filter(found => found.score !== null)
    .sort((a, b) => (b.score ?? 0) - (a.score ?? 0) || a.index - b.index)
    .map(({ item }) => item)
}
