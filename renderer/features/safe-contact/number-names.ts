import type { Identifier } from '../../../shared/features/identifiers.ts'
import type { ContactWindow } from '../../../shared/features/safe-contact.ts'
import type { CaseId, IdentifierId } from '../../../shared/kernel/ids.ts'
import { hoursWords, identifierKindWords } from '../../../shared/wording/safe-contact.ts'
import { useCall } from '../../lib/api.ts'

/** Phone number, own mobile: what a number or account is called where its value must not show. */
export const numberName = ({ kind, label, doNotUse }: Identifier): string =>
  `${identifierKindWords[kind]}${label === null ? '' : `, ${label}`}${doNotUse ? ' (must not be used)' : ''}`

export type NumberNames = (id: IdentifierId) => string
/** The names of all numbers and accounts in a case. */
export function useNumberNames(caseId: CaseId): NumberNames {
  const rows = useCall('identifiers.listForCase', { caseId }).data?.rows ?? []
  return id => {
    const found = rows.find(row => row.id === id)
    return found ? numberName(found) : 'A number of theirs'
  }
}

/** A line for each of the agreed hours, with the number they are for: the same hours on another number are another agreement. */
export const hoursLines = (windows: readonly ContactWindow[], nameOf: NumberNames): string | null =>
  windows.map(hours => `${nameOf(hours.identifierId)}: ${hoursWords(hours)}`).join('\n') || null
