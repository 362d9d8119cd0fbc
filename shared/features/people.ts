import * as z from 'zod'
import { command, query, savedOrConflict } from '../kernel/call.ts'
import { CalendarDay } from '../kernel/dates.ts'
import { RecordStamp, Revision } from '../kernel/event.ts'
import { CaseId, PersonId } from '../kernel/ids.ts'
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
  /** Marks a person as entered in error. The client of a case can't be. */
  'people.withdraw': command({
    input: z.strictObject({ id: PersonId, revision: Revision, reason: z.string().trim().min(3).max(500) }),
    output: Person,
    touches,
  }),
}
