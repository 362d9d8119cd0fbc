import * as z from 'zod'
import { Order, OrderRow, type OrderDraft, type OrderFilter } from '../../../shared/features/orders.ts'
import { london, type Instant } from '../../../shared/kernel/dates.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import { When, type Cursor, type Page, type PageOf } from '../../../shared/kernel/event.ts'
import type { CaseId, EventId } from '../../../shared/kernel/ids.ts'
import { dayOf } from '../../../shared/kernel/uk-dates.ts'
import type { ReadDb, WriteDb } from '../database.ts'
import { endOfTime, eventColumns, splitEventRow, standing } from '../events/events.repo.ts'
import { pageFrom } from '../pages.ts'
import { whenOfColumns, whenParameters } from '../when-columns.ts'

const listed = `${eventColumns}, d.kind, d.issuer, d.issuer_missing, d.case_number, d.notice, d.starts_on, d.expires,
  d.expires_at, d.expires_hour_known, d.expires_event, d.served, d.served_from, d.served_to, d.served_precision,
  d.served_zone, d.served_how, d.served_by, d.return_on, d.discharged_on, d.discharged_how, d.arrested_on,
  (SELECT json_group_array(t.number ORDER BY t.position) FROM order_terms t WHERE t.event_id = d.event_id) AS term_numbers,
  (SELECT count(*) FROM breaches b JOIN events s ON s.id = b.event_id
    WHERE b.order_id = d.event_id AND s.withdrawn_reason IS NULL) AS breaches,
  (SELECT n.event_id FROM orders n JOIN events s ON s.id = n.event_id
    WHERE n.replaces = d.event_id AND s.withdrawn_reason IS NULL ORDER BY s.sort_at DESC, s.id DESC LIMIT 1) AS replaced_by`
const whole = `${listed}, d.respondent_person, d.respondent_name, d.respondent_missing, d.police_notified,
  d.police_notified_on, d.police_reference, d.power_of_arrest, d.replaces, d.varied_on, d.varied_how, d.note`

/** Writes what is peculiar to an order, its terms and whom it protects; the spine's row is there already. */
export function writeOrder(db: WriteDb, id: EventId, order: OrderDraft): void {
  db.prepare(
    `REPLACE INTO orders (event_id, kind, issuer, issuer_missing, case_number, notice, respondent_person, respondent_name,
       respondent_missing, starts_on, expires, expires_at, expires_hour_known, expires_event, served, served_from, served_to,
       served_precision, served_zone, served_how, served_by, police_notified, police_notified_on, police_reference,
       power_of_arrest, return_on, replaces, discharged_on, discharged_how, varied_on, varied_how, arrested_on, note)
     VALUES (@id, @kind, @issuer, @issuerMissing, @caseNumber, @notice, @respondentPerson, @respondentName,
       @respondentMissing, @starts, @expires, @expiresAt, @expiresHourKnown, @expiresEvent, @served, @servedFrom, @servedTo,
       @servedPrecision, @servedZone, @servedHow, @servedBy, @policeNotified, @policeNotifiedOn, @policeReference,
       @powerOfArrest, @returnDate, @replaces, @dischargedOn, @dischargedHow, @variedOn, @variedHow, @arrestedOn, @note)`,
  ).run({ id, ...parameters(order) })
  db.prepare('DELETE FROM order_terms WHERE event_id = ?').run(id)
  const term = db.prepare('INSERT INTO order_terms (event_id, position, number, text) VALUES (?, ?, ?, ?)')
  order.terms.forEach(({ number, text }, index) => term.run(id, index + 1, number, text))
  db.prepare('DELETE FROM order_protected WHERE event_id = ?').run(id)
  const party = db.prepare('INSERT INTO order_protected (event_id, position, person_id, name) VALUES (?, ?, ?, ?)')
  order.protects.forEach(({ personId, name }, index) => party.run(id, index + 1, personId, name))
}

function parameters(order: OrderDraft) {
  const { kind, caseNumber, notice, starts, returnDate, replaces, powerOfArrest, arrestedOn, note } = order
  const { issuer, respondent, expires, served, policeNotified, discharged, varied } = order
  return {
    ...{ kind, caseNumber, notice, starts, returnDate, replaces, powerOfArrest, arrestedOn, note },
    ...{ issuer: issuer.value, issuerMissing: issuer.missing, respondentMissing: respondent.missing },
    respondentPerson: respondent.value?.personId ?? null,
    respondentName: respondent.value?.name ?? null,
    expires: expires.is,
    expiresAt: expires.is === 'at' ? expires.at : null,
    expiresHourKnown: expires.is === 'at' ? Number(expires.hourKnown) : null,
    expiresEvent: expires.is === 'event' ? expires.event : null,
    ...{ served: served.known, servedHow: served.how, servedBy: served.by },
    ...whenParameters('served', served.at),
    policeNotified: policeNotified.known,
    policeNotifiedOn: policeNotified.on,
    policeReference: policeNotified.reference,
    ...{ dischargedOn: discharged?.on ?? null, dischargedHow: discharged?.how ?? null },
    ...{ variedOn: varied?.on ?? null, variedHow: varied?.how ?? null },
  }
}

