import * as z from 'zod'
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

export const listFileIds = (db: ReadDb): Set<string> =>
  new Set(z.array(z.string()).parse(db.prepare('SELECT id FROM files').pluck().all()))

export function insertFile(tx: WriteTx, caseId: CaseId, file: StoredFile & { key: Uint8Array }): void {
  tx.db
    .prepare(
      `INSERT INTO files (id, case_id, file_key, name, size, sha256, created_at, created_by)
       VALUES (@id, @caseId, @key, @name, @size, @sha256, @now, @actor)`,
    )
    .run({ ...file, key: Buffer.from(file.key), caseId, now: tx.now, actor: tx.actor.id })
  tx.audit('file.added', { id: file.id, caseId })
}
