import * as z from 'zod'
import { CaseloadView, ViewKey, type CaseloadViewDraft } from '../../../shared/features/caseload-views.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import { CaseloadViewId, type UserId } from '../../../shared/kernel/ids.ts'
import { sortKey, type ReadDb, type WriteTx } from '../database.ts'
import { newId } from '../new-id.ts'

export const mostViews = 50
const columns = `id, name, filter, revision, created_at AS createdAt, created_by AS createdBy, updated_at AS updatedAt,
  updated_by AS updatedBy`

/** The views of a user, by name. */
export const listViews = (db: ReadDb, userId: UserId): CaseloadView[] =>
  db
    .prepare(
      `SELECT ${columns} FROM caseload_views WHERE user_id = ? ORDER BY sort_key(name), id LIMIT ${String(mostViews)}`,
    )
    .all(userId)
    .map(toView)

/** Throws `not-found`, also for a view of somebody else. */
export function requireView(db: ReadDb, id: CaseloadViewId, userId: UserId): CaseloadView {
  const row = db.prepare(`SELECT ${columns} FROM caseload_views WHERE id = ? AND user_id = ?`).get(id, userId)
  if (row === undefined) throw new AppError('not-found', { what: 'caseload-view', id })
  return toView(row)
}

/** Whether another view of this user has the name, whatever its case and accents. */
export const nameTaken = (db: ReadDb, name: string, of: { userId: UserId; exceptId: CaseloadViewId | null }): boolean =>
  listViews(db, of.userId).some(view => view.id !== of.exceptId && sortKey(view.name) === sortKey(name))

export function insertView(tx: WriteTx, { name, filter }: CaseloadViewDraft): CaseloadView {
  const id = newId(CaseloadViewId, tx.now)
  tx.db
    .prepare(
      `INSERT INTO caseload_views (id, user_id, name, filter, revision, created_at, created_by, updated_at, updated_by)
       VALUES (@id, @actor, @name, @filter, 1, @now, @actor, @now, @actor)`,
    )
    .run({ id, name, filter: JSON.stringify(filter), now: tx.now, actor: tx.actor.id })
  tx.audit('caseload-view.added', { id })
  return requireView(tx.db, id, tx.actor.id)
}

type Known = Pick<CaseloadView, 'id' | 'revision'>
/** Throws `conflict` on a stale revision. */
export function updateView(tx: WriteTx, { id, revision }: Known, { name, filter }: CaseloadViewDraft): CaseloadView {
  const changed = tx.db
    .prepare(
      `UPDATE caseload_views SET name = @name, filter = @filter,
              revision = revision + 1, updated_at = @now, updated_by = @actor
        WHERE id = @id AND revision = @revision AND user_id = @actor`,
    )
    .run({ id, revision, name, filter: JSON.stringify(filter), now: tx.now, actor: tx.actor.id })
  if (changed.changes !== 1) throw new AppError('conflict', { rule: 'stale-revision', id })
  tx.audit('caseload-view.updated', { id })
  return requireView(tx.db, id, tx.actor.id)
}

/** Takes a view away for good: it is a preference, no record of casework. Throws `conflict` on a stale revision. */
export function deleteView(tx: WriteTx, { id, revision }: Known): void {
  const gone = tx.db
    .prepare('DELETE FROM caseload_views WHERE id = ? AND revision = ? AND user_id = ?')
    .run(id, revision, tx.actor.id)
  if (gone.changes !== 1) throw new AppError('conflict', { rule: 'stale-revision', id })
  tx.db.prepare('DELETE FROM caseload_defaults WHERE user_id = ? AND view = ?').run(tx.actor.id, id)
  tx.audit('caseload-view.removed', { id })
}

/** What the caseload of this user opens with. */
export const standardView = (db: ReadDb, userId: UserId): ViewKey =>
  ViewKey.default('mine').parse(db.prepare('SELECT view FROM caseload_defaults WHERE user_id = ?').pluck().get(userId))

export function writeStandardView(tx: WriteTx, view: ViewKey): void {
  tx.db.prepare('REPLACE INTO caseload_defaults (user_id, view) VALUES (?, ?)').run(tx.actor.id, view)
  tx.audit('caseload-view.chosen', { id: view })
}

function toView(row: unknown): CaseloadView {
  const { filter, ...rest } = z.looseObject({ filter: z.string() }).parse(row)
  const kept: unknown = JSON.parse(filter)
  return CaseloadView.parse({ ...rest, filter: kept })
}
