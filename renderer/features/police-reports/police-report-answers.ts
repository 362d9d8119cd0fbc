import * as z from 'zod'
import { YesNo } from '../../../shared/features/orders.ts'
import { Channel } from '../../../shared/features/police-contacts.ts'
import {
  PoliceReportDraft,
  type RecordedAs,
  reportAhead,
  reportProblems,
  type Reclassification,
} from '../../../shared/features/police-reports.ts'
import { Instant, london } from '../../../shared/kernel/dates.ts'
import { EventId } from '../../../shared/kernel/ids.ts'
import type { Known } from '../../../shared/kernel/known.ts'
import { OffenceId, offences } from '../../../shared/rules/offences.ts'
import { offenceWords, recordedTyped } from '../../../shared/wording/police-reports.ts'
import { thisMoment } from '../../lib/today.ts'
import { KnownTyped, nothingSaid, readerOf, type AnswerReader } from '../../ui/typed-answers.ts'
import { blankWhen, dayToTyped, WhenTyped, whenToTyped } from '../../ui/typed-dates.ts'

const text = z.string().nullable()
const ReclassificationTyped = z.strictObject({ on: z.string(), from: z.string(), to: z.string(), reason: text })
const ReportTyped = z.strictObject({
  revision: z.int().nonnegative(),
  when: WhenTyped,
  channel: text,
  force: KnownTyped,
  officer: KnownTyped,
  collarNumber: KnownTyped,
  logNumber: text,
  crimeReference: text,
  recordedOn: text,
  /** An offence by its words, or whatever police called it. */
  recordedAs: KnownTyped,
  believedOffence: text,
  believedNote: text,
  reclassifications: z.array(ReclassificationTyped),
  outcomeCode: text,
  outcomeOn: text,
  outcomeSubCode: text,
  outcomeReason: text,
  linkedByPolice: text,
  note: text,
  links: z.array(z.string()),
})
/** The answers as typed, in a new report, an edit and a draft alike. */
export type ReportTyped = z.infer<typeof ReportTyped>

/** As typed in, as stored out: every problem that can be seen at once, each beside its question. */
export const ReportAnswers = ReportTyped.transform((typed, context) => {
  const read = readerOf(context)
  const report = draftFrom(typed, read)
  if (report === null) return z.NEVER
  const now = Instant.parse(thisMoment().toISOString())
  for (const { field, rule } of [...reportProblems(report), ...reportAhead(report, now)])
    read.says(questionOf(field, rule), rule)
  return read.failed() ? z.NEVER : { revision: typed.revision, report: PoliceReportDraft.parse(report) }
})

type Unchecked = Parameters<typeof reportProblems>[0]
function draftFrom(typed: ReportTyped, read: AnswerReader): Unchecked | null {
  const when = read.when('when', typed.when)
  const channel = read.chosen('channel', Channel, { typed: typed.channel, sentence: 'Say how it was reported.' })
  const recordedAs = recordedFrom(typed.recordedAs, read)
  const believed = OffenceId.safeParse(typed.believedOffence).data ?? null
  const linkedByPolice = read.chosen('linkedByPolice', YesNo, {
    typed: typed.linkedByPolice,
    sentence: 'Say whether police linked it. “Not known” is an answer.',
  })
  const rest = {
    force: read.known('force', typed.force, { limit: 120, sentence: 'Write the police force' }),
    officer: read.known('officer', typed.officer, { limit: 120, sentence: 'Write the officer’s name' }),
    collarNumber: read.known('collarNumber', typed.collarNumber, { limit: 20, sentence: 'Write the collar number' }),
    logNumber: read.words('logNumber', typed.logNumber, 60),
    crimeReference: read.words('crimeReference', typed.crimeReference, 60),
    recordedOn: read.day('recordedOn', typed.recordedOn),
    believedToBe: { offence: believed, note: read.words('believedNote', typed.believedNote, 4_000) },
    reclassifications: typed.reclassifications.flatMap((one, index) => reclassificationFrom(one, index, read) ?? []),
    outcome: {
      code: typed.outcomeCode === null ? null : Number(typed.outcomeCode),
      on: read.day('outcomeOn', typed.outcomeOn),
      subCode: read.words('outcomeSubCode', typed.outcomeSubCode, 20),
      reason: read.words('outcomeReason', typed.outcomeReason, 2_000),
    },
    note: read.words('note', typed.note, 10_000),
    links: typed.links.map(id => EventId.parse(id)),
  }
  if (read.failed() || !when || !channel || !linkedByPolice) return null
  return { ...rest, when, channel, linkedByPolice, recordedAs }
}

