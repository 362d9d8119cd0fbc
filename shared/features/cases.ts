import * as z from 'zod'
import { command, Nothing, query, savedOrConflict } from '../kernel/call.ts'
import { CalendarDay, Instant } from '../kernel/dates.ts'
import { Page, pageOf, RecordStamp, RecordVersions, Revision, When } from '../kernel/event.ts'
import { CaseId, EventId, PersonId, UserId } from '../kernel/ids.ts'
import { RiskLevel } from '../rules/instruments.ts'
import { PersonName } from './people.ts'

/** Where a case stands, from referral to closure (domain F1.17 to F1.28). */
export const CaseStatus = z.enum(['referred', 'contacting', 'assessing', 'supporting', 'paused', 'closed'])
export type CaseStatus = z.infer<typeof CaseStatus>
export const ClosingReason = z.enum([
  'planned',
  'disengaged',
  'moved-area',
  'risk-reduced',
  'declined',
  'unable-to-contact',
  'died',
])
export type ClosingReason = z.infer<typeof ClosingReason>

export const CaseReference = z.string().trim().min(1).max(40)
/** What a person decides about a case. A closed case has its day and reason, any other has neither. */
export const CaseDraft = z
  .strictObject({
    reference: CaseReference,
    status: CaseStatus,
    ownerId: UserId,
    openedOn: CalendarDay,
    closedOn: CalendarDay.nullable(),
    closingReason: ClosingReason.nullable(),
  })
  .refine(draft => (draft.status === 'closed') === (draft.closedOn !== null), {
    error: 'closing-day-needed',
    path: ['closedOn'],
  })
  .refine(draft => (draft.status === 'closed') === (draft.closingReason !== null), {
    error: 'closing-reason-needed',
    path: ['closingReason'],
  })
  .refine(draft => draft.closedOn === null || draft.openedOn <= draft.closedOn, {
    error: 'closed-before-opened',
    path: ['closedOn'],
  })
export type CaseDraft = z.infer<typeof CaseDraft>

/** A case as its header shows it. */
export const Case = z.strictObject({
  id: CaseId,
  ...CaseDraft.shape,
  ownerName: z.string(),
  clientId: PersonId,
  clientName: z.string(),
  lastPoliceContactAt: Instant.nullable(),
  /** When the last dated incident was, or ended. */
  lastIncidentAt: Instant.nullable(),
  ...RecordStamp.shape,
})
export type Case = z.infer<typeof Case>

/** The level of risk that a case is listed under; `none`: no assessment that stands has one. */
export const CaseRisk = z.enum(['high', 'medium', 'standard', 'none'])
export type CaseRisk = z.infer<typeof CaseRisk>
const Count = z.int().nonnegative()

/** One row of the caseload. */
export const CaseRow = z.strictObject({
  id: CaseId,
  reference: z.string(),
  clientName: z.string(),
  status: CaseStatus,
  ownerId: UserId,
  ownerName: z.string(),
  openedOn: CalendarDay,
  /** When the advocate last reached the client, or the client them. A try that failed does not count. */
  lastSpokenAt: Instant.nullable(),
  lastPoliceContactAt: Instant.nullable(),
  /** The hearing that comes next and has no outcome yet. */
  nextHearing: z.strictObject({ id: EventId, title: z.string(), when: When }).nullable(),
  /** The open task that is due first; one without a day comes last. */
  nextTask: z.strictObject({ title: z.string(), dueOn: CalendarDay.nullable() }).nullable(),
  /** Tasks and police promises whose day has passed, on the day asked about. */
  overdue: z.strictObject({ tasks: Count, promises: Count, since: CalendarDay.nullable() }),
  /** By the newest assessment that has a level; null without one. */
  riskLevel: RiskLevel.nullable(),
  /** When that was, or the newest without a level; null where nobody assessed. */
  riskAssessedAt: Instant.nullable(),
  /** Its review day has come, or something happened since. */
  riskReviewDue: z.boolean(),
})
export type CaseRow = z.infer<typeof CaseRow>

/**
 * Ascending: `risk` from high to none, `spoken` and `police` from the longest ago (never first), `hearing` and `next-task`
 * from the soonest (none last), `overdue` from the longest overdue, then by the next task.
 */
