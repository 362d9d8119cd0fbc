import type { PoliceContact, policeContactCalls, PoliceContactDraft } from '../../../shared/features/police-contacts.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import type { EventStamp } from '../../../shared/kernel/event.ts'
import type { CaseId } from '../../../shared/kernel/ids.ts'
import { dayOf } from '../../../shared/kernel/uk-dates.ts'
import { policeContactTitle } from '../../../shared/wording/police-contacts.ts'
import { requireOpenCase } from '../cases/cases.repo.ts'
import type { WriteTx } from '../database.ts'
import type { StoreHandlers } from '../dispatch.ts'
import { writeEvent } from '../events/events.repo.ts'
import { listPoliceContacts, requirePoliceContact, writePoliceContact } from './police-contacts.repo.ts'

export const policeContactHandlers: StoreHandlers<typeof policeContactCalls> = {
  'policeContacts.record'(tx, { caseId, contact }) {
    requireOpenCase(tx.db, caseId)
    return save(tx, { caseId, before: null, revision: 0 }, contact)
  },
  'policeContacts.update'(tx, { id, revision, contact }) {
    const current = requirePoliceContact(tx.db, id)
    // Both versions go back as an answer: error details may not carry what a person typed.
    if (current.revision !== revision) return { outcome: 'conflict', current, yours: contact }
    requireOpenCase(tx.db, current.caseId)
    return { outcome: 'saved', record: save(tx, { caseId: current.caseId, before: current, revision }, contact) }
  },
  'policeContacts.find': (tx, { id }) => requirePoliceContact(tx.db, id),
  'policeContacts.listForCase': (tx, { caseId, ...wanted }) => listPoliceContacts(tx.db, caseId, wanted),
}

type Place = { caseId: CaseId; before: EventStamp | null; revision: number }
function save(tx: WriteTx, place: Place, contact: PoliceContactDraft): PoliceContact {
  refuseFuture(tx, contact)
  const { when, said, promised, reference, officer, force } = contact
  const body = [said, promised, reference, officer.value, force.value, contact.collarNumber.value]
    .filter(Boolean)
    .join('\n')
  const stamp = writeEvent(tx, {
    ...place,
    kind: 'police-contact',
    when,
    title: policeContactTitle(contact),
    body,
    form: contact,
  })
  writePoliceContact(tx.db, stamp.id, contact)
  return { ...contact, ...stamp }
}

/** What has been said can't lie ahead; what is promised can. */
function refuseFuture(tx: WriteTx, { when, promiseKeptOn }: PoliceContactDraft): void {
  const latest = when.to ?? when.from
  if (latest !== null && latest > tx.now) throw new AppError('invalid-input', { field: 'when', rule: 'in-the-future' })
  if (promiseKeptOn !== null && promiseKeptOn > dayOf(tx.now, when.zone))
    throw new AppError('invalid-input', { field: 'promiseKeptOn', rule: 'in-the-future' })
}