/** What is written word for word as an offence of the list is that offence; anything else stays in the words of police. */
function recordedFrom(typed: Known<string>, read: AnswerReader): Known<RecordedAs> {
  const { value, missing } = read.known('recordedAs', typed, {
    limit: 200,
    sentence: 'Write what police recorded it as',
  })
  if (value === null) return { value, missing }
  const offence = offences.find(({ id }) => offenceWords(id).toLowerCase() === value.toLowerCase())
  return { value: offence ? { offence: offence.id, words: null } : { offence: null, words: value }, missing: null }
}

function reclassificationFrom(
  { on, from, to, reason }: ReportTyped['reclassifications'][number],
  index: number,
  read: AnswerReader,
): Reclassification | null {
  const path = `reclassifications.${String(index)}`
  const day = read.day(`${path}.on`, on)
  if (on.trim() === '') read.says(`${path}.on`, 'day-not-read')
  const before = read.needed(`${path}.from`, from, { limit: 200, sentence: 'Write what it was.' })
  const after = read.needed(`${path}.to`, to, { limit: 200, sentence: 'Write what it is now.' })
  const why = read.words(`${path}.reason`, reason, 1_000)
  return day && { on: day, from: before, to: after, reason: why }
}

/** The question that shows a problem of a field: an outcome is asked in parts. */
function questionOf(field: keyof PoliceReportDraft, rule: string): string {
  if (field !== 'outcome') return field
  return rule === 'outcome-needed' || rule === 'outcome-code-needed' ? 'outcomeCode' : 'outcomeOn'
}

export const blankReclassification: ReportTyped['reclassifications'][number] = {
  on: '',
  from: '',
  to: '',
  reason: null,
}

export const blankReport: ReportTyped = {
  revision: 0,
  when: blankWhen(london),
  channel: null,
  force: nothingSaid,
  officer: nothingSaid,
  collarNumber: nothingSaid,
  logNumber: null,
  crimeReference: null,
  recordedOn: null,
  recordedAs: nothingSaid,
  believedOffence: null,
  believedNote: null,
  reclassifications: [],
  outcomeCode: null,
  outcomeOn: null,
  outcomeSubCode: null,
  outcomeReason: null,
  linkedByPolice: null,
  note: null,
  links: [],
}

/** A stored report as it would have been typed, to be corrected from this revision on. */
export function reportToTyped(report: PoliceReportDraft, revision: number): ReportTyped {
  const { channel, force, officer, collarNumber, logNumber, crimeReference, linkedByPolice, note, links } = report
  const { believedToBe, outcome } = report
  return {
    ...{ revision, channel, force, officer, collarNumber, logNumber, crimeReference, linkedByPolice, note, links },
    when: whenToTyped(report.when),
    recordedOn: dayToTyped(report.recordedOn),
    recordedAs: recordedTyped(report.recordedAs),
    believedOffence: believedToBe.offence,
    believedNote: believedToBe.note,
    reclassifications: report.reclassifications.map(one => ({ ...one, on: dayToTyped(one.on) ?? '' })),
    outcomeCode: outcome.code === null ? null : String(outcome.code),
    outcomeOn: dayToTyped(outcome.on),
    outcomeSubCode: outcome.subCode,
    outcomeReason: outcome.reason,
  }
}
