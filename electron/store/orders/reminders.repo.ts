import * as z from 'zod'
import { DueReminder, Order } from '../../../shared/features/orders.ts'
import type { CalendarDay } from '../../../shared/kernel/dates.ts'
import { london } from '../../../shared/kernel/dates.ts'
import type { CaseId, UserId } from '../../../shared/kernel/ids.ts'
import { addDays, startOfDay } from '../../../shared/kernel/uk-dates.ts'
import { Columns } from '../columns.ts'
import type { ReadDb } from '../database.ts'

/** What of an order its reminders are worked out from, and whose it is. */
export const RemindedOrder = z.object({
  ...Order.pick({ id: true, caseId: true, when: true, kind: true, returnDate: true, arrestedOn: true }).shape,
  expires: Order.shape.expires,
  clientName: DueReminder.shape.clientName,
  reference: DueReminder.shape.reference,
})
export type RemindedOrder = z.infer<typeof RemindedOrder>

const columns = `e.id, e.case_id AS caseId, e.from_at AS "from", e.to_at AS "to", e.precision, e.zone, d.kind,
  d.return_on AS returnDate, d.arrested_on AS arrestedOn, d.expires, d.expires_at AS expiresAt,
  d.expires_hour_known AS hourKnown, d.expires_event AS event, p.name AS clientName, c.reference`
const joined = `JOIN orders d ON d.event_id = e.id JOIN cases c ON c.id = e.case_id
  JOIN people p ON p.case_id = c.id AND p.role = 'client'`
const largestList = 200

/** The orders of a case that may still want attention: not discharged, not entered in error. At most 200. */
export const listRemindedOrders = (db: ReadDb, caseId: CaseId): RemindedOrder[] =>
  db
    .prepare(
      `SELECT ${columns} FROM events e ${joined}
        WHERE e.case_id = ? AND e.kind = 'order' AND e.withdrawn_reason IS NULL AND d.discharged_on IS NULL
        ORDER BY e.sort_at DESC, e.id DESC LIMIT ${String(largestList)}`,
    )
    .all(caseId)
    .map(toReminded)

type Window = {
  from: CalendarDay
  to: CalendarDay
  ownerId: UserId | null
  longestBeforeEnd: number
  longestBailMonths: number
}
/**
 * The orders of all open cases that can have a reminder between two days: found by their end, return date, arrest, or by the
 * month and day on which they were made. At most 2,000, those that end soonest first.
 */
export const listOrdersDue = (
  db: ReadDb,
  { from, to, ownerId, longestBeforeEnd, longestBailMonths }: Window,
): RemindedOrder[] =>
  db
    .prepare(
      `WITH due AS (
         SELECT event_id FROM orders WHERE discharged_on IS NULL AND expires_at BETWEEN @begin AND @end
         UNION SELECT event_id FROM orders WHERE discharged_on IS NULL AND return_on BETWEEN @from AND @to
         UNION SELECT event_id FROM orders WHERE discharged_on IS NULL AND arrested_on BETWEEN @arrested AND @to
         UNION SELECT o.event_id FROM orders o JOIN events m ON m.id = o.event_id
           WHERE o.expires = 'until-further-order' AND o.discharged_on IS NULL AND
             (substr(m.from_at, 6, 5) BETWEEN substr(@dayBefore, 6) AND substr(@to, 6)
              OR (substr(@dayBefore, 6) > substr(@to, 6)
                  AND (substr(m.from_at, 6, 5) >= substr(@dayBefore, 6) OR substr(m.from_at, 6, 5) <= substr(@to, 6)))))
       SELECT ${columns} FROM due JOIN events e ON e.id = due.event_id ${joined}
        WHERE e.withdrawn_reason IS NULL AND c.status <> 'closed' AND (@ownerId IS NULL OR c.owner_id = @ownerId)
        ORDER BY d.expires_at IS NULL, d.expires_at, e.id LIMIT 2000`,
    )
    .all({
      from,
      to,
      ownerId,
      dayBefore: addDays(from, -1), // a summer day in London begins on the evening before in UTC
      begin: startOfDay(from, london),
      end: startOfDay(addDays(to, longestBeforeEnd + 1), london),
      arrested: addDays(from, -31 * (longestBailMonths + 1)),
    })
    .map(toReminded)

function toReminded(row: unknown): RemindedOrder {
  const { from, to, precision, zone, expires, expiresAt, hourKnown, event, ...rest } = Columns.parse(row)
  const expiry =
    expires === 'at'
      ? { is: expires, at: expiresAt, hourKnown: hourKnown === 1 }
      : { is: expires, ...(expires === 'event' && { event }) }
  return RemindedOrder.parse({ ...rest, when: { from, to, precision, zone }, expires: expiry })
}
