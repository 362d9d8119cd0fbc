import type { Attempts, Contact } from '../../../shared/features/contacts.ts'
import type { EventSummary } from '../../../shared/features/events.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import { contactTitle } from '../../../shared/wording/contacts.ts'
import { aContact } from '../../support/contacts.ts'
import { caseId, eventId, stamp } from './casework-data.ts'
import type { Handlers } from './fake-bridge.ts'

/** The advocate's own entries, which the screen changes. */
export type ContactWork = { entries: Contact[]; attempts: Attempts }
export const noAttempts: Attempts = { since: 0, firstOn: null, lastOn: null, reachedOn: null }

/** A call that reached the client, with everything about it that a test does not care for. */
export const theEntry = (n: number, change: Partial<Contact> = {}): Contact => ({
  ...aContact(),
  ...{ id: eventId(3_000 + n), caseId: caseId(1), ...stamp, withdrawnReason: null },
  ...change,
})

/** An entry as the timeline shows it. */
export function summaryOfEntry(entry: Contact): EventSummary {
  const { id, caseId: inCase, revision, createdAt, createdBy, updatedAt, updatedBy, withdrawnReason, when } = entry
  const own = { id, caseId: inCase, revision, createdAt, createdBy, updatedAt, updatedBy, withdrawnReason, when }
  return { ...own, kind: 'contact', title: contactTitle(entry) }
}

function find({ entries }: ContactWork, id: string): Contact {
  const entry = entries.find(one => one.id === id)
  if (!entry) throw new AppError('not-found')
  return entry
}

function toRow(entry: Contact) {
  const { clientSaid, observed, othersSaid, opinion, safelyNote, ...row } = entry
  void safelyNote // a row has none
  return { ...row, excerpt: clientSaid ?? observed ?? othersSaid ?? opinion }
}

/** Answers for every call of the contacts screen, over `work`. */
export const advocateContactHandlers = (work: ContactWork): Handlers => ({
  'contacts.listForCase': ({ caseId: inCase, filter }) => {
    const rows = work.entries
      .filter(one => one.caseId === inCase && (filter.withdrawn || one.withdrawnReason === null))
      .filter(one => filter.entry === 'any' || one.entry === filter.entry)
      .map(toRow)
    return { rows, total: rows.length, next: null }
  },
  'contacts.find': ({ id }) => find(work, id),
  'contacts.attempts': () => work.attempts,
  'contacts.record': ({ contact }) => {
    const recorded = theEntry(100 + work.entries.length, contact)
    work.entries.push(recorded)
    return recorded
  },
  'contacts.update': ({ id, revision, contact }) => {
    const current = find(work, id)
    if (current.revision !== revision) return { outcome: 'conflict', current, yours: contact }
    const record = { ...current, ...contact, revision: revision + 1 }
    work.entries.splice(work.entries.indexOf(current), 1, record)
    return { outcome: 'saved', record }
  },
})
