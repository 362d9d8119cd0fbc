import * as z from 'zod'
import { Breach, type BreachDraft } from '../../../shared/features/breaches.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import type { Page, PageOf } from '../../../shared/kernel/event.ts'
import type { CaseId, EventId } from '../../../shared/kernel/ids.ts'
import type { ReadDb, WriteDb } from '../database.ts'
import { endOfTime, eventColumns, sortCursor, splitEventRow, standing } from '../events/events.repo.ts'
import { pageFrom } from '../pages.ts'
import { whenOfColumns, whenParameters } from '../when-columns.ts'

const columns = `${eventColumns}, d.order_id AS orderId, d.what, d.evidence, d.witnesses, d.reported, d.reported_from,
  d.reported_to, d.reported_precision, d.reported_zone, d.reported_reference, d.arrived_from, d.arrived_to,
  d.arrived_precision, d.arrived_zone, d.arrest, d.arrested_on, d.charged, d.outcome,
  (SELECT json_group_array(t.number ORDER BY t.position) FROM breach_terms t WHERE t.event_id = d.event_id) AS terms,
  (SELECT json_group_array(l.to_id ORDER BY l.to_id) FROM event_links l WHERE l.from_id = d.event_id) AS links`

/** Writes what is peculiar to a breach, and its terms; the spine's row is there already. */
export function writeBreach(db: WriteDb, id: EventId, breach: BreachDraft): void {
  const { orderId, what, evidence, witnesses, reported, response } = breach
  const { arrest, arrestedOn, charged, outcome } = response
  db.prepare(
    `REPLACE INTO breaches (event_id, order_id, what, evidence, witnesses, reported, reported_from, reported_to,
       reported_precision, reported_zone, reported_reference, arrived_from, arrived_to, arrived_precision, arrived_zone,
       arrest, arrested_on, charged, outcome)
     VALUES (@id, @orderId, @what, @evidence, @witnesses, @reported, @reportedFrom, @reportedTo, @reportedPrecision,
       @reportedZone, @reference, @arrivedFrom, @arrivedTo, @arrivedPrecision, @arrivedZone, @arrest, @arrestedOn,
       @charged, @outcome)`,
  ).run({
    ...{ id, orderId, what, evidence, witnesses, arrest, arrestedOn, charged, outcome },
    ...{ reported: reported.known, reference: reported.reference },
    ...whenParameters('reported', reported.at),
    ...whenParameters('arrived', response.arrived),
  })
  db.prepare('DELETE FROM breach_terms WHERE event_id = ?').run(id)
  const insert = db.prepare('INSERT INTO breach_terms (event_id, position, number) VALUES (?, ?, ?)')
  breach.terms.forEach((number, index) => insert.run(id, index + 1, number))
}

/** Throws `not-found`. */
export function requireBreach(db: ReadDb, id: EventId): Breach {
  const row = db.prepare(`SELECT ${columns} FROM events e JOIN breaches d ON d.event_id = e.id WHERE e.id = ?`).get(id)
  if (row === undefined) throw new AppError('not-found', { what: 'breach', id })
  return toBreach(row)
}

type Wanted = { orderId: EventId | null; withdrawn: boolean; page: Page }
/** The breaches of a case or of one of its orders, newest first, those with an unknown date last. */
export function listBreaches(db: ReadDb, caseId: CaseId, { orderId, withdrawn, page }: Wanted): PageOf<Breach> {
  const where = `FROM events e JOIN breaches d ON d.event_id = e.id
     WHERE e.case_id = @caseId AND e.kind = 'breach' AND (@orderId IS NULL OR d.order_id = @orderId)
       ${withdrawn ? '' : standing}`
  const given = { caseId, orderId }
  const rows = db
    .prepare(
      `SELECT ${columns}, e.sort_at AS sortAt ${where} AND (e.sort_at, e.id) < (@at, @id)
        ORDER BY e.sort_at DESC, e.id DESC LIMIT @limit + 1`,
    )
    .all({ ...given, ...(page.after ?? endOfTime), limit: page.limit })
  const total = z.int().parse(db.prepare(`SELECT count(*) ${where}`).pluck().get(given))
  return pageFrom(rows, { total, limit: page.limit, toRow: toBreach, cursorOf: sortCursor })
}

function toBreach(row: unknown): Breach {
  const { when, stamp, detail } = splitEventRow(row)
  const { orderId, what, evidence, witnesses, arrest, charged, outcome } = detail
  const terms: unknown = JSON.parse(String(detail['terms']))
  const links: unknown = JSON.parse(String(detail['links']))
  return Breach.parse({
    ...stamp,
    ...{ when, orderId, what, evidence, witnesses },
    terms,
    links,
    reported: {
      known: detail['reported'],
      at: whenOfColumns('reported', detail),
      reference: detail['reported_reference'],
    },
    response: {
      arrived: whenOfColumns('arrived', detail),
      ...{ arrest, charged, outcome, arrestedOn: detail['arrested_on'] },
    },
  })
}
