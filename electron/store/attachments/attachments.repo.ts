import * as z from 'zod'
import { Attachment } from '../../../shared/features/attachments.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import type { Cursor, Page, PageOf } from '../../../shared/kernel/event.ts'
import type { CaseId, EventId, FileId } from '../../../shared/kernel/ids.ts'
import type { ReadDb, WriteTx } from '../database.ts'
import { pageFrom } from '../pages.ts'

type Link = { eventId: EventId; fileId: FileId }
const columns = `f.id, f.name, f.size, f.sha256, f.media_type AS mediaType, l.added_at AS addedAt, l.added_by AS addedBy, l.removed_at AS removedAt`
const joined = 'FROM event_files l JOIN files f ON f.id = l.file_id'

/** Throws `not-found`. */
export function requireAttachment(db: ReadDb, { eventId, fileId }: Link): Attachment {
  const row = db.prepare(`SELECT ${columns} ${joined} WHERE l.event_id = ? AND l.file_id = ?`).get(eventId, fileId)
  if (row === undefined) throw new AppError('not-found', { what: 'attachment', id: fileId, rule: 'not-attached' })
  return Attachment.parse(row)
}

/** Throws `not-found` where the case has no such file: a file never wanders from one case to another. */
export function requireFileOfCase(db: ReadDb, caseId: CaseId, fileId: FileId): void {
  const found = db.prepare('SELECT 1 FROM files WHERE id = ? AND case_id = ?').get(fileId, caseId)
  if (found === undefined) throw new AppError('not-found', { what: 'file', id: fileId })
}

/** Attaches a file, or puts back one that was taken off. */
export function attachFile(tx: WriteTx, caseId: CaseId, { eventId, fileId }: Link): void {
  tx.db
    .prepare(
      `INSERT INTO event_files (event_id, file_id, added_at, added_by) VALUES (@eventId, @fileId, @now, @actor)
       ON CONFLICT (event_id, file_id) DO UPDATE SET removed_at = NULL, removed_by = NULL`,
    )
    .run({ eventId, fileId, now: tx.now, actor: tx.actor.id })
  tx.audit('attachment.added', { id: eventId, caseId, detail: { fileId } })
}

/** Takes a file off a record. The link stays, marked, and so does the file. */
export function detachFile(tx: WriteTx, caseId: CaseId, { eventId, fileId }: Link): void {
  tx.db
    .prepare(
      `UPDATE event_files SET removed_at = @now, removed_by = @actor WHERE event_id = @eventId AND file_id = @fileId`,
    )
    .run({ eventId, fileId, now: tx.now, actor: tx.actor.id })
  tx.audit('attachment.removed', { id: eventId, caseId, detail: { fileId } })
}

const beginning: Cursor = { at: '', id: '' }
/** The files of a record, in the order in which they were added. */
export function listAttachments(
  db: ReadDb,
  eventId: EventId,
  { removed, page }: { removed: boolean; page: Page },
): PageOf<Attachment> {
  const where = `WHERE l.event_id = @eventId ${removed ? '' : 'AND l.removed_at IS NULL'}`
  const rows = db
    .prepare(
      `SELECT ${columns} ${joined} ${where} AND (l.added_at, f.id) > (@at, @id)
        ORDER BY l.added_at, f.id LIMIT @limit + 1`,
    )
    .all({ eventId, ...(page.after ?? beginning), limit: page.limit })
  const total = z.int().parse(db.prepare(`SELECT count(*) FROM event_files l ${where}`).pluck().get({ eventId }))
  return pageFrom(rows, { total, limit: page.limit, toRow: row => Attachment.parse(row), cursorOf })
}

const cursorOf = (row: unknown): Cursor => {
  const { addedAt: at, id } = Attachment.parse(row)
  return { at, id }
}
