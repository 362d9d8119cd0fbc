import { ContactDraft } from '../../shared/features/contacts.ts'

type Given = Partial<{ [Key in keyof ContactDraft]: unknown }>
const nothing = {
  ...{ channel: null, direction: null, withWhom: null, withName: null, outcome: null, safely: null, safelyNote: null },
  ...{ clientSaid: null, observed: null, othersSaid: null, opinion: null, minutes: null },
}
/** A moment as the form would hand it over. */
export const atMinute = (from: string) => ({ from, to: null, precision: 'minute', zone: 'Europe/London' })

/** A call that reached the client, as a form would hand it over; fields given replace the usual ones. */
export const aContact = (given: Given = {}): ContactDraft =>
  ContactDraft.parse({
    ...nothing,
    when: atMinute('2026-11-20T10:15:00.000Z'),
    ...{ entry: 'contact', channel: 'phone', direction: 'to', withWhom: 'client', safely: 'yes' },
    ...{ clientSaid: 'Said that the car stood outside again', minutes: 25 },
    ...given,
  })

/** A call to the client that nobody answered. */
export const anAttempt = (from: string, given: Given = {}): ContactDraft =>
  aContact({ when: atMinute(from), entry: 'attempt', outcome: 'no-answer', clientSaid: null, minutes: null, ...given })

/** A note to the file. */
export const aNote = (given: Given = {}): ContactDraft =>
  ContactDraft.parse({
    ...nothing,
    ...{ when: atMinute('2026-11-19T16:00:00.000Z'), entry: 'note', opinion: 'The pattern has changed', ...given },
  })