/** Throws `not-found`. */
export function requireOrder(db: ReadDb, id: EventId): Order {
  const row = db.prepare(`SELECT ${whole} FROM events e JOIN orders d ON d.event_id = e.id WHERE e.id = ?`).get(id)
  if (row === undefined) throw new AppError('not-found', { what: 'order', id })
  const { common, detail } = readRow(row)
  const { respondent_person: personId, respondent_name: name, respondent_missing: missing } = detail
  return Order.parse({
    ...common,
    respondent: { value: missing === null ? { personId, name } : null, missing },
    protects: db
      .prepare('SELECT person_id AS personId, name FROM order_protected WHERE event_id = ? ORDER BY position')
      .all(id),
    terms: db.prepare('SELECT number, text FROM order_terms WHERE event_id = ? ORDER BY position').all(id),
    policeNotified: {
      known: detail['police_notified'],
      on: detail['police_notified_on'],
      reference: detail['police_reference'],
    },
    powerOfArrest: detail['power_of_arrest'],
    replaces: detail['replaces'],
    varied: detail['varied_on'] === null ? null : { on: detail['varied_on'], how: detail['varied_how'] },
    note: detail['note'],
  })
}

/** Whether an order has ended by `@now` and `@today`: what `orderState` says too, and a test holds them together. */
const ended = `((d.expires_at IS NOT NULL AND d.expires_at <= @now)
  OR (d.discharged_on IS NOT NULL AND d.discharged_on <= @today))`
const conditions: Record<OrderFilter['show'], string> = {
  all: '',
  current: `AND NOT ${ended}`,
  ended: `AND ${ended}`,
}
const sortValue = `iif(${ended}, '0', '1') || e.sort_at`

type Wanted = { filter: OrderFilter; now: Instant; page: Page }
/** The orders of a case: those that have not ended first, then the newest. */
export function listOrders(db: ReadDb, caseId: CaseId, { filter, now, page }: Wanted): PageOf<OrderRow> {
  const where = `FROM events e JOIN orders d ON d.event_id = e.id
     WHERE e.case_id = @caseId AND e.kind = 'order' ${filter.withdrawn ? '' : standing} ${conditions[filter.show]}`
  const given = { caseId, now, today: dayOf(now, london) }
  const rows = db
    .prepare(
      `SELECT ${listed}, ${sortValue} AS sort_value ${where} AND (${sortValue}, e.id) < (@at, @id)
        ORDER BY sort_value DESC, e.id DESC LIMIT @limit + 1`,
    )
    .all({ ...given, ...(page.after ?? endOfTime), limit: page.limit })
  const total = z.int().parse(db.prepare(`SELECT count(*) ${where}`).pluck().get(given))
  return pageFrom(rows, { total, limit: page.limit, toRow: toOrderRow, cursorOf })
}
const cursorOf = (row: unknown): Cursor => {
  const { sort_value: at, id } = z.looseObject({ sort_value: z.string(), id: z.string() }).parse(row)
  return { at, id }
}

/** A row of `listed` columns. */
function toOrderRow(row: unknown): OrderRow {
  const { common, detail } = readRow(row)
  const termNumbers: unknown = JSON.parse(String(detail['term_numbers']))
  return OrderRow.parse({ ...common, termNumbers })
}

function readRow(row: unknown): { common: object; detail: Record<string, unknown> } {
  const { when, stamp, detail } = splitEventRow(row)
  const common = {
    ...stamp,
    when,
    kind: detail['kind'],
    issuer: { value: detail['issuer'], missing: detail['issuer_missing'] },
    caseNumber: detail['case_number'],
    notice: detail['notice'],
    starts: detail['starts_on'],
    expires: expiryOf(detail),
    served: {
      known: detail['served'],
      at: whenOfColumns('served', detail),
      how: detail['served_how'],
      by: detail['served_by'],
    },
    returnDate: detail['return_on'],
    discharged:
      detail['discharged_on'] === null ? null : { on: detail['discharged_on'], how: detail['discharged_how'] },
    arrestedOn: detail['arrested_on'],
    breaches: detail['breaches'],
    replacedBy: detail['replaced_by'],
  }
  return { common, detail }
}

function expiryOf({ expires: is, expires_at: at, ...detail }: Record<string, unknown>): object {
  if (is === 'at') return { is, at, hourKnown: detail['expires_hour_known'] === 1 }
  return is === 'event' ? { is, event: detail['expires_event'] } : { is }
}

/** What a change of an order has to leave right: the dates and terms of the breaches recorded under it that stand. */
export const breachesUnder = (db: ReadDb, orderId: EventId): { when: When; terms: string[] }[] =>
  db
    .prepare(
      `SELECT e.from_at AS "from", e.to_at AS "to", e.precision, e.zone,
              (SELECT json_group_array(t.number) FROM breach_terms t WHERE t.event_id = e.id) AS terms
         FROM breaches b JOIN events e ON e.id = b.event_id
        WHERE b.order_id = ? AND e.withdrawn_reason IS NULL LIMIT 10000`,
    )
    .all(orderId)
    .map(row => {
      const { terms, ...when } = z.looseObject({ terms: z.string() }).parse(row)
      return { when: When.parse(when), terms: z.array(z.string()).parse(JSON.parse(terms)) }
    })
