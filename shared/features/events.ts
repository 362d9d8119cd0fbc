import * as z from 'zod'
import { command, query } from '../kernel/call.ts'
import { CalendarDay, Instant } from '../kernel/dates.ts'
import { EventKind, EventStamp, Page, pageOf, Revision, When } from '../kernel/event.ts'
import { CaseId, EventId, UserId } from '../kernel/ids.ts'

/** Any dated record as the timeline shows it. The title carries no confidential number or address. */
export const EventSummary = z.strictObject({ ...EventStamp.shape, kind: EventKind, when: When, title: z.string() })
export type EventSummary = z.infer<typeof EventSummary>

/** How a record stood after each save: `values` has the fields of its kind. */
export const EventVersion = z.strictObject({
  revision: Revision,
  at: Instant,
  by: UserId,
  byName: z.string(),
  withdrawnReason: z.string().nullable(),
  values: z.record(z.string(), z.json()),
})
export type EventVersion = z.infer<typeof EventVersion>

/** The records that a record belongs together with, as its own form names them. All of one case. */
export const LinkedIds = z
  .array(EventId)
  .max(50)
  .refine(ids => new Set(ids).size === ids.length, { error: 'linked-twice' })

/** A record at the other end of a link: `to` is named by the record asked about, `from` names it. */
export const LinkedEvent = z.strictObject({ direction: z.enum(['to', 'from']), ...EventSummary.shape })
export type LinkedEvent = z.infer<typeof LinkedEvent>

/** Why a record was entered in error. */
export const WithdrawReason = z.string().trim().min(3).max(500)
const withdrawal = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('saved'), record: EventSummary }),
  z.strictObject({ outcome: z.literal('conflict'), current: EventSummary }),
])

/** What of a case's timeline is listed. */
export const TimelineFilter = z.strictObject({
  /** Every word has to be in the record; empty for all. What stands in a confidential value finds nothing. */
  text: z.string().max(200),
  /** None: any kind. */
  kinds: z.array(EventKind).max(40),
  /** The first and last day that something can have happened on; a record without a date is in no span of days. */
  from: CalendarDay.nullable(),
  to: CalendarDay.nullable(),
  /** Whether a file is attached. */
  file: z.enum(['any', 'with', 'without']),
})
export type TimelineFilter = z.infer<typeof TimelineFilter>
export const wholeTimeline: TimelineFilter = { text: '', kinds: [], from: null, to: null, file: 'any' }
const Count = z.int().nonnegative()
/** How many records there are in all, and how many each choice would list, given the other choices of the filter. */
export const TimelineCounts = z.strictObject({
  all: Count,
  kinds: z.record(EventKind, Count),
  file: z.strictObject({ any: Count, with: Count, without: Count }),
})
export type TimelineCounts = z.infer<typeof TimelineCounts>

/** What works the same for every kind of dated record. */
export const eventCalls = {
  'events.timeline': query({
    input: z.strictObject({
      caseId: CaseId,
      withdrawn: z.boolean(),
      filter: TimelineFilter.optional(),
      page: Page,
    }),
    output: pageOf(EventSummary),
    tag: 'timeline',
  }),
  /** Of the records that stand. */
  'events.countTimeline': query({
    input: z.strictObject({ caseId: CaseId, filter: TimelineFilter }),
    output: TimelineCounts,
    tag: 'timeline',
  }),
  /** The records of these kinds in a case that stand, newest first: what a link can be made to. */
  'events.ofKinds': query({
    input: z.strictObject({ caseId: CaseId, kinds: z.array(EventKind).min(1).max(40), page: Page }),
    output: pageOf(EventSummary),
    tag: 'timeline',
  }),
  /** What a record is linked with, both ways, newest first; 200 at most. */
  'events.linked': query({
    input: z.strictObject({ id: EventId }),
    output: z.strictObject({ rows: z.array(LinkedEvent).max(200) }),
    tag: 'timeline',
  }),
  /** Marks a record as entered in error. It stays readable, with the reason; nothing is deleted. */
  'events.withdraw': command({
    input: z.strictObject({ id: EventId, revision: Revision, reason: WithdrawReason }),
    output: withdrawal,
    event: 'any-event',
    touches: ['task'], // those of a hearing go with it
  }),
  /** Takes the mark back. */
  'events.reinstate': command({
    input: z.strictObject({ id: EventId, revision: Revision }),
    output: withdrawal,
    event: 'any-event',
    touches: ['task'], // those of a hearing go with it
  }),
  /** Newest first, the present state included; 200 at most. */
  'events.versions': query({
    input: z.strictObject({ id: EventId }),
    output: z.strictObject({ rows: z.array(EventVersion) }),
    tag: 'timeline',
  }),
}
