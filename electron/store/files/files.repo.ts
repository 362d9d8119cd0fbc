import * as z from 'zod'
import { AppError } from '../../../shared/kernel/errors.ts'
import { FileId, type CaseId } from '../../../shared/kernel/ids.ts'
import type { StoredFile } from '../../../shared/features/files.ts'
import type { ReadDb, WriteTx } from '../database.ts'

const FileRow = z.object({ id: FileId, key: z.instanceof(Uint8Array), size: z.int(), sha256: z.string() })
export type FileRow = z.infer<typeof FileRow>

/** Every sealed file with the key that opens it. For verification and backups alone. */
export const listFiles = (db: ReadDb): FileRow[] =>
  db
    .prepare('SELECT id, file_key AS key, size, sha256 FROM files ORDER BY id')
    .all()
    .map(row => FileRow.parse(row))

/** The columns of a file beside those of what it belongs to, by other names than theirs. */
export const fileColumns = `f.id AS fileKey, f.name AS fileName, f.size AS fileSize, f.sha256 AS fileHash,
  f.media_type AS mediaType`

const Sealed = z.object({ key: z.instanceof(Uint8Array), size: z.int(), sha256: z.string(), name: z.string() })
/** What opens one sealed file: for a job that shows or exports it. Throws `not-found`. */
export function requireSealed(db: ReadDb, id: FileId): z.infer<typeof Sealed> {
  const row = db.prepare('SELECT file_key AS key, size, sha256, name FROM files WHERE id = ?').get(id)
  if (row === undefined) throw new AppError('not-found', { what: 'file', id })
  return Sealed.parse(row)
}

export const listFileIds = (db: ReadDb): Set<string> =>
  new Set(z.array(z.string()).parse(db.prepare('SELECT id FROM files').pluck().all()))

export function insertFile(tx: WriteTx, caseId: CaseId, file: StoredFile & { key: Uint8Array }): void {
  tx.db
    .prepare(
      `INSERT INTO files (id, case_id, file_key, name, size, sha256, media_type, created_at, created_by)
       VALUES (@id, @caseId, @key, @name, @size, @sha256, @mediaType, @now, @actor)`,
    )
    .run({ ...file, key: Buffer.from(file.key), caseId, now: tx.now, actor: tx.actor.id })
  tx.audit('file.added', { id: file.id, caseId })
}
