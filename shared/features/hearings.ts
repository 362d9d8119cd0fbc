import * as z from 'zod'
import { command, query, savedOrConflict } from '../kernel/call.ts'
import { CalendarDay, Instant } from '../kernel/dates.ts'
import { EventStamp, Page, pageOf, Revision, When } from '../kernel/event.ts'
import { CaseId, EventId, UserId } from '../kernel/ids.ts'
import { HearingKindId } from '../rules/hearing-kinds.ts'
import { MeasureId } from '../rules/special-measures.ts'

const line = (limit: number) => z.string().trim().min(1).max(limit)
/** A hearing is listed for a day, with or without a time. */
const ListedFor = When.refine(when => when.precision === 'minute' || when.precision === 'day', {
  error: 'hearing-day-needed',
})

export const HearingMode = z.enum(['in-person', 'remote', 'hybrid'])
export type HearingMode = z.infer<typeof HearingMode>
export const ClientRequired = z.enum(['yes', 'no', 'unknown'])
export type ClientRequired = z.infer<typeof ClientRequired>
export const MeasureState = z.enum(['wanted', 'requested', 'granted', 'refused', 'not-needed'])
export type MeasureState = z.infer<typeof MeasureState>
export const HearingMeasure = z.strictObject({
  id: MeasureId,
  state: MeasureState,
  requestedOn: CalendarDay.nullable(),
  decidedOn: CalendarDay.nullable(),
  note: line(500).nullable(),
})
export type HearingMeasure = z.infer<typeof HearingMeasure>
/** What the court told somebody to do. */
export const Direction = z.strictObject({ text: line(2_000), dueOn: CalendarDay.nullable(), who: line(160).nullable() })
export type Direction = z.infer<typeof Direction>

export const Conclusion = z.enum(['next-date', 'concluded', 'awaiting-date'])
export type Conclusion = z.infer<typeof Conclusion>
/** How a hearing ended. Conditions are written down word for word. */
export const HearingOutcome = z
  .strictObject({
    result: line(5_000),
    conditions: line(5_000).nullable(),
    conclusion: Conclusion,
    /** Why there is no next date yet. */
    awaitingReason: line(500).nullable(),
    clientToldOn: CalendarDay.nullable(),
    toldHow: line(300).nullable(),
  })
  .refine(({ conclusion, awaitingReason }) => (conclusion === 'awaiting-date') === (awaitingReason !== null), {
    error: 'awaiting-reason-needed',
    path: ['awaitingReason'],
  })
export type HearingOutcome = z.infer<typeof HearingOutcome>

/** What a person fills in about a hearing (domain F7.14): new, edited, as a draft and on the command line. */
export const HearingDraft = z.strictObject({
  when: ListedFor,
  kind: HearingKindId,
  court: line(160),
  courtAddress: line(300).nullable(),
  room: line(80).nullable(),
  /** As listed: "not before 2 pm", "floating". */
  listingNote: line(200).nullable(),
  /** Unique reference number, or the family court's case number. */
  caseNumber: line(60).nullable(),
  purpose: line(2_000).nullable(),
  judge: line(160).nullable(),
  mode: HearingMode,
  link: line(500).nullable(),
  clientRequired: ClientRequired,
  whoAttends: line(2_000).nullable(),
  /** The court was told that the advocate attends. */
  courtToldOn: CalendarDay.nullable(),
  specialMeasures: z
    .array(HearingMeasure)
    .max(40)
    .refine(all => new Set(all.map(({ id }) => id)).size === all.length, { error: 'measure-twice' }),
  interpreter: line(200).nullable(),
  arrivalPlan: line(2_000).nullable(),
  /** Documents and things to bring. */
  bring: line(2_000).nullable(),
  directions: z.array(Direction).max(40),
  outcome: HearingOutcome.nullable(),
})
export type HearingDraft = z.infer<typeof HearingDraft>

/** Why a hearing was moved, and who said so. */
export const HearingMoveDraft = z.strictObject({
  to: ListedFor,
  reason: line(500),
  toldBy: line(160).nullable(),
  toldOn: CalendarDay.nullable(),
})
export type HearingMoveDraft = z.infer<typeof HearingMoveDraft>
/** A date that a hearing had before, and how it lost it. */
export const HearingMove = z.strictObject({
  from: When,
  ...HearingMoveDraft.shape,
  movedAt: Instant,
  movedBy: UserId,
})
export type HearingMove = z.infer<typeof HearingMove>

export const Hearing = z.strictObject({
  ...HearingDraft.shape,
  ...EventStamp.shape,
  /** The hearing that this one follows. */
  followsId: EventId.nullable(),
  /** The hearing that follows this one. */
  next: z.strictObject({ id: EventId, when: When }).nullable(),
  /** Oldest first. */
  moves: z.array(HearingMove).max(200),
})
export type Hearing = z.infer<typeof Hearing>

/** A hearing of any case: what a day or a calendar shows. */
export const ListedHearing = z.strictObject({
  id: EventId,
  caseId: CaseId,
  reference: z.string(),
  clientName: z.string(),
  ownerId: UserId,
  when: When,
  kind: HearingKindId,
  court: z.string(),
  room: z.string().nullable(),
  listingNote: z.string().nullable(),
  mode: HearingMode,
  clientRequired: ClientRequired,
  conclusion: Conclusion.nullable(),
  /** How each special measure stands; what was written about it stays with the hearing. */
  specialMeasures: z.array(HearingMeasure.pick({ id: true, state: true }).strict()).max(40),
  openTasks: z.int().nonnegative(),
})
export type ListedHearing = z.infer<typeof ListedHearing>

