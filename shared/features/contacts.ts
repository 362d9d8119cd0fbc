import * as z from 'zod'
import { command, query, savedOrConflict } from '../kernel/call.ts'
import { CalendarDay } from '../kernel/dates.ts'
import { EventStamp, Page, pageOf, Revision, When } from '../kernel/event.ts'
import { CaseId, EventId } from '../kernel/ids.ts'

/** What the advocate logs: an exchange that took place, a try at one, or a note to the file. */
export const Entry = z.enum(['contact', 'attempt', 'note'])
export type Entry = z.infer<typeof Entry>
export const ContactChannel = z.enum(['phone', 'text-message', 'in-person', 'video', 'email', 'letter', 'online'])
export type ContactChannel = z.infer<typeof ContactChannel>
/** Who began it, seen from the service. */
export const ContactDirection = z.enum(['to', 'from'])
export type ContactDirection = z.infer<typeof ContactDirection>
export const WithWhom = z.enum(['client', 'family', 'police', 'professional', 'other'])
export type WithWhom = z.infer<typeof WithWhom>
/** How a try ended (domain F1.19). */
export const AttemptOutcome = z.enum(['reached', 'no-answer', 'message-left', 'wrong-person', 'declined'])
export type AttemptOutcome = z.infer<typeof AttemptOutcome>
/** Whether the safe-contact plan was kept to (domain F9.15). */
export const Safely = z.enum(['yes', 'no', 'not-checked'])
export type Safely = z.infer<typeof Safely>

export const longestAccount = 20_000
const account = z.string().trim().min(1).max(longestAccount).nullable()

type Answers = { entry: Entry; withWhom: WithWhom | null; safely: Safely | null }
/**
 * Which questions an entry asks, by its other answers. Nobody asks police or professionals by a client's safe-contact plan;
 * an attempt is always ours; the client needs no name.
 */
export function questionsAsked({ entry, withWhom, safely }: Answers) {
  const exchange = entry !== 'note'
  const personal = exchange && (withWhom === 'client' || withWhom === 'family' || withWhom === 'other')
  return {
    channel: exchange,
    direction: exchange,
    withWhom: exchange,
    withName: exchange && withWhom !== null && withWhom !== 'client',
    outcome: entry === 'attempt',
    safely: personal,
    safelyNote: personal && safely === 'no',
    minutes: entry === 'contact',
  }
}
const maybe = new Set<string>(['withName', 'minutes'])

/** What a person fills in: the same for a new entry, an edit, a draft and the command line. */
export const ContactDraft = z
  .strictObject({
    when: When,
    entry: Entry,
    channel: ContactChannel.nullable(),
    direction: ContactDirection.nullable(),
    withWhom: WithWhom.nullable(),
    withName: z.string().trim().min(1).max(120).nullable(),
    outcome: AttemptOutcome.nullable(),
    safely: Safely.nullable(),
    safelyNote: z.string().trim().min(1).max(2_000).nullable(),
    // Four accounts that are never mixed (domain F1.33).
    clientSaid: account,
    observed: account,
    othersSaid: account,
    opinion: account,
    /** How long it took. */
    minutes: z.int().min(1).max(1_440).nullable(),
  })
  .superRefine((contact, context) => {
    const says = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message })
    const { channel, direction, withWhom, withName, outcome, safely, safelyNote, minutes } = contact
    const answers = { channel, direction, withWhom, withName, outcome, safely, safelyNote, minutes }
    for (const [field, asked] of Object.entries(questionsAsked(contact))) {
      const answered = Object.entries(answers).some(([name, value]) => name === field && value !== null)
      if (answered && !asked) says(field, 'not-for-this-entry')
      if (!answered && asked && !maybe.has(field)) says(field, 'answer-needed')
    }
    if (contact.entry === 'attempt' && direction === 'from') says('direction', 'attempt-is-ours')
    const { clientSaid, observed, othersSaid, opinion } = contact
    if (outcome === null && [clientSaid, observed, othersSaid, opinion].every(text => text === null))
      says('clientSaid', 'account-of-contact-needed')
  })
export type ContactDraft = z.infer<typeof ContactDraft>

export const Contact = z.strictObject({ ...ContactDraft.shape, ...EventStamp.shape })
export type Contact = z.infer<typeof Contact>

const { when, entry, channel, direction, withWhom, withName, outcome, safely, minutes } = ContactDraft.shape
/** One row of the list, with the beginning of the first account. */
export const ContactRow = z.strictObject({
  ...EventStamp.shape,
  ...{ when, entry, channel, direction, withWhom, withName, outcome, safely, minutes },
  excerpt: z.string().nullable(),
})
export type ContactRow = z.infer<typeof ContactRow>

export const ContactFilter = z.strictObject({
  entry: z.enum(['any', ...Entry.options]),
  withdrawn: z.boolean(),
})
export type ContactFilter = z.infer<typeof ContactFilter>

/** How far the client has been tried since they were last reached: what "unable to contact" rests on (domain F1.19). */
export const Attempts = z.strictObject({
  /** Tries since then, or ever; one without a date counts only if the client was never reached. */
  since: z.int().nonnegative(),
  firstOn: CalendarDay.nullable(),
  lastOn: CalendarDay.nullable(),
  /** The last day the client was in touch, by whoever began it. */
  reachedOn: CalendarDay.nullable(),
})
export type Attempts = z.infer<typeof Attempts>

export const contactCalls = {
  'contacts.record': command({
    input: z.strictObject({ caseId: CaseId, contact: ContactDraft }),
    output: Contact,
    event: 'contact',
  }),
  'contacts.update': command({
    input: z.strictObject({ id: EventId, revision: Revision, contact: ContactDraft }),
    output: savedOrConflict(Contact, ContactDraft),
    event: 'contact',
  }),
  'contacts.find': query({ input: z.strictObject({ id: EventId }), output: Contact, tag: 'contact' }),
  'contacts.listForCase': query({
    input: z.strictObject({ caseId: CaseId, filter: ContactFilter, page: Page }),
    output: pageOf(ContactRow),
    tag: 'contact',
  }),
  'contacts.attempts': query({ input: z.strictObject({ caseId: CaseId }), output: Attempts, tag: 'contact' }),
}
