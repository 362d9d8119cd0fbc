import * as z from 'zod'
import { command, query, savedOrConflict } from '../kernel/call.ts'
import { CalendarDay, type Instant } from '../kernel/dates.ts'
import { EventStamp, Page, pageOf, Revision, When } from '../kernel/event.ts'
import { CaseId, EventId } from '../kernel/ids.ts'
import { known } from '../kernel/known.ts'
import { dayOf } from '../kernel/uk-dates.ts'
import { OffenceId } from '../rules/offences.ts'
import { OutcomeCode } from '../rules/outcome-codes.ts'
import { LinkedIds } from './events.ts'
import { YesNo } from './orders.ts'
import { Channel } from './police-contacts.ts'

const text = (limit: number) => z.string().trim().min(1).max(limit)

/** What police call it: an offence of the pack, or their own words where it is none of those. */
export const RecordedAs = z
  .strictObject({ offence: OffenceId.nullable(), words: text(200).nullable() })
  .refine(({ offence, words }) => (offence === null) !== (words === null), { error: 'offence-or-words' })
export type RecordedAs = z.infer<typeof RecordedAs>

export const Reclassification = z.strictObject({
  on: CalendarDay,
  from: text(200),
  to: text(200),
  reason: text(1_000).nullable(),
})
export type Reclassification = z.infer<typeof Reclassification>
export const mostReclassifications = 20

/** What police made of it. A day without a code: an outcome whose code nobody was told. Code 0 is none. */
export const ReportOutcome = z.strictObject({
  code: OutcomeCode.nullable(),
  on: CalendarDay.nullable(),
  /** A part of a code, such as 1A, as police gave it. */
  subCode: text(20).nullable(),
  reason: text(2_000).nullable(),
})
export type ReportOutcome = z.infer<typeof ReportOutcome>

const reportShape = {
  /** When it was reported. */
  when: When,
  channel: Channel,
  force: known(text(120)),
  officer: known(text(120)),
  /** The officer's shoulder number, as given. */
  collarNumber: known(text(20)),
  /** The number of the call or incident log, which is given first. */
  logNumber: text(60).nullable(),
  /** The crime number, which is given once a crime is recorded. */
  crimeReference: text(60).nullable(),
  recordedOn: CalendarDay.nullable(),
  recordedAs: known(RecordedAs),
  /** What the advocate takes it to be. Kept apart from what police recorded. */
  believedToBe: z.strictObject({ offence: OffenceId.nullable(), note: text(4_000).nullable() }),
  reclassifications: z.array(Reclassification).max(mostReclassifications),
  outcome: ReportOutcome,
  /** Whether police linked it to what was reported before. */
  linkedByPolice: YesNo,
  note: text(10_000).nullable(),
  /** The police contacts, incidents and breaches of the case that belong to it. */
  links: LinkedIds,
}
type ReportShape = z.infer<z.ZodObject<typeof reportShape>>
type Problem = { field: keyof ReportShape; rule: string }

/** Whether police have made nothing of it yet. */
export const isOpen = ({ code, on }: Pick<ReportOutcome, 'code' | 'on'>): boolean =>
  code === 0 || (code === null && on === null)

/** The first day on which it can have been reported. Null where that is not known, or only about known. */
const reportedFrom = ({ from, precision, zone }: When): CalendarDay | null =>
  from === null || precision === 'about' ? null : dayOf(from, zone)

/** What can't be true of a report by itself, by field. */
export function reportProblems(report: ReportShape): Problem[] {
  const { when, recordedOn, reclassifications, outcome } = report
  const found: Problem[] = []
  const says = (field: Problem['field'], rule: string, wrong: boolean) => void (wrong && found.push({ field, rule }))
  const first = reportedFrom(when)
  const tooEarly = (day: CalendarDay | null) => first !== null && day !== null && day < first
  says('recordedOn', 'recorded-before-reported', tooEarly(recordedOn))
  const moved = reclassifications
  says(
    'reclassifications',
    'reclassified-before-reported',
    moved.some(({ on }) => tooEarly(on)),
  )
  says(
    'reclassifications',
    'reclassified-to-the-same',
    moved.some(({ from, to }) => from === to),
  )
  says('outcome', 'outcome-before-reported', tooEarly(outcome.on))
  says('outcome', 'no-outcome-yet', outcome.code === 0 && outcome.on !== null)
  says('outcome', 'outcome-needed', isOpen(outcome) && (outcome.subCode ?? outcome.reason) !== null)
  says('outcome', 'outcome-code-needed', outcome.code === null && outcome.subCode !== null && outcome.on !== null)
  return found
}

