import * as z from 'zod'
import { command, query, savedOrConflict } from '../kernel/call.ts'
import { CalendarDay, type Instant } from '../kernel/dates.ts'
import { EventStamp, Page, pageOf, Revision, When } from '../kernel/event.ts'
import { CaseId, EventId } from '../kernel/ids.ts'
import { dayOf } from '../kernel/uk-dates.ts'
import {
  isInEffect,
  InstrumentId,
  ItemAnswer,
  ItemId,
  RiskLevel,
  Score,
  scoreOf,
  type Instrument,
} from '../rules/instruments.ts'
import { InstrumentKey } from './instruments.ts'

const words = (limit: number) => z.string().trim().min(1).max(limit).nullable()

/** Who an answer comes from. */
export const AnswerSource = z.enum(['client', 'record', 'police', 'other', 'none'])
export type AnswerSource = z.infer<typeof AnswerSource>
export const RiskAnswer = z.strictObject({ item: ItemId, answer: ItemAnswer, source: AnswerSource, note: words(2_000) })
export type RiskAnswer = z.infer<typeof RiskAnswer>
/** What the advocate thinks, whatever the count says. */
export const Judgement = z.enum([...RiskLevel.options, 'not-decided'])
export type Judgement = z.infer<typeof Judgement>
export const Marac = z.enum(['referred', 'not-referred', 'unknown'])
export type Marac = z.infer<typeof Marac>

/** What a person fills in about one assessment. An item left out was not asked. */
export const RiskAssessmentDraft = z.strictObject({
  when: When.refine(({ precision }) => precision === 'minute' || precision === 'day', {
    error: 'assessment-day-needed',
  }),
  instrument: InstrumentKey,
  answers: z
    .array(RiskAnswer)
    .max(200)
    .refine(all => new Set(all.map(({ item }) => item)).size === all.length, { error: 'answer-twice' }),
  judgement: Judgement,
  /** Needed where the judgement is not what the count says. */
  reason: words(5_000),
  /** How the client sees it. */
  clientView: words(5_000),
  /** What has become more frequent or more severe. */
  escalation: words(5_000),
  /** Null: as the form says. */
  nextReview: CalendarDay.nullable(),
  marac: Marac.nullable(),
  note: words(5_000),
})
export type RiskAssessmentDraft = z.infer<typeof RiskAssessmentDraft>

type Counted = Pick<RiskAssessmentDraft, 'when' | 'answers' | 'judgement' | 'reason' | 'nextReview'>
type Problem = { field: keyof RiskAssessmentDraft; rule: string }
/** What is wrong with an assessment by the form that was asked, at a moment, if anything. */
export function assessmentProblem(draft: Counted, pack: Instrument, now: Instant): Problem | null {
  const { when, answers, judgement, reason, nextReview } = draft
  const day = when.from === null ? null : dayOf(when.from, when.zone)
  if (when.from !== null && when.from > now) return { field: 'when', rule: 'in-the-future' }
  if (day !== null && !isInEffect(pack, day)) return { field: 'instrument', rule: 'instrument-not-in-effect' }
  if (answers.some(({ item }) => !pack.items.some(({ id }) => id === item)))
    return { field: 'answers', rule: 'unknown-item' }
  if (judgement !== 'not-decided' && judgement !== scoreOf(pack, answers).band && reason === null)
    return { field: 'reason', rule: 'judgement-reason-needed' }
  if (day !== null && nextReview !== null && nextReview < day)
    return { field: 'nextReview', rule: 'review-before-assessment' }
  return null
}

/** The judgement where there is one, else what the count says; null where neither says anything. */
export const levelOf = (judgement: Judgement, score: Pick<Score, 'band'>): RiskLevel | null =>
  judgement === 'not-decided' ? score.band : judgement

const counted = { instrumentTitle: z.string(), score: Score, level: RiskLevel.nullable() }
export const RiskAssessment = z.strictObject({ ...RiskAssessmentDraft.shape, ...EventStamp.shape, ...counted })
export type RiskAssessment = z.infer<typeof RiskAssessment>

const { when, instrument, judgement, nextReview, marac } = RiskAssessmentDraft.shape
/** One row of the list: without answers and texts. */
export const RiskAssessmentRow = z.strictObject({
  ...EventStamp.shape,
  ...{ when, instrument, judgement, nextReview, marac },
  ...counted,
})
export type RiskAssessmentRow = z.infer<typeof RiskAssessmentRow>

/** How the risk of a case stands: by its newest assessment that has a level, else by the newest. */
export const RiskStanding = z.strictObject({
  assessment: z
    .strictObject({
      id: EventId,
      when,
      instrumentTitle: z.string(),
      level: RiskLevel.nullable(),
      /** Where the level comes from. */
      basis: z.enum(['judgement', 'count', 'none']),
      nextReview: CalendarDay.nullable(),
      /** What stands in the case that happened since, or has no date and was recorded since. */
      since: z.strictObject({ incidents: z.int().nonnegative(), breaches: z.int().nonnegative() }),
    })
    .nullable(),
  /** The review day has come, or something happened since. False without an assessment. */
  reviewDue: z.boolean(),
})
export type RiskStanding = z.infer<typeof RiskStanding>

export const riskAssessmentCalls = {
  'riskAssessments.record': command({
    input: z.strictObject({ caseId: CaseId, assessment: RiskAssessmentDraft }),
    output: RiskAssessment,
    event: 'risk-assessment',
  }),
  'riskAssessments.update': command({
    input: z.strictObject({ id: EventId, revision: Revision, assessment: RiskAssessmentDraft }),
    output: savedOrConflict(RiskAssessment, RiskAssessmentDraft),
    event: 'risk-assessment',
  }),
  'riskAssessments.find': query({
    input: z.strictObject({ id: EventId }),
    output: RiskAssessment,
    tag: 'risk-assessment',
  }),
  /** Newest first. */
  'riskAssessments.listForCase': query({
    input: z.strictObject({ caseId: CaseId, withdrawn: z.boolean(), page: Page }),
    output: pageOf(RiskAssessmentRow),
    tag: 'risk-assessment',
  }),
  /** The last assessment with the same form, in any version, before another one; the last of all where that is null. */
  'riskAssessments.earlier': query({
    input: z.strictObject({ caseId: CaseId, instrumentId: InstrumentId, beforeId: EventId.nullable() }),
    output: z.strictObject({ found: RiskAssessment.nullable() }),
    tag: 'risk-assessment',
  }),
  /** Goes stale with every dated record, since an incident makes a review due. `today` in London. */
  'riskAssessments.standing': query({
    input: z.strictObject({ caseId: CaseId, today: CalendarDay }),
    output: RiskStanding,
    tag: 'case',
  }),
}