/** Another hearing on the same day that the same people would have to be at. Names no client. */
export const Clash = z.strictObject({
  id: EventId,
  caseId: CaseId,
  reference: z.string(),
  when: When,
  kind: HearingKindId,
  court: z.string(),
  why: z.enum(['same-case', 'same-owner']),
})
export type Clash = z.infer<typeof Clash>

/** One day of a case in court, as it may be printed: no client, no link, nothing that looks like an address or a number. */
export const DaySheet = z.strictObject({
  reference: z.string(),
  hearings: z
    .array(
      HearingDraft.pick({
        ...{ when: true, kind: true, court: true, courtAddress: true, room: true, listingNote: true, caseNumber: true },
        ...{ purpose: true, judge: true, mode: true, clientRequired: true, whoAttends: true, courtToldOn: true },
        ...{ specialMeasures: true, interpreter: true, arrivalPlan: true, bring: true },
      }).strict(),
    )
    .max(20),
  openTasks: z.array(z.string()).max(40),
  /** Something was left out because it looked like an address or a number. */
  leftOut: z.boolean(),
})
export type DaySheet = z.infer<typeof DaySheet>

/** `awaiting`: the day is past and nobody has recorded the outcome. */
export const HearingFilter = z.strictObject({
  show: z.enum(['all', 'coming', 'past', 'awaiting']),
  withdrawn: z.boolean(),
})
export type HearingFilter = z.infer<typeof HearingFilter>

/** Task rules that are not wanted for a hearing; all others that apply to it make a task. */
const skipTasks = z.array(z.string().max(40)).max(60)
const touches = ['task'] as const
const one = z.strictObject({ id: EventId, revision: Revision })

export const hearingCalls = {
  /** Lists a hearing, with its preparation tasks. `followsId`: the hearing that led to it, which waits for a date. */
  'hearings.record': command({
    input: z.strictObject({ caseId: CaseId, hearing: HearingDraft, skipTasks, followsId: EventId.nullable() }),
    output: Hearing,
    event: 'hearing',
    touches,
  }),
  /** Corrects what was written. A date that the court changed is a move. */
  'hearings.update': command({
    input: z.strictObject({ ...one.shape, hearing: HearingDraft }),
    output: savedOrConflict(Hearing, HearingDraft),
    event: 'hearing',
    touches,
  }),
  /** Another date. The earlier one is kept, and the tasks that follow the date go with it. */
  'hearings.move': command({
    input: z.strictObject({ ...one.shape, move: HearingMoveDraft }),
    output: savedOrConflict(Hearing, HearingMoveDraft),
    event: 'hearing',
    touches,
  }),
  /**
   * How it ended, with the next hearing in the same go. `plea`: not guilty, so the clock for special measures makes a task.
   * `clearTasks`: what was to be done beforehand and still is open is no longer needed.
   */
  'hearings.recordOutcome': command({
    input: z.strictObject({
      ...one.shape,
      outcome: HearingOutcome,
      next: z.strictObject({ hearing: HearingDraft, skipTasks }).nullable(),
      plea: z.boolean(),
      clearTasks: z.boolean(),
    }),
    output: z.discriminatedUnion('outcome', [
      z.strictObject({ outcome: z.literal('saved'), record: Hearing, next: Hearing.nullable() }),
      z.strictObject({ outcome: z.literal('conflict'), current: Hearing, yours: HearingOutcome }),
    ]),
    event: 'hearing',
    touches,
  }),
  'hearings.find': query({ input: z.strictObject({ id: EventId }), output: Hearing, tag: 'hearing' }),
  /** What is to come first, soonest first; then what is past, latest first. `today` in London. */
  'hearings.listForCase': query({
    input: z.strictObject({ caseId: CaseId, filter: HearingFilter, today: CalendarDay, page: Page }),
    output: pageOf(Hearing),
    tag: 'hearing',
  }),
  /** The next hearing of a case, and how many are past without an outcome. */
  'hearings.nextForCase': query({
    input: z.strictObject({ caseId: CaseId, today: CalendarDay }),
    output: z.strictObject({ next: Hearing.nullable(), awaiting: z.int().nonnegative() }),
    tag: 'hearing',
  }),
  /**
   * The hearings of all cases from one day to another, both included, soonest first. Null: whoever owns the case. `noOutcome`: only
   * those of open cases whose outcome nobody has recorded.
   */
  'hearings.onDays': query({
    input: z.strictObject({
      ...{ from: CalendarDay, to: CalendarDay, noOutcome: z.boolean(), ownerId: UserId.nullable() },
      page: Page,
    }),
    output: pageOf(ListedHearing),
    tag: 'today',
  }),
  /** Other hearings on a day, of the same case or of cases with the same owner, twenty at most. */
  'hearings.clashes': query({
    input: z.strictObject({ caseId: CaseId, day: CalendarDay, exceptId: EventId.nullable() }),
    output: z.strictObject({ clashes: z.array(Clash).max(20) }),
    tag: 'hearing',
  }),
  /** What to print for one day of a case in court. The store leaves out what must not lie about in a court building. */
  'hearings.daySheet': query({
    input: z.strictObject({ caseId: CaseId, day: CalendarDay }),
    output: DaySheet,
    tag: 'hearing',
  }),
}