export const CaseloadSort = z.enum([
  'client',
  'reference',
  'status',
  'owner',
  'opened',
  'risk',
  'spoken',
  'police',
  'hearing',
  'next-task',
  'overdue',
])
export type CaseloadSort = z.infer<typeof CaseloadSort>
const Days = z.int().min(1).max(365)
/** What of the caseload is listed, and in which order. Also what a saved view keeps. */
export const CaseloadFilter = z.strictObject({
  /** Part of a client's name or of a reference; empty for all. */
  text: z.string().max(200),
  /** None: every case that is not closed. */
  statuses: z.array(CaseStatus).max(6),
  /** `mine`: of whoever asks. */
  owner: z.union([z.enum(['mine', 'all']), UserId]),
  /** None: any level. */
  risks: z.array(CaseRisk).max(4),
  /** A task or a police promise is overdue. */
  overdue: z.boolean(),
  /** Nothing is planned: no open task. */
  noNextTask: z.boolean(),
  /** A hearing today or within so many days. */
  hearingWithin: Days.nullable(),
  /** The client was not reached for so many days, or never. */
  notSpokenFor: Days.nullable(),
  sort: CaseloadSort,
  descending: z.boolean(),
})
export type CaseloadFilter = z.infer<typeof CaseloadFilter>
/** Every case that is not closed, by reference. */
export const everyOpenCase: CaseloadFilter = {
  ...{ text: '', statuses: [], owner: 'all', risks: [], overdue: false, noNextTask: false },
  ...{ hearingWithin: null, notSpokenFor: null, sort: 'reference', descending: false },
}

export const everyCase: CaseloadFilter = { ...everyOpenCase, statuses: CaseStatus.options }

/** How many cases each choice would list, given all the other choices of the filter. */
export const CaseloadCounts = z.strictObject({
  statuses: z.record(CaseStatus, Count),
  risks: z.record(CaseRisk, Count),
  owners: z.strictObject({ mine: Count, all: Count }),
  overdue: Count,
  noNextTask: Count,
  /** With the filter's own days, or 14 where it has none. */
  hearingWithin: Count,
  notSpokenFor: Count,
})
export type CaseloadCounts = z.infer<typeof CaseloadCounts>

/** What one advocate carries. */
export const AdvocateLoad = z.strictObject({
  userId: UserId,
  name: z.string(),
  /** False: removed from the vault, and still the owner of open cases. */
  active: z.boolean(),
  open: Count,
  highRisk: Count,
})
export type AdvocateLoad = z.infer<typeof AdvocateLoad>

/** What opens a case: the client is a new person. Null reference: the store gives the next free one. */
export const NewCase = z.strictObject({
  clientName: PersonName,
  reference: CaseReference.nullable(),
  status: CaseStatus.exclude(['closed']),
  ownerId: UserId.nullable(),
  openedOn: CalendarDay,
})
export type NewCase = z.infer<typeof NewCase>

export const caseCalls = {
  'cases.open': command({ input: NewCase, output: Case, touches: ['case', 'person', 'search'] }),
  'cases.update': command({
    input: z.strictObject({ id: CaseId, revision: Revision, case: CaseDraft }),
    output: savedOrConflict(Case, CaseDraft),
    touches: ['case', 'search', 'history'],
  }),
  'cases.find': query({ input: z.strictObject({ id: CaseId }), output: Case, tag: 'case' }),
  /** Each with the answers of a `CaseDraft`. */
  'cases.versions': query({ input: z.strictObject({ id: CaseId }), output: RecordVersions, tag: 'case' }),
  'cases.list': query({
    input: z.strictObject({ filter: CaseloadFilter, today: CalendarDay, page: Page }),
    output: pageOf(CaseRow),
    tag: 'case',
  }),
  'cases.count': query({
    input: z.strictObject({ filter: CaseloadFilter, today: CalendarDay }),
    output: CaseloadCounts,
    tag: 'case',
  }),
  /** Everyone who may have cases or has open ones, heaviest load first: 100 at most. */
  'cases.load': query({ input: Nothing, output: z.strictObject({ rows: z.array(AdvocateLoad) }), tag: 'case' }),
}
