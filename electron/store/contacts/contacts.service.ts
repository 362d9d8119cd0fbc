import type { Contact, contactCalls, ContactDraft } from '../../../shared/features/contacts.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import type { EventStamp } from '../../../shared/kernel/event.ts'
import type { CaseId } from '../../../shared/kernel/ids.ts'
import { contactTitle } from '../../../shared/wording/contacts.ts'
import { requireCase, requireOpenCase } from '../cases/cases.repo.ts'
import type { WriteTx } from '../database.ts'
import { concealerOf } from '../confidential/conceal.ts'
import type { StoreHandlers } from '../dispatch.ts'
import { writeEvent } from '../events/events.repo.ts'
import { countAttempts, listContacts, requireContact, writeContact } from './contacts.repo.ts'

export const contactHandlers: StoreHandlers<typeof contactCalls> = {
  'contacts.record'(tx, { caseId, contact }) {
    requireOpenCase(tx.db, caseId)
    return save(tx, { caseId, before: null, revision: 0 }, contact)
  },
  'contacts.update'(tx, { id, revision, contact }) {
    const current = requireContact(tx.db, id)
    // Both versions go back as an answer: error details may not carry what a person typed.
    if (current.revision !== revision) return { outcome: 'conflict', current, yours: contact }
    requireOpenCase(tx.db, current.caseId)
    return { outcome: 'saved', record: save(tx, { caseId: current.caseId, before: current, revision }, contact) }
  },
  'contacts.find': (tx, { id }) => requireContact(tx.db, id),
  'contacts.listForCase': (tx, { caseId, ...wanted }) =>
    listContacts(tx.db, caseId, { ...wanted, conceal: concealerOf(tx.vault) }),
  'contacts.attempts'(tx, { caseId }) {
    requireCase(tx.db, caseId)
    return countAttempts(tx.db, caseId)
  },
}

type Place = { caseId: CaseId; before: EventStamp | null; revision: number }
function save(tx: WriteTx, place: Place, contact: ContactDraft): Contact {
  const { when, withName, safelyNote, clientSaid, observed, othersSaid, opinion } = contact
  // What was done or noted can't lie ahead.
  const latest = when.to ?? when.from
  if (latest !== null && latest > tx.now) throw new AppError('invalid-input', { field: 'when', rule: 'in-the-future' })
  const stamp = writeEvent(tx, {
    ...place,
    kind: 'contact',
    when,
    title: contactTitle(contact),
    body: [clientSaid, observed, othersSaid, opinion, safelyNote, withName].filter(Boolean).join('\n'),
    form: contact,
  })
  writeContact(tx.db, stamp.id, contact)
  return { ...contact, ...stamp }
}
