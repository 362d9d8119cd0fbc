import * as z from 'zod'
import { command, query, savedOrConflict } from '../kernel/call.ts'
import { CalendarDay, Instant, ZoneId } from '../kernel/dates.ts'
import { EventStamp, Page, pageOf, Revision, When } from '../kernel/event.ts'
import { CaseId, EventId } from '../kernel/ids.ts'
import { known } from '../kernel/known.ts'
import { dayOf } from '../kernel/uk-dates.ts'
import { BehaviourCode, BehaviourGroup } from '../rules/behaviours.ts'
import { LinkedIds } from './events.ts'

/** An answer that counts in figures: "unknown" and "not asked" never count as "no". */
export const Answered = z.enum(['yes', 'no', 'unknown', 'not-asked'])
export type Answered = z.infer<typeof Answered>
export const Fear = z.enum(['none', 'some', 'a-lot', 'terrified'])
export type Fear = z.infer<typeof Fear>
/** Who told it: the client, the advocate who saw it, or somebody else. */
export const IncidentSource = z.enum(['client', 'advocate', 'third-party'])
export type IncidentSource = z.infer<typeof IncidentSource>

export const longestNarrative = 20_000
const narrative = z.string().trim().min(1).max(longestNarrative).nullable()

/** What a person fills in: the same for a quick capture, a whole record, an edit and the command line. */
export const IncidentDraft = z
  .strictObject({
    when: When,
    /** Where, in words. Shown in the record alone: never in a list, a title or a search result. */
    place: z.string().trim().min(1).max(300).nullable(),
    behaviours: z.array(BehaviourCode).max(60),
    // Four accounts that are never mixed (domain F1.33).
    clientSaid: narrative,
    observed: narrative,
    othersSaid: narrative,
    opinion: narrative,
    impact: z.string().trim().min(1).max(10_000).nullable(),
    fear: known(Fear),
    witnesses: z.string().trim().min(1).max(2_000).nullable(),
    source: IncidentSource,
    /** Reported to the police. */
    reported: Answered,
    reportedOn: CalendarDay.nullable(),
    reference: z.string().trim().min(1).max(60).nullable(),
    orderBreached: Answered,
    /** Earlier incidents and other records that belong to it (domain F2.35). None in what was written before there were any. */
    links: LinkedIds.default([]),
    /** False: captured quickly, to be completed. */
    finished: z.boolean(),
  })
  .refine(incident => hasAccount(incident) || incident.behaviours.length > 0, {
    error: 'account-needed',
    path: ['clientSaid'],
  })
  .refine(({ finished, behaviours }) => !finished || behaviours.length > 0, {
    error: 'behaviour-needed',
    path: ['behaviours'],
  })
  .refine(({ reported, reportedOn }) => reported === 'yes' || reportedOn === null, {
    error: 'not-reported',
    path: ['reportedOn'],
  })
  .refine(({ reported, reference }) => reported === 'yes' || reference === null, {
    error: 'not-reported',
    path: ['reference'],
  })
export type IncidentDraft = z.infer<typeof IncidentDraft>

type Accounts = Record<'clientSaid' | 'observed' | 'othersSaid' | 'opinion', string | null>
function hasAccount({ clientSaid, observed, othersSaid, opinion }: Accounts): boolean {
  return [clientSaid, observed, othersSaid, opinion].some(text => text !== null)
}

/**
 * What is wrong with the dates of an incident at a moment, if anything: what happened and what was reported can't lie ahead,
 * and nothing is reported on a day before it happened. A date that is only about right contradicts no other.
 */
export function incidentDateProblem(
  { when, reportedOn }: Pick<IncidentDraft, 'when' | 'reportedOn'>,
  now: Instant,
): { field: 'when' | 'reportedOn'; rule: 'in-the-future' | 'reported-before' } | null {
  const { from, to, precision, zone } = when
  if ((to ?? from ?? '') > now) return { field: 'when', rule: 'in-the-future' }
  if (reportedOn === null) return null
  if (reportedOn > dayOf(now, zone)) return { field: 'reportedOn', rule: 'in-the-future' }
  const begun = from === null || precision === 'about' ? null : dayOf(from, zone)
  return begun !== null && reportedOn < begun ? { field: 'reportedOn', rule: 'reported-before' } : null
}

export const Incident = z.strictObject({ ...IncidentDraft.shape, ...EventStamp.shape })
export type Incident = z.infer<typeof Incident>

const { when, behaviours, source, reported, reportedOn, orderBreached, finished, fear } = IncidentDraft.shape
/** One row of the list: the beginning of the first account, and no place. */
export const IncidentRow = z.strictObject({
  ...EventStamp.shape,
  ...{ when, behaviours, source, reported, reportedOn, orderBreached, finished, fear },
  excerpt: z.string().nullable(),
  attachments: z.int().nonnegative(),
})
export type IncidentRow = z.infer<typeof IncidentRow>

export const IncidentFilter = z.strictObject({
  /** Those with a behaviour of this group; null for all. */
  group: BehaviourGroup.nullable(),
  reported: Answered.nullable(),
  /** Only those in which an order was breached. */
  breached: z.boolean(),
  /** Only those that are still to be completed. */
  unfinished: z.boolean(),
  withdrawn: z.boolean(),
})
export type IncidentFilter = z.infer<typeof IncidentFilter>

const Edge = z.strictObject({ at: Instant, zone: ZoneId, exact: z.boolean() }).nullable()
/** The course of conduct in figures (domain F2.17): what stands, without what was entered in error. */
export const IncidentSummary = z.strictObject({
  incidents: z.int().nonnegative(),
  unfinished: z.int().nonnegative(),
  undated: z.int().nonnegative(),
  /** Begins the first dated incident, ends the last. `exact` is false where that date is only about right. */
  first: Edge,
  last: Edge,
  reported: z.record(Answered, z.int().nonnegative()),
  breached: z.int().nonnegative(),
  /** How many incidents have a behaviour of each group, most first; groups without any are left out. */
  groups: z.array(z.strictObject({ group: BehaviourGroup, incidents: z.int().positive() })),
})
export type IncidentSummary = z.infer<typeof IncidentSummary>

export const incidentCalls = {
  'incidents.record': command({
    input: z.strictObject({ caseId: CaseId, incident: IncidentDraft }),
    output: Incident,
    event: 'incident',
  }),
  'incidents.update': command({
    input: z.strictObject({ id: EventId, revision: Revision, incident: IncidentDraft }),
    output: savedOrConflict(Incident, IncidentDraft),
    event: 'incident',
  }),
  'incidents.find': query({ input: z.strictObject({ id: EventId }), output: Incident, tag: 'incident' }),
  'incidents.listForCase': query({
    input: z.strictObject({ caseId: CaseId, filter: IncidentFilter, page: Page }),
    output: pageOf(IncidentRow),
    tag: 'incident',
  }),
  'incidents.summary': query({
    input: z.strictObject({ caseId: CaseId }),
    output: IncidentSummary,
    tag: 'incident',
  }),
}
