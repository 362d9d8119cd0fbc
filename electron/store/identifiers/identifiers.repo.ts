import * as z from 'zod'
import { Identifier, type IdentifierChange, type NewIdentifier } from '../../../shared/features/identifiers.ts'
import type { Instant } from '../../../shared/kernel/dates.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import { IdentifierId, type CaseId, type PersonId } from '../../../shared/kernel/ids.ts'
import { confidentialChanged } from '../confidential/conceal.ts'
import { partsOf } from '../confidential/confidential-words.ts'
import { Columns, TextColumn } from '../columns.ts'
import type { ReadDb, WriteDb, WriteTx } from '../database.ts'
import { newId } from '../new-id.ts'
import { keepRecordVersion } from '../record-versions.repo.ts'

const columns = `i.id, p.case_id AS caseId, i.person_id AS personId, i.kind, i.label, i.confidential,
  i.do_not_use AS doNotUse, i.withdrawn_reason AS withdrawnReason, i.revision, i.created_at AS createdAt,
  i.created_by AS createdBy, i.updated_at AS updatedAt, i.updated_by AS updatedBy,
  CASE WHEN i.confidential = 0 THEN i.value END AS value`
const joined = 'FROM identifiers i JOIN people p ON p.id = i.person_id'
const largestList = 500

/** The identifiers of a case's people; those entered in error last. At most 500. */
export const listIdentifiers = (db: ReadDb, caseId: CaseId): Identifier[] =>
  db
    .prepare(
      `SELECT ${columns} ${joined} WHERE p.case_id = ?
        ORDER BY i.withdrawn_reason IS NOT NULL, i.kind, i.id LIMIT ${String(largestList)}`,
    )
    .all(caseId)
    .map(toIdentifier)

/** Without its value if that is confidential. Throws `not-found`. */
export function requireIdentifier(db: ReadDb, id: IdentifierId): Identifier {
  const row = db.prepare(`SELECT ${columns} ${joined} WHERE i.id = ?`).get(id)
  if (row === undefined) throw new AppError('not-found', { what: 'identifier', id })
  return toIdentifier(row)
}

/** The value itself: for the one call that may give it out, and for the checks of a new one. */
export const readValue = (db: ReadDb, id: IdentifierId): string =>
  z.string().parse(db.prepare('SELECT value FROM identifiers WHERE id = ?').pluck().get(id))

const Agreed = z.looseObject({ kind: z.string(), value: z.string(), doNotUse: z.boolean() })
/** Whether an identifier was then what it is now: a plan says nothing of one that was added or changed later. */
export function wasSoAt(db: ReadDb, { id, kind, doNotUse }: Identifier, moment: Instant): boolean {
  const form = db
    .prepare('SELECT form FROM record_versions WHERE record_id = ? AND at <= ? ORDER BY revision DESC LIMIT 1')
    .pluck()
    .get(id, moment)
  if (form === undefined) return false
  const then = Agreed.parse(JSON.parse(TextColumn.parse(form)))
  return then.kind === kind && (doNotUse || !then.doNotUse) && then.value === readValue(db, id)
}

type Owner = { personId: PersonId; caseId: CaseId }
export function insertIdentifier(tx: WriteTx, { personId, caseId }: Owner, identifier: NewIdentifier): Identifier {
  const id = newId(IdentifierId, tx.now)
  const counted = tx.db.prepare(`SELECT count(*) ${joined} WHERE p.case_id = ?`).pluck().get(caseId)
  if (z.int().parse(counted) >= largestList) throw new AppError('invalid-input', { rule: 'too-many-identifiers' })
  tx.db
    .prepare(
      `INSERT INTO identifiers (id, person_id, kind, value, label, confidential, do_not_use,
                                revision, created_at, created_by, updated_at, updated_by)
       VALUES (@id, @personId, @kind, @value, @label, @confidential, @doNotUse, 1, @now, @actor, @now, @actor)`,
    )
    .run({ ...flat(identifier), id, personId, value: identifier.value, now: tx.now, actor: tx.actor.id })
  keepValue(tx, id, identifier)
  return kept(tx, id, 'identifier.added')
}

/** Throws `conflict` on a stale revision. A null value stays as it was. */
export function updateIdentifier(tx: WriteTx, before: Identifier, change: IdentifierChange): Identifier {
  const changed = tx.db
    .prepare(
      `UPDATE identifiers SET kind = @kind, value = coalesce(@value, value), label = @label,
              confidential = @confidential, do_not_use = @doNotUse,
              revision = revision + 1, updated_at = @now, updated_by = @actor
        WHERE id = @id AND revision = @revision`,
    )
    .run({
      ...flat(change),
      ...{ id: before.id, revision: before.revision, value: change.value, now: tx.now, actor: tx.actor.id },
    })
  if (changed.changes !== 1) throw new AppError('conflict', { rule: 'stale-revision', id: before.id })
  keepValue(tx, before.id, { kind: change.kind, value: readValue(tx.db, before.id) })
  return kept(tx, before.id, 'identifier.updated')
}

/** Marks as entered in error, or takes the mark back with null. Throws `conflict` on a stale revision. */
export function withdrawIdentifier(tx: WriteTx, { id, revision }: Identifier, reason: string | null): Identifier {
  const changed = tx.db
    .prepare(
      `UPDATE identifiers SET withdrawn_reason = @reason, revision = revision + 1, updated_at = @now, updated_by = @actor
        WHERE id = @id AND revision = @revision`,
    )
    .run({ id, revision, reason, now: tx.now, actor: tx.actor.id })
  if (changed.changes !== 1) throw new AppError('conflict', { rule: 'stale-revision', id })
  return kept(tx, id, reason === null ? 'identifier.reinstated' : 'identifier.withdrawn')
}

function kept(tx: WriteTx, id: IdentifierId, action: string): Identifier {
  const saved = requireIdentifier(tx.db, id)
  const { revision, caseId, kind, label, confidential, doNotUse, withdrawnReason } = saved
  const form = { kind, label, confidential, doNotUse, withdrawnReason, value: readValue(tx.db, id) }
  keepRecordVersion(tx, id, { revision, form })
  tx.audit(action, { id, caseId })
  confidentialChanged(tx.db)
  return saved
}

/** Texts may have named it already, so each value keeps its code for good, also when it is corrected later. */
function keepValue(tx: WriteTx, id: IdentifierId, { kind, value }: Pick<NewIdentifier, 'kind' | 'value'>): void {
  for (const part of partsOf(kind, value)) insertPart(tx.db, { id, part, code: newCode(tx) })
}
const insertPart = (db: WriteDb, { id, part, code }: { id: IdentifierId; part: string; code: string }): void =>
  void db
    .prepare('INSERT INTO identifier_values (code, identifier_id, value) VALUES (?, ?, ?) ON CONFLICT DO NOTHING')
    .run(code, id, part)
const newCode = (tx: WriteTx): string => newId(IdentifierId, tx.now).replaceAll('-', '').slice(-10).toUpperCase()

const flat = ({ kind, label, confidential, doNotUse }: Omit<IdentifierChange, 'value'>) => ({
  ...{ kind, label, confidential: Number(confidential), doNotUse: Number(doNotUse) },
})
function toIdentifier(row: unknown): Identifier {
  const { confidential, doNotUse, ...rest } = Columns.parse(row)
  return Identifier.parse({ ...rest, confidential: confidential === 1, doNotUse: doNotUse === 1 })
}
