import * as z from 'zod'
import { command, query, savedOrConflict } from '../kernel/call.ts'
import { CalendarDay } from '../kernel/dates.ts'
import { EventStamp, Page, pageOf, Revision, When } from '../kernel/event.ts'
import { CaseId, EventId } from '../kernel/ids.ts'
import { known } from '../kernel/known.ts'

export const Channel = z.enum(['phone', 'in-person', 'email', 'letter', 'online', 'text-message'])
export type Channel = z.infer<typeof Channel>
export const Direction = z.enum(['from-police', 'to-police'])
export type Direction = z.infer<typeof Direction>

/** What a person fills in: the same for a new contact, an edit, a draft and the command line. */
export const PoliceContactDraft = z
  .strictObject({
    when: When,
    channel: Channel,
    direction: Direction,
    force: known(z.string().trim().min(1).max(120)),
    officer: known(z.string().trim().min(1).max(120)),
    /** The officer's shoulder number, as given. */
    collarNumber: known(z.string().trim().min(1).max(20)),
    /** Crime, incident or log reference that the police gave. */
    reference: z.string().trim().min(1).max(60).nullable(),
    said: z.string().trim().min(1).max(10_000),
    promised: z.string().trim().min(1).max(2_000).nullable(),
    promisedBy: CalendarDay.nullable(),
    /** When the promise was kept. Null with a day in `promisedBy`: still open. */
    promiseKeptOn: CalendarDay.nullable(),
  })
  .refine(contact => contact.promised !== null || contact.promisedBy === null, {
    error: 'promise-needed',
    path: ['promised'],
  })
  .refine(contact => contact.promised !== null || contact.promiseKeptOn === null, {
    error: 'promise-needed',
    path: ['promised'],
  })
export type PoliceContactDraft = z.infer<typeof PoliceContactDraft>

export const PoliceContact = z.strictObject({ ...PoliceContactDraft.shape, ...EventStamp.shape })
export type PoliceContact = z.infer<typeof PoliceContact>

/** Which promises to list: all contacts, those with an open promise, or those overdue on the day asked about. */
export const PoliceContactFilter = z.strictObject({
  promises: z.enum(['any', 'open', 'overdue']),
  withdrawn: z.boolean(),
})
export type PoliceContactFilter = z.infer<typeof PoliceContactFilter>

export const policeContactCalls = {
  'policeContacts.record': command({
    input: z.strictObject({ caseId: CaseId, contact: PoliceContactDraft }),
    output: PoliceContact,
    event: 'police-contact',
  }),
  'policeContacts.update': command({
    input: z.strictObject({ id: EventId, revision: Revision, contact: PoliceContactDraft }),
    output: savedOrConflict(PoliceContact, PoliceContactDraft),
    event: 'police-contact',
  }),
  'policeContacts.find': query({
    input: z.strictObject({ id: EventId }),
    output: PoliceContact,
    tag: 'police-contact',
  }),
  'policeContacts.listForCase': query({
    input: z.strictObject({ caseId: CaseId, filter: PoliceContactFilter, today: CalendarDay, page: Page }),
    output: pageOf(PoliceContact),
    tag: 'police-contact',
  }),
}
