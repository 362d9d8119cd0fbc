import { PoliceReportDraft } from '../../../shared/features/police-reports.ts'
import type { Known } from '../../../shared/kernel/known.ts'
import { showDay } from '../../../shared/kernel/uk-dates.ts'
import { channelWords } from '../../../shared/wording/police-contacts.ts'
import {
  offenceWords,
  outcomeWords,
  policeReportQuestions,
  reclassificationWords,
  recordedWords,
} from '../../../shared/wording/police-reports.ts'
import { yesNoWords } from '../../../shared/wording/orders.ts'
import { count, showWhen } from '../../../shared/wording/when.ts'
import type { DiffField } from '../../ui/DiffView.tsx'
import { missingWords } from '../../ui/KnownField.tsx'

type FieldId = keyof PoliceReportDraft
const lines = (parts: readonly (string | null)[]): string | null => parts.filter(Boolean).join('\n') || null
const known = ({ value, missing }: Known<string>): string | null => value ?? (missing && missingWords(missing))

const inWords: Record<FieldId, (report: PoliceReportDraft) => string | null> = {
  when: ({ when }) => showWhen(when),
  channel: ({ channel }) => channelWords[channel],
  force: ({ force }) => known(force),
  officer: ({ officer }) => known(officer),
  collarNumber: ({ collarNumber }) => known(collarNumber),
  logNumber: ({ logNumber }) => logNumber,
  crimeReference: ({ crimeReference }) => crimeReference,
  recordedOn: ({ recordedOn }) => recordedOn && showDay(recordedOn),
  recordedAs: ({ recordedAs }) => known({ value: recordedWords(recordedAs), missing: recordedAs.missing }),
  believedToBe: ({ believedToBe: { offence, note } }) => lines([offence && offenceWords(offence), note]),
  reclassifications: ({ reclassifications }) => lines(reclassifications.map(reclassificationWords)),
  outcome: ({ outcome }) => lines([outcomeWords(outcome), outcome.on && showDay(outcome.on), outcome.reason]),
  linkedByPolice: ({ linkedByPolice }) => yesNoWords[linkedByPolice],
  note: ({ note }) => note,
  links: ({ links }) => (links.length === 0 ? null : count(links.length, 'record')),
}
const fieldIds = Object.keys(inWords) as FieldId[] // its keys are the questions, in their order

/** Two states of a report, question by question, as a person reads them. */
export const reportDiff = (before: PoliceReportDraft, after: PoliceReportDraft): DiffField[] =>
  fieldIds.map(id => ({
    id,
    label: policeReportQuestions[id],
    before: inWords[id](before),
    after: inWords[id](after),
  }))

/** What a version of the record held. Null where an older app wrote something this one can't read. */
export const reportOfVersion = (values: Record<string, unknown>): PoliceReportDraft | null =>
  PoliceReportDraft.safeParse(values).data ?? null
