import { LinkedEvent } from '../../../shared/features/events.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import type { EventStamp } from '../../../shared/kernel/event.ts'
import type { EventId } from '../../../shared/kernel/ids.ts'
import type { ReadDb, WriteTx } from '../database.ts'
import { eventColumns, requireEvent, toEventSummary } from './events.repo.ts'

/**
 * Makes these the records that `from` names, and no others. They are part of its form, so that a version brings them back.
 * Throws when one is not of the same case, or is the record itself.
 */
export function setLinks(tx: WriteTx, from: Pick<EventStamp, 'id' | 'caseId'>, to: readonly EventId[]): void {
  for (const id of to) {
    if (id === from.id) throw new AppError('invalid-input', { field: 'links', rule: 'linked-to-itself' })
    if (requireEvent(tx.db, id).caseId !== from.caseId)
      throw new AppError('invalid-input', { field: 'links', rule: 'linked-across-cases' })
  }
  tx.db.prepare('DELETE FROM event_links WHERE from_id = ?').run(from.id)
  const insert = tx.db.prepare('INSERT INTO event_links (from_id, to_id) VALUES (?, ?)')
  for (const id of to) insert.run(from.id, id)
}

const largestList = 200
/** What a record is linked with, both ways, newest first. What was entered in error is among it, marked. At most 200. */
export const listLinked = (db: ReadDb, id: EventId): LinkedEvent[] =>
  db
    .prepare(
      `SELECT l.direction, ${eventColumns}, e.kind, e.title FROM (
         SELECT 'to' AS direction, to_id AS other FROM event_links WHERE from_id = @id
         UNION ALL SELECT 'from', from_id FROM event_links WHERE to_id = @id) l
        JOIN events e ON e.id = l.other ORDER BY e.sort_at DESC, e.id DESC LIMIT ${String(largestList)}`,
    )
    .all({ id })
    .map(row => {
      const { direction, ...event } = row as { direction: unknown } // named in the statement above
      return LinkedEvent.parse({ direction, ...toEventSummary(event) })
    })
