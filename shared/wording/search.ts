import type { IdentifierKind } from '../features/identifiers.ts'
import { count } from './when.ts'

const confidentialWords: Record<IdentifierKind, string> = {
  phone: 'a confidential phone number',
  email: 'a confidential e-mail address',
  handle: 'a confidential online account',
  address: 'a confidential address',
  vehicle: 'a confidential vehicle',
  alias: 'a confidential name',
}
/** What stands before the name of the person whose it is. */
export const confidentialFound = (kind: IdentifierKind): string => `This is ${confidentialWords[kind]} of`
export const confidentialLook = {
  label: 'Look among confidential ones',
  says: 'Confidential numbers, e-mail addresses, accounts and vehicles are found only when they are typed whole. Each look is recorded.',
  none: 'No confidential number, e-mail address, account or vehicle is exactly this.',
} as const

/** People and cases, 3; of more than are shown: People and cases, 20 of 57. A longer name shows the others. */
export const peopleHeading = (shown: number, total: number): string =>
  shown === total
    ? `People and cases, ${String(total)}`
    : `People and cases, ${String(shown)} of ${total.toLocaleString('en-GB')}. A longer name shows the others`
const countedAtMost = 1_000
/** Records, 12, newest first. The store stops counting at a thousand. */
export const recordsHeading = (total: number): string =>
  `Records, ${total >= countedAtMost ? `${total.toLocaleString('en-GB')} or more` : String(total)}, newest first`
/** 12 results; from a thousand records on, 1,000 results or more. */
export const resultWords = (people: number, records: number): string =>
  count(people + records, 'result') + (records >= countedAtMost ? ' or more' : '')
