import type { ReadBundle } from './read-bundle.ts'

type Finds = (text: string) => boolean

/**
 * Pages on which a term is found, however it is spaced, cased or punctuated. `wrong` also when one is only in a bookmark, the
 * title or the file's name. What is in pictures is not seen.
 */
export function findTerms(
  read: ReadBundle,
  terms: readonly string[],
  name: string,
): { wrong: boolean; pages: number[] } {
  const finders = terms.flatMap(term => finderOf(term) ?? [])
  const found = (text: string): boolean => finders.some(finds => finds(text))
  const pages = read.pages.flatMap(({ pieces }, at) =>
    found(pieces.map(({ text }) => text).join(' ')) ? [at + 1] : [],
  )
  const about = [name, ...read.bookmarks.map(({ title }) => title), ...Object.values(read.info).filter(isText)]
  return { wrong: pages.length > 0 || about.some(found), pages }
}
const isText = (value: unknown): value is string => typeof value === 'string'

/** Null for what is too short to search for: it would be everywhere. */
function finderOf(term: string): Finds | null {
  const digits = term.replace(/\D/g, '')
  if (digits.length >= 9 && !/\p{L}/u.test(term)) return numberFinder(digits)
  const words = asWords(term)
  const compact = words.replaceAll(' ', '')
  if (compact.length < 2) return null
  // A short word alone is part of many others; a longer one may have been torn apart by how it was set.
  return text => {
    const given = asWords(text)
    return ` ${given} `.includes(` ${words} `) || (compact.length >= 6 && given.replaceAll(' ', '').includes(compact))
  }
}

/** A telephone number with or without its country, in any grouping. */
function numberFinder(digits: string): Finds {
  const known = digits.slice(-9)
  const pattern = new RegExp(Array.from(known).join('[^\\p{L}\\d]{0,3}'), 'u')
  return text => pattern.test(text)
}

const asWords = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
