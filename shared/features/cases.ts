import * as z from 'zod'
import { command, query, savedOrConflict } from '../kernel/call.ts'
import { CalendarDay, Instant } from '../kernel/dates.ts'
import { Page, pageOf, RecordStamp, Revision } from '../kernel/event.ts'
import { CaseId, PersonId, UserId } from '../kernel/ids.ts'
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

/** One row of the caseload. */
export const CaseRow = z.strictObject({
  id: CaseId,
  reference: z.string(),
  clientName: z.string(),
  status: CaseStatus,
  ownerId: UserId,
  ownerName: z.string(),
  openedOn: CalendarDay,
  policeContacts: z.int(),
  lastPoliceContactAt: Instant.nullable(),
  /** Day of the police promise that is longest overdue on the day asked about, if any. */
  overdueSince: CalendarDay.nullable(),
  /** By the newest assessment that has a level; null without one. */
  riskLevel: RiskLevel.nullable(),
  /** When that was, or the newest without a level; null where nobody assessed. */
  riskAssessedAt: Instant.nullable(),
  /** Its review day has come, or something happened since. */
  riskReviewDue: z.boolean(),
})
export type CaseRow = z.infer<typeof CaseRow>

export const CaseloadSort = z.enum(['client', 'reference', 'status', 'owner', 'opened', 'last-contact'])
export type CaseloadSort = z.infer<typeof CaseloadSort>
export const CaseloadFilter = z.strictObject({
  /** Part of a client's name or of a reference; empty for all. */
  text: z.string().max(200),
  statuses: z.array(CaseStatus).max(6),
  ownerId: UserId.nullable(),
  sort: CaseloadSort,
  descending: z.boolean(),
})
export type CaseloadFilter = z.infer<typeof CaseloadFilter>

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
  'cases.list': query({
    input: z.strictObject({ filter: CaseloadFilter, today: CalendarDay, page: Page }),
    output: pageOf(CaseRow),
    tag: 'case',
  }),
}
