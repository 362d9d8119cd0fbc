/** A text as it is searched: made once, however many terms are looked for in it. */
export type Searchable = { plain: string; words: string; compact: string }
/** Whether a term is in a text, however it is spaced, cased or punctuated there. */
export type Finds = (text: Searchable) => boolean

export function searchable(text: string): Searchable {
  const words = asWords(text)
  return { plain: text.normalize('NFKD'), words: ` ${words} `, compact: words.replaceAll(' ', '') }
}

/** Null for what is too short to search for: it would be everywhere. */
export function finderOf(term: string): Finds | null {
  const digits = term.replace(/\D/g, '')
  if (digits.length >= 9 && !/\p{L}/u.test(term)) return numberFinder(digits)
  const words = asWords(term)
  const compact = words.replaceAll(' ', '')
  if (compact.length < 2) return null
  // A short word alone is part of many others; a longer one may have been torn apart by how it was set.
  return text => text.words.includes(` ${words} `) || (compact.length >= 6 && text.compact.includes(compact))
}

/** A telephone number with or without its country, in any grouping. */
function numberFinder(digits: string): Finds {
  const known = digits.slice(-9)
  const pattern = new RegExp(Array.from(known).join('[^\\p{L}\\d]{0,3}'), 'u')
  return ({ plain }) => pattern.test(plain)
}

const asWords = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
