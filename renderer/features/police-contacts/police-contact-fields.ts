import { PoliceContactDraft } from '../../../shared/features/police-contacts.ts'
import type { Known } from '../../../shared/kernel/known.ts'
import { showDay } from '../../../shared/kernel/uk-dates.ts'
import { channelWords, directionWords, policeContactQuestions } from '../../../shared/wording/police-contacts.ts'
import { showWhen } from '../../../shared/wording/when.ts'

type FieldId = keyof PoliceContactDraft
export type DiffField = { id: FieldId; label: string; before: string | null; after: string | null }

const missingWords = { unknown: 'Not known', 'not-asked': 'Not asked', declined: 'Declined to say' } as const
const known = ({ value, missing }: Known<string>): string | null =>
  value ?? (missing === null ? null : missingWords[missing])

const inWords: { [Id in FieldId]: (contact: PoliceContactDraft) => string | null } = {
  when: ({ when }) => showWhen(when),
  channel: ({ channel }) => channelWords[channel],
  direction: ({ direction }) => directionWords[direction],
  force: ({ force }) => known(force),
  officer: ({ officer }) => known(officer),
  collarNumber: ({ collarNumber }) => known(collarNumber),
  reference: ({ reference }) => reference,
  said: ({ said }) => said,
  promised: ({ promised }) => promised,
  promisedBy: ({ promisedBy }) => promisedBy && showDay(promisedBy),
  promiseKeptOn: ({ promiseKeptOn }) => promiseKeptOn && showDay(promiseKeptOn),
}

export const fieldIds = Object.keys(inWords) as FieldId[] // its keys are the questions, in their order

/** Two states of a contact, question by question, as a person reads them. */
export const diffOf = (before: PoliceContactDraft, after: PoliceContactDraft): DiffField[] =>
  fieldIds.map(id => ({
    id,
    label: policeContactQuestions[id],
    before: inWords[id](before),
    after: inWords[id](after),
  }))

/** The officer as one line: PC A. Marsh, 4127. */
export function officerLine({ officer, collarNumber }: Pick<PoliceContactDraft, 'officer' | 'collarNumber'>): string {
  const parts = [officer.value, collarNumber.value].filter(part => part !== null)
  return parts.length > 0 ? parts.join(', ') : `Officer ${missingWords[officer.missing ?? 'unknown'].toLowerCase()}`
}

export const knownLine = (answer: Known<string>): string => known(answer) ?? missingWords.unknown

/** What a version of the record held. Null where an older app wrote something this one can't read. */
export const contactOfVersion = (values: Record<string, unknown>): PoliceContactDraft | null =>
  PoliceContactDraft.safeParse(values).data ?? null
