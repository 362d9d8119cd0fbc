import type { PersonDraft } from '../../../shared/features/people.ts'
import { sortKey } from '../database.ts'

/**
 * The full names of a person as they are compared: lower case, without accents, the words in alphabetical order, so that
 * "Tate, Morgan" is "Morgan Tate". A single word is no full name: half the cases have a "neighbour". Other names are parted by commas,
 * semicolons, slashes or lines.
 */
export function nameKeysOf({ name, alsoKnownAs }: Pick<PersonDraft, 'name' | 'alsoKnownAs'>): string[] {
  const others = alsoKnownAs?.split(/[,;/\n]/) ?? []
  const keys = [name, ...others].map(nameWordsOf).filter(words => words.length > 1)
  return [...new Set(keys.map(words => words.toSorted().join(' ')))]
}

/** The words of one name, in lower case and without accents. */
export const nameWordsOf = (name: string): string[] => sortKey(name).match(/[\p{L}\p{N}]+/gu) ?? []
