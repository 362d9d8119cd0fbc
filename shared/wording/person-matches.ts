import type { MatchReason, OtherPerson, PersonMatch } from '../features/people.ts'
import { personRoleWords } from './people.ts'

export const matchReasonWords: Record<MatchReason, string> = {
  name: 'same full name',
  born: 'same date of birth',
  identifier: 'same number, address or handle',
}

/** Where somebody else stands: "client of 2026-0012, Sam Advocate’s case". A closed case says so. */
export const whereWords = ({ role, reference, ownerName, caseClosed }: OtherPerson): string =>
  `${personRoleWords[role].toLowerCase()} in ${reference}, ${ownerName}’s case${caseClosed ? ' (closed)' : ''}`

/** What two people have in common, as a sentence. */
export function reasonsWords(reasons: readonly MatchReason[]): string {
  const words = reasons.map(reason => matchReasonWords[reason]).join(', ')
  return words === '' ? 'Nothing in common any more.' : `${words.charAt(0).toUpperCase()}${words.slice(1)}.`
}

/** What to do about one of whom the other side may be a client. */
export const conflictAdvice = 'Tell neither of them. Speak to your manager before anything else is done in either case.'

export const matchTitle = ({ other, conflict }: PersonMatch): string =>
  conflict ? `Possible conflict: ${whereWords(other)}` : `May be the same person: ${whereWords(other)}`
