import type { peopleCalls, PersonDraft } from '../../../shared/features/people.ts'
import { london } from '../../../shared/kernel/dates.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import { PersonId } from '../../../shared/kernel/ids.ts'
import { dayOf } from '../../../shared/kernel/uk-dates.ts'
import { requireOpenCase } from '../cases/cases.repo.ts'
import { concealerOf } from '../confidential/conceal.ts'
import type { WriteTx } from '../database.ts'
import type { StoreHandlers } from '../dispatch.ts'
import { newId } from '../new-id.ts'
import {
  insertPerson,
  listPeople,
  listPersonVersions,
  requirePerson,
  updatePerson,
  withdrawPerson,
} from './people.repo.ts'
import { listMatches, listNamesakes, writeDecision } from './person-matches.repo.ts'

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
    if (current.revision !== revision) return { outcome: 'conflict', current }
    if (current.role === 'client') throw new AppError('invalid-input', { rule: 'client-stays' })
    if ((current.withdrawnReason === null) === (reason === null))
      throw new AppError('invalid-input', { rule: reason === null ? 'not-withdrawn' : 'already-withdrawn' })
    return { outcome: 'saved', record: withdrawPerson(tx, current, reason) }
  },
  'people.versions': (tx, { id }) => ({ rows: listPersonVersions(tx.db, requirePerson(tx.db, id).id) }),
  'people.matches': (tx, { caseId }) => ({ rows: listMatches(tx.db, caseId) }),
  'people.namesakes': (tx, asked) => ({
    rows: listNamesakes(tx.db, { ...asked, conceal: concealerOf(tx.vault) }),
  }),
  'people.decideMatch'(tx, decision) {
    const own = requirePerson(tx.db, decision.personId)
    const other = requirePerson(tx.db, decision.otherId)
    if (own.caseId === other.caseId) throw new AppError('invalid-input', { rule: 'two-cases-needed' })
    writeDecision(tx, own.caseId, decision)
    return {}
  },
}

function check(tx: WriteTx, { born }: PersonDraft): void {
  if (born.value !== null && born.value > dayOf(tx.now, london))
    throw new AppError('invalid-input', { field: 'born', rule: 'in-the-future' })
}
