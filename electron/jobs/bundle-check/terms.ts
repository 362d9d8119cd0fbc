import { finderOf, searchable } from '../../../shared/rules/find-terms.ts'
import { textsOf } from './page-texts.ts'
import type { ReadBundle } from './read-bundle.ts'

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
  const found = (text: string): boolean => {
    const given = searchable(text)
    return finders.some(finds => finds(given))
  }
  const pages = read.pages.flatMap(({ pieces }, at) => (textsOf(pieces).some(found) ? [at + 1] : []))
  const about = [name, ...read.bookmarks.map(({ title }) => title), ...Object.values(read.info).filter(isText)]
  return { wrong: pages.length > 0 || about.some(found), pages }
}
const isText = (value: unknown): value is string => typeof value === 'string'
