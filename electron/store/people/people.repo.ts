import * as z from 'zod'
import { Person, PersonVersion, type PersonDraft } from '../../../shared/features/people.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import type { CaseId, PersonId } from '../../../shared/kernel/ids.ts'
import { Columns } from '../columns.ts'
import type { ReadDb, WriteTx } from '../database.ts'
import { keepRecordVersion, listRecordVersions } from '../record-versions.repo.ts'
import { nameKeysOf } from './name-keys.ts'

const columns = `id, case_id AS caseId, name, also_known_as AS alsoKnownAs, born, born_missing, role, relationship, note,
  withdrawn_reason AS withdrawnReason, revision, created_at AS createdAt, created_by AS createdBy,
  updated_at AS updatedAt, updated_by AS updatedBy`
const largestList = 200

/** The people of a case: the client first, those entered in error last. At most 200. */
export const listPeople = (db: ReadDb, caseId: CaseId): Person[] =>
  db
    .prepare(
      `SELECT ${columns} FROM people WHERE case_id = ?
        ORDER BY withdrawn_reason IS NOT NULL, CASE role WHEN 'client' THEN 1 WHEN 'perpetrator' THEN 2 WHEN 'child' THEN 3
          WHEN 'family' THEN 4
          WHEN 'witness' THEN 5 WHEN 'third-party' THEN 6 ELSE 7 END, sort_key(name), id LIMIT ${String(largestList)}`,
    )
    .all(caseId)
    .map(toPerson)

/** Throws `not-found`. */
export function requirePerson(db: ReadDb, id: PersonId): Person {
  const row = db.prepare(`SELECT ${columns} FROM people WHERE id = ?`).get(id)
  if (row === undefined) throw new AppError('not-found', { what: 'person', id })
  return toPerson(row)
}

export function insertPerson(tx: WriteTx, { id, caseId }: { id: PersonId; caseId: CaseId }, person: PersonDraft): void {
  const count = z.int().parse(tx.db.prepare('SELECT count(*) FROM people WHERE case_id = ?').pluck().get(caseId))
  if (count >= largestList) throw new AppError('invalid-input', { rule: 'too-many-people' })
  tx.db
    .prepare(
      `INSERT INTO people (id, case_id, name, also_known_as, born, born_missing, role, relationship, note,
                           revision, created_at, created_by, updated_at, updated_by)
       VALUES (@id, @caseId, @name, @alsoKnownAs, @born, @bornMissing, @role, @relationship, @note, 1, @now, @actor, @now, @actor)`,
    )
    .run({ ...flat(person), id, caseId, now: tx.now, actor: tx.actor.id })
  kept(tx, id, 'person.added')
}

/** Throws `conflict` on a stale revision. */
export function updatePerson(tx: WriteTx, before: Person, person: PersonDraft): Person {
  const changed = tx.db
    .prepare(
      `UPDATE people SET name = @name, also_known_as = @alsoKnownAs, born = @born, born_missing = @bornMissing, role = @role,
              relationship = @relationship, note = @note, revision = revision + 1, updated_at = @now, updated_by = @actor
        WHERE id = @id AND revision = @revision`,
    )
    .run({ ...flat(person), id: before.id, revision: before.revision, now: tx.now, actor: tx.actor.id })
  if (changed.changes !== 1) throw new AppError('conflict', { rule: 'stale-revision', id: before.id })
  return kept(tx, before.id, 'person.updated')
}

/** Marks as entered in error, or takes the mark back with null. Throws `conflict` on a stale revision. */
export function withdrawPerson(tx: WriteTx, { id, revision }: Person, reason: string | null): Person {
  const changed = tx.db
    .prepare(
      `UPDATE people SET withdrawn_reason = @reason, revision = revision + 1, updated_at = @now, updated_by = @actor
        WHERE id = @id AND revision = @revision`,
    )
    .run({ id, reason, revision, now: tx.now, actor: tx.actor.id })
  if (changed.changes !== 1) throw new AppError('conflict', { rule: 'stale-revision', id })
  return kept(tx, id, reason === null ? 'person.reinstated' : 'person.withdrawn')
}

/** How somebody stood after each save, newest first. At most 200. */
export const listPersonVersions = (db: ReadDb, id: PersonId): PersonVersion[] =>
  listRecordVersions(db, id).rows.map(({ values: person, ...rest }) => PersonVersion.parse({ ...rest, person }))

/** The last step of every write: its version, its names as they are compared, its audit row. */
function kept(tx: WriteTx, id: PersonId, action: string): Person {
  const saved = requirePerson(tx.db, id)
  const { revision, caseId, name, alsoKnownAs, born, role, relationship, note, withdrawnReason } = saved
  const form = { name, alsoKnownAs, born, role, relationship, note, withdrawnReason }
  keepRecordVersion(tx, id, { revision, form })
  tx.db.prepare('DELETE FROM person_names WHERE person_id = ?').run(id)
  const insert = tx.db.prepare('INSERT INTO person_names (person_id, key) VALUES (?, ?)')
  for (const key of nameKeysOf(saved)) insert.run(id, key)
  tx.audit(action, { id, caseId })
  return saved
}

function flat({ born, ...person }: PersonDraft) {
  return { ...person, born: born.value, bornMissing: born.missing }
}
function toPerson(row: unknown): Person {
  const { born, born_missing: missing, ...rest } = Columns.parse(row)
  return Person.parse({ ...rest, born: { value: born, missing } })
}
