import * as z from 'zod'
import { Case, type CaseDraft } from '../../../shared/features/cases.ts'
import type { CalendarDay } from '../../../shared/kernel/dates.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import type { CaseId } from '../../../shared/kernel/ids.ts'
import type { ReadDb, WriteTx } from '../database.ts'
import { keepRecordVersion } from '../record-versions.repo.ts'

// By `sort_at`, which its index has: one step for each case `c`, however many contacts that has.
export const lastPoliceContact = `nullif((SELECT max(e.sort_at) FROM events e
  WHERE e.case_id = c.id AND e.kind = 'police-contact' AND e.withdrawn_reason IS NULL), '')`
const lastIncident = `(SELECT max(coalesce(e.to_at, e.from_at)) FROM events e
  WHERE e.case_id = c.id AND e.kind = 'incident' AND e.withdrawn_reason IS NULL)`
/** A case `c` with its client `p` and its owner `u`. */
export const caseJoins = `FROM cases c JOIN people p ON p.case_id = c.id AND p.role = 'client' JOIN users u ON u.id = c.owner_id`

/** Throws `not-found`. */
export function requireCase(db: ReadDb, id: CaseId): Case {
  const row = db
    .prepare(
      `SELECT c.id, c.reference, c.status, c.owner_id AS ownerId, c.opened_on AS openedOn, c.closed_on AS closedOn,
              c.closing_reason AS closingReason, u.name AS ownerName, p.id AS clientId, p.name AS clientName,
              ${lastPoliceContact} AS lastPoliceContactAt, ${lastIncident} AS lastIncidentAt, c.revision, c.created_at AS createdAt,
              c.created_by AS createdBy, c.updated_at AS updatedAt, c.updated_by AS updatedBy
         ${caseJoins} WHERE c.id = ?`,
    )
    .get(id)
  if (row === undefined) throw new AppError('not-found', { what: 'case', id })
  return Case.parse(row)
}

/** Throws when there is no such case, or when it is closed: a closed case is reopened before anything is added. */
export function requireOpenCase(db: ReadDb, id: CaseId): void {
  const status = z.string().optional().parse(db.prepare('SELECT status FROM cases WHERE id = ?').pluck().get(id))
  if (status === undefined) throw new AppError('not-found', { what: 'case', id })
  if (status === 'closed') throw new AppError('invalid-input', { rule: 'case-closed' })
}

export const referenceTaken = (db: ReadDb, reference: string, exceptId: CaseId | null): boolean =>
  db.prepare('SELECT 1 FROM cases WHERE reference = ? AND id IS NOT ?').get(reference, exceptId) !== undefined

/** The next reference of a year: 2026-0001, 2026-0002 and so on. */
export function nextReference(db: ReadDb, day: CalendarDay): string {
  const year = day.slice(0, 4)
  // Numbers of up to six digits: a longer one was typed for some other reason, and must not be counted on from.
  const highest = db
    .prepare(
      `SELECT max(CAST(substr(reference, 6) AS INTEGER)) FROM cases
        WHERE reference GLOB ? || '-[0-9][0-9][0-9][0-9]*' AND length(reference) <= 11`,
    )
    .pluck()
    .get(year)
  let number = z.int().nullable().parse(highest) ?? 0
  let reference: string
  do {
    number += 1
    reference = `${year}-${String(number).padStart(4, '0')}`
  } while (referenceTaken(db, reference, null))
  return reference
}

export function insertCase(tx: WriteTx, id: CaseId, draft: CaseDraft): void {
  tx.db
    .prepare(
      `INSERT INTO cases (id, reference, status, owner_id, opened_on, closed_on, closing_reason,
                          revision, created_at, created_by, updated_at, updated_by)
       VALUES (@id, @reference, @status, @ownerId, @openedOn, @closedOn, @closingReason, 1, @now, @actor, @now, @actor)`,
    )
    .run({ ...draft, id, now: tx.now, actor: tx.actor.id })
  keepRecordVersion(tx, id, { revision: 1, form: draft })
  tx.audit('case.opened', { id, caseId: id })
}

/** Throws `conflict` on a stale revision. */
export function updateCase(tx: WriteTx, { id, revision }: Pick<Case, 'id' | 'revision'>, draft: CaseDraft): void {
  const changed = tx.db
    .prepare(
      `UPDATE cases SET reference = @reference, status = @status, owner_id = @ownerId, opened_on = @openedOn,
              closed_on = @closedOn, closing_reason = @closingReason,
              revision = revision + 1, updated_at = @now, updated_by = @actor
        WHERE id = @id AND revision = @revision`,
    )
    .run({ ...draft, id, revision, now: tx.now, actor: tx.actor.id })
  if (changed.changes !== 1) throw new AppError('conflict', { rule: 'stale-revision', id })
  keepRecordVersion(tx, id, { revision: revision + 1, form: draft })
  tx.audit('case.updated', { id, caseId: id })
}
