import * as z from 'zod'
import { command, Nothing, query, savedOrConflict } from '../kernel/call.ts'
import { CalendarDay, Instant } from '../kernel/dates.ts'
import { RecordStamp, Revision } from '../kernel/event.ts'
import { CaseId, PersonId, UserId } from '../kernel/ids.ts'
import { known } from '../kernel/known.ts'

export const PersonName = z.string().trim().min(1).max(160)
/** What somebody is in a case. On screen "perpetrator" reads "suspect" before conviction. */
export const PersonRole = z.enum(['client', 'perpetrator', 'child', 'family', 'witness', 'third-party', 'professional'])
export type PersonRole = z.infer<typeof PersonRole>

/** No phone number, e-mail or address: those are identifiers with rules of their own. */
export const PersonDraft = z.strictObject({
  name: PersonName,
  alsoKnownAs: z.string().trim().min(1).max(300).nullable(),
  born: known(CalendarDay),
  role: PersonRole,
  relationship: z.string().trim().min(1).max(160).nullable(),
  note: z.string().trim().min(1).max(2_000).nullable(),
})
export type PersonDraft = z.infer<typeof PersonDraft>

export const Person = z.strictObject({
  id: PersonId,
  caseId: CaseId,
  ...PersonDraft.shape,
  ...RecordStamp.shape,
  withdrawnReason: z.string().nullable(),
})
export type Person = z.infer<typeof Person>

/** How a person stood after one save. */
export const PersonVersion = z.strictObject({
  revision: Revision,
  at: Instant,
  byName: z.string(),
  person: z.strictObject({ ...PersonDraft.shape, withdrawnReason: z.string().nullable() }),
})
export type PersonVersion = z.infer<typeof PersonVersion>

/** What two people have in common: a full name in any order, a date of birth with one word of the name, a number or address. */
export const MatchReason = z.enum(['name', 'born', 'identifier'])
export type MatchReason = z.infer<typeof MatchReason>
/** Somebody in another case, as far as is needed to tell who that is and whom to ask. */
export const OtherPerson = z.strictObject({
  personId: PersonId,
  name: z.string(),
  role: PersonRole,
  caseId: CaseId,
  reference: z.string(),
  caseClosed: z.boolean(),
  ownerName: z.string(),
})
export type OtherPerson = z.infer<typeof OtherPerson>
/**
 * Two people of two cases who may be one (domain F1.18). A conflict: one of them is a client and the other a suspect. `decision`
 * is null until somebody has said whether they are one.
 */
export const PersonMatch = z.strictObject({
  personId: PersonId,
  other: OtherPerson,
  reasons: z.array(MatchReason),
  conflict: z.boolean(),
  decision: z.strictObject({ same: z.boolean(), reason: z.string().nullable(), at: Instant, by: UserId }).nullable(),
})
export type PersonMatch = z.infer<typeof PersonMatch>

const touches = ['person', 'case', 'search', 'history'] as const

export const peopleCalls = {
  'people.listForCase': query({
    input: z.strictObject({ caseId: CaseId }),
    output: z.strictObject({ rows: z.array(Person).max(200) }),
    tag: 'person',
  }),
  'people.add': command({ input: z.strictObject({ caseId: CaseId, person: PersonDraft }), output: Person, touches }),
  'people.update': command({
    input: z.strictObject({ id: PersonId, revision: Revision, person: PersonDraft }),
    output: savedOrConflict(Person, PersonDraft),
    touches,
  }),
  /** Marks a person as entered in error, with a reason; null takes the mark back. The client of a case can't be. */
  'people.withdraw': command({
    input: z.strictObject({
      id: PersonId,
      revision: Revision,
      reason: z.string().trim().min(3).max(500).nullable(),
    }),
    output: z.discriminatedUnion('outcome', [
      z.strictObject({ outcome: z.literal('saved'), record: Person }),
      z.strictObject({ outcome: z.literal('conflict'), current: Person }),
    ]),
    touches,
  }),
  /** Newest first; at most 200. */
  'people.versions': query({
    input: z.strictObject({ id: PersonId }),
    output: z.strictObject({ rows: z.array(PersonVersion).max(200) }),
    tag: 'person',
  }),
  /** Who of a case may be somebody in another, and what was decided about it; conflicts and open questions first. At most 100. */
  'people.matches': query({
    input: z.strictObject({ caseId: CaseId }),
    output: z.strictObject({ rows: z.array(PersonMatch).max(100) }),
    tag: 'person',
  }),
  /** Who has a full name already, before somebody is written down under it. At most 10; `exceptCaseId` is left out. */
  'people.namesakes': query({
    input: z.strictObject({ name: z.string().max(160), exceptCaseId: CaseId.nullable() }),
    output: z.strictObject({ rows: z.array(OtherPerson).max(10) }),
    tag: 'person',
  }),
  /** Says whether two people of two cases are one. What was said before is replaced; the history keeps it. */
  'people.decideMatch': command({
    input: z.strictObject({
      personId: PersonId,
      otherId: PersonId,
      same: z.boolean(),
      reason: z.string().trim().min(1).max(500).nullable(),
    }),
    output: Nothing,
    touches,
  }),
}
