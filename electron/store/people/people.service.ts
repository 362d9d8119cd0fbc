import type { peopleCalls, PersonDraft } from '../../../shared/features/people.ts'
import { london } from '../../../shared/kernel/dates.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import { PersonId } from '../../../shared/kernel/ids.ts'
import { dayOf } from '../../../shared/kernel/uk-dates.ts'
import { requireOpenCase } from '../cases/cases.repo.ts'
import type { WriteTx } from '../database.ts'
import type { StoreHandlers } from '../dispatch.ts'
import { newId } from '../new-id.ts'
import { insertPerson, listPeople, requirePerson, updatePerson, withdrawPerson } from './people.repo.ts'

export const peopleHandlers: StoreHandlers<typeof peopleCalls> = {
  'people.listForCase': (tx, { caseId }) => ({ rows: listPeople(tx.db, caseId) }),
  'people.add'(tx, { caseId, person }) {
    requireOpenCase(tx.db, caseId)
    if (person.role === 'client') throw new AppError('invalid-input', { field: 'role', rule: 'one-client' })
    check(tx, person)
    const id = newId(PersonId, tx.now)
    insertPerson(tx, { id, caseId }, person)
    return requirePerson(tx.db, id)
  },
  'people.update'(tx, { id, revision, person }) {
    const current = requirePerson(tx.db, id)
    if (current.revision !== revision) return { outcome: 'conflict', current, yours: person }
    requireOpenCase(tx.db, current.caseId)
    if ((current.role === 'client') !== (person.role === 'client'))
      throw new AppError('invalid-input', { field: 'role', rule: 'one-client' })
    check(tx, person)
    return { outcome: 'saved', record: updatePerson(tx, current, person) }
  },
  'people.withdraw'(tx, { id, revision, reason }) {
    const current = requirePerson(tx.db, id)
    if (current.revision !== revision) throw new AppError('conflict', { rule: 'stale-revision', id })
    if (current.role === 'client') throw new AppError('invalid-input', { rule: 'client-stays' })
    if (current.withdrawnReason !== null) throw new AppError('invalid-input', { rule: 'already-withdrawn' })
    return withdrawPerson(tx, current, reason)
  },
}

function check(tx: WriteTx, { born }: PersonDraft): void {
  if (born.value !== null && born.value > dayOf(tx.now, london))
    throw new AppError('invalid-input', { field: 'born', rule: 'in-the-future' })
}