/** What lies ahead at a moment and can't, by field. */
export function reportAhead({ when, recordedOn, reclassifications, outcome }: ReportShape, now: Instant): Problem[] {
  const today = dayOf(now, when.zone)
  const ahead: [Problem['field'], boolean][] = [
    ['when', (when.to ?? when.from ?? '') > now],
    ['recordedOn', (recordedOn ?? '') > today],
    ['reclassifications', reclassifications.some(({ on }) => on > today)],
    ['outcome', (outcome.on ?? '') > today],
  ]
  return ahead.filter(([, is]) => is).map(([field]) => ({ field, rule: 'in-the-future' }))
}

/** What a person fills in: the same for a new report, an edit, a draft and the command line. */
export const PoliceReportDraft = z.strictObject(reportShape).superRefine((report, context) => {
  for (const { field, rule } of reportProblems(report))
    context.addIssue({ code: 'custom', message: rule, path: [field] })
})
export type PoliceReportDraft = z.infer<typeof PoliceReportDraft>
export const PoliceReport = z.strictObject({ ...reportShape, ...EventStamp.shape })
export type PoliceReport = z.infer<typeof PoliceReport>

/** `open`: no outcome yet. `differs`: recorded as something else than the advocate takes it to be. */
export const PoliceReportFilter = z.strictObject({ show: z.enum(['all', 'open', 'differs']), withdrawn: z.boolean() })
export type PoliceReportFilter = z.infer<typeof PoliceReportFilter>

/** A time without a word from police. `running`: it goes on. `exact`: both ends are days that somebody knew. */
export const Silence = z.strictObject({
  from: CalendarDay,
  to: CalendarDay,
  days: z.int().nonnegative(),
  running: z.boolean(),
  exact: z.boolean(),
})
export type Silence = z.infer<typeof Silence>

/** How long police have been silent about one report that stands. */
export const ReportSilence = z.strictObject({
  reportId: EventId,
  open: z.boolean(),
  /** The silence that goes on, from the last word of police or else from the report. Null: has an outcome, or no date. */
  now: Silence.nullable(),
  /** The longest of all. Null: the day of the report, or of its outcome, is not known. */
  longest: Silence.nullable(),
})
export type ReportSilence = z.infer<typeof ReportSilence>

export const policeReportCalls = {
  'policeReports.record': command({
    input: z.strictObject({ caseId: CaseId, report: PoliceReportDraft }),
    output: PoliceReport,
    event: 'police-report',
  }),
  'policeReports.update': command({
    input: z.strictObject({ id: EventId, revision: Revision, report: PoliceReportDraft }),
    output: savedOrConflict(PoliceReport, PoliceReportDraft),
    event: 'police-report',
  }),
  'policeReports.find': query({ input: z.strictObject({ id: EventId }), output: PoliceReport, tag: 'police-report' }),
  /** Newest first, those with an unknown date last. */
  'policeReports.listForCase': query({
    input: z.strictObject({ caseId: CaseId, filter: PoliceReportFilter, page: Page }),
    output: pageOf(PoliceReport),
    tag: 'police-report',
  }),
  /** How long police were silent about each report that stands: the newest 200. Contacts without a date don't count, and are told. */
  'policeReports.silences': query({
    input: z.strictObject({ caseId: CaseId, today: CalendarDay }),
    output: z.strictObject({ rows: z.array(ReportSilence).max(200), undatedContacts: z.int().nonnegative() }),
    tag: 'timeline', // reports and contacts alike make it stale
  }),
}
