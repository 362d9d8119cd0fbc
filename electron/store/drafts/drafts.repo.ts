import * as z from 'zod'
import type { Instant } from '../../../shared/kernel/dates.ts'
import type { UserId } from '../../../shared/kernel/ids.ts'
import type { ReadDb, WriteDb } from '../database.ts'

const DraftRow = z.object({ form: z.string(), writtenAt: z.string() })

export function writeDraft(db: WriteDb, draft: { userId: UserId; key: string; form: string; now: Instant }): void {
  db.prepare('REPLACE INTO drafts (user_id, key, form, written_at) VALUES (@userId, @key, @form, @now)').run(draft)
}
export function dropDraft(db: WriteDb, userId: UserId, key: string): void {
  db.prepare('DELETE FROM drafts WHERE user_id = ? AND key = ?').run(userId, key)
}
export const findDraft = (db: ReadDb, userId: UserId, key: string): z.infer<typeof DraftRow> | undefined =>
  DraftRow.optional().parse(
    db.prepare('SELECT form, written_at AS writtenAt FROM drafts WHERE user_id = ? AND key = ?').get(userId, key),
  )
