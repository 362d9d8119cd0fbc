import * as z from 'zod'
import { HistoryRow } from '../../../shared/features/history.ts'
import type { Page, PageOf } from '../../../shared/kernel/event.ts'
import type { CaseId } from '../../../shared/kernel/ids.ts'
import type { ReadDb } from '../database.ts'
import { pageFrom } from '../pages.ts'

/** The audit rows of a case, newest first. The title is that of the dated record, a person's name, or a task's. */
export function listHistory(db: ReadDb, caseId: CaseId, page: Page): PageOf<HistoryRow> {
  const rows = db
    .prepare(
      `SELECT a.seq, a.at, a.actor_id AS actorId, u.name AS actorName, a.action, a.subject_id AS subjectId,
              coalesce(e.title, p.name, t.title) AS title
         FROM audit a LEFT JOIN users u ON u.id = a.actor_id LEFT JOIN events e ON e.id = a.subject_id
              LEFT JOIN people p ON p.id = a.subject_id LEFT JOIN tasks t ON t.id = a.subject_id
        WHERE a.case_id = @caseId AND a.seq < @before ORDER BY a.seq DESC LIMIT @limit + 1`,
    )
    .all({ caseId, before: page.after ? Number(page.after.at) : Number.MAX_SAFE_INTEGER, limit: page.limit })
  const total = z.int().parse(db.prepare('SELECT count(*) FROM audit WHERE case_id = ?').pluck().get(caseId))
  return pageFrom(rows, {
    total,
    limit: page.limit,
    toRow: row => HistoryRow.parse(row),
    cursorOf: row => ({ at: String(HistoryRow.parse(row).seq), id: '' }),
  })
}
