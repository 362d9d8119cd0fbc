import type { caseCalls, CaseDraft } from '../../../shared/features/cases.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import { CaseId, PersonId } from '../../../shared/kernel/ids.ts'
import { dayOf } from '../../../shared/kernel/uk-dates.ts'
import { london } from '../../../shared/kernel/dates.ts'
import type { WriteTx } from '../database.ts'
import { concealerOf } from '../confidential/conceal.ts'
import type { StoreHandlers } from '../dispatch.ts'
import { newId } from '../new-id.ts'
import { insertPerson } from '../people/people.repo.ts'
import { listRecordVersions } from '../record-versions.repo.ts'
import { requireActiveUser } from '../users/users.repo.ts'
import { countCases, listCases, listLoads } from './caseload.repo.ts'
import { insertCase, nextReference, referenceTaken, requireCase, updateCase } from './cases.repo.ts'

export const caseHandlers: StoreHandlers<typeof caseCalls> = {
  'cases.open'(tx, { clientName, reference, status, ownerId, openedOn }) {
    const id = newId(CaseId, tx.now)
    const draft: CaseDraft = {
      reference: reference ?? nextReference(tx.db, openedOn),
      status,
      ownerId: ownerId ?? tx.actor.id,
      openedOn,
      closedOn: null,
      closingReason: null,
    }
    check(tx, draft, null)
    insertCase(tx, id, draft)
    insertPerson(tx, { id: newId(PersonId, tx.now), caseId: id }, clientNamed(clientName))
    return requireCase(tx.db, id)
  },
  'cases.update'(tx, { id, revision, case: draft }) {
    const current = requireCase(tx.db, id)
    if (current.revision !== revision) return { outcome: 'conflict', current, yours: draft }
    check(tx, draft, id)
    updateCase(tx, current, draft)
    return { outcome: 'saved', record: requireCase(tx.db, id) }
  },
  'cases.find': (tx, { id }) => requireCase(tx.db, id),
  'cases.versions': (tx, { id }) => listRecordVersions(tx.db, requireCase(tx.db, id).id),
  'cases.list': (tx, wanted) => listCases(tx.db, { ...wanted, actorId: tx.actor.id, conceal: concealerOf(tx.vault) }),
  'cases.count': (tx, wanted) => countCases(tx.db, { ...wanted, actorId: tx.actor.id, conceal: concealerOf(tx.vault) }),
  'cases.load': tx => ({ rows: listLoads(tx.db) }),
}

function check(tx: WriteTx, draft: CaseDraft, id: CaseId | null): void {
  if (referenceTaken(tx.db, draft.reference, id))
    throw new AppError('invalid-input', { field: 'reference', rule: 'reference-taken' })
  requireActiveUser(tx.db, draft.ownerId)
  const today = dayOf(tx.now, london)
  if (draft.openedOn > today) throw new AppError('invalid-input', { field: 'openedOn', rule: 'in-the-future' })
  if (draft.closedOn !== null && draft.closedOn > today)
    throw new AppError('invalid-input', { field: 'closedOn', rule: 'in-the-future' })
}

const clientNamed = (name: string) => ({
  ...{ name, role: 'client' as const, alsoKnownAs: null, relationship: null, note: null },
  born: { value: null, missing: 'not-asked' as const },
})
