import * as z from 'zod'
import { query } from '../kernel/call.ts'
import { CalendarDay, Instant } from '../kernel/dates.ts'
import { Page, pageOf, When } from '../kernel/event.ts'
import { CaseId, EventId, UserId } from '../kernel/ids.ts'
import { RiskLevel } from '../rules/instruments.ts'
import { OrderKindId } from './orders.ts'
import { PlanState } from './safe-contact.ts'

/** Whose case it is. */
const ofCase = { caseId: CaseId, reference: z.string(), clientName: z.string(), ownerId: UserId }

/** A promise of the police whose day has passed. */
export const OverduePromise = z.strictObject({
  id: EventId,
  ...ofCase,
  promised: z.string(),
  promisedBy: CalendarDay,
  officer: z.string().nullable(),
})
export type OverduePromise = z.infer<typeof OverduePromise>

/** How pressing a reason is: to be dealt with before leaving, this week, or to be looked at. */
export const UnsafeGrade = z.enum(['now', 'soon', 'check'])
export type UnsafeGrade = z.infer<typeof UnsafeGrade>

/** What is missing about an order that somebody can do something about. */
export const UnsafeGap = z.enum(['unserved', 'service-unknown', 'ends-now-soon', 'expired'])
export type UnsafeGap = z.infer<typeof UnsafeGap>

const grade = UnsafeGrade
const Count = z.int().nonnegative()
/** Why a case can't be left as it is, with the record that says so. */
export const UnsafeReason = z.discriminatedUnion('why', [
  z.strictObject({ why: z.literal('safe-contact'), grade, state: PlanState.exclude(['current']) }),
  z.strictObject({ why: z.literal('not-assessed'), grade }),
  z.strictObject({ why: z.literal('review-due'), grade, assessmentId: EventId, on: CalendarDay }),
  z.strictObject({ why: z.literal('no-review-day'), grade, assessmentId: EventId }),
  z.strictObject({
    ...{ why: z.literal('happened-since'), grade, assessmentId: EventId },
    ...{ incidents: Count, breaches: Count },
  }),
  z.strictObject({
    ...{ why: z.literal('order'), grade, orderId: EventId, kind: OrderKindId },
    gap: UnsafeGap,
    lastDay: CalendarDay.nullable(),
  }),
  z.strictObject({ why: z.literal('police-silence'), grade, reportId: EventId, days: Count, exact: z.boolean() }),
  z.strictObject({ why: z.literal('no-next-action'), grade }),
])
export type UnsafeReason = z.infer<typeof UnsafeReason>
export const mostReasons = 12

/** A case that is unsafe to leave as it is, with all the reasons, the most pressing first. */
export const UnsafeCase = z.strictObject({
  ...ofCase,
  riskLevel: RiskLevel.nullable(),
  reasons: z.array(UnsafeReason).min(1).max(mostReasons),
  /** How many more reasons there are than are told. */
  more: Count,
})
export type UnsafeCase = z.infer<typeof UnsafeCase>

/** An incident that was written down in haste and has questions left. */
export const UnfinishedCapture = z.strictObject({ id: EventId, ...ofCase, when: When, capturedAt: Instant })
export type UnfinishedCapture = z.infer<typeof UnfinishedCapture>

/** What of all cases wants looking at on a day in London, in cases that are not closed. Null: whoever owns the case. */
const asked = z.strictObject({ today: CalendarDay, ownerId: UserId.nullable(), page: Page })

export const todayCalls = {
  /** The longest overdue first. */
  'today.overduePromises': query({ input: asked, output: pageOf(OverduePromise), tag: 'today' }),
  /** One row for each case, the worst first. */
  'today.unsafe': query({ input: asked, output: pageOf(UnsafeCase), tag: 'today' }),
  /** Quick captures of the acting user that wait to be finished, the oldest first. */
  'today.unfinished': query({
    input: z.strictObject({ page: Page }),
    output: pageOf(UnfinishedCapture),
    tag: 'today',
  }),
}
