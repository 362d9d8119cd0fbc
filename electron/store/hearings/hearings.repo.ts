import * as z from 'zod'
import {
  Hearing,
  HearingOutcome,
  type HearingDraft,
  type HearingFilter,
  type HearingMoveDraft,
} from '../../../shared/features/hearings.ts'
import { london, type CalendarDay } from '../../../shared/kernel/dates.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import type { Cursor, Page, PageOf } from '../../../shared/kernel/event.ts'
import type { CaseId, EventId } from '../../../shared/kernel/ids.ts'
import { addDays, startOfDay } from '../../../shared/kernel/uk-dates.ts'
import type { ReadDb, WriteTx } from '../database.ts'
import { eventColumns, splitEventRow, standing } from '../events/events.repo.ts'
import { pageFrom } from '../pages.ts'

/** A row's When as JSON: `from`, precision and zone under the names given. */
const whenJson = (at: string, precision: string, zone: string): string =>
  `json_object('from', ${at}, 'to', NULL, 'precision', ${precision}, 'zone', ${zone})`

const moves = `(SELECT json_group_array(json_object(
    'from', ${whenJson('m.from_at', 'm.from_precision', 'm.from_zone')},
    'to', ${whenJson('m.to_at', 'm.to_precision', 'm.to_zone')},
    'reason', m.reason, 'toldBy', m.told_by, 'toldOn', m.told_on, 'movedAt', m.moved_at, 'movedBy', m.moved_by
  ) ORDER BY m.number) FROM hearing_moves m WHERE m.hearing_id = e.id)`
const next = `(SELECT json_object('id', n.id, 'when', ${whenJson('n.from_at', 'n.precision', 'n.zone')})
   FROM hearings nd JOIN events n ON n.id = nd.event_id
  WHERE nd.follows_id = e.id AND n.withdrawn_reason IS NULL ORDER BY n.sort_at LIMIT 1)`
const columns = `${eventColumns}, d.kind, d.court, d.court_address AS courtAddress, d.room, d.listing_note AS listingNote,
  d.case_number AS caseNumber, d.purpose, d.judge, d.mode, d.link, d.client_required AS clientRequired,
  d.who_attends AS whoAttends, d.court_told_on AS courtToldOn, d.interpreter, d.arrival_plan AS arrivalPlan, d.bring,
  d.special_measures, d.directions, d.result, d.conditions, d.conclusion, d.awaiting_reason AS awaitingReason,
  d.client_told_on AS clientToldOn, d.told_how AS toldHow, d.follows_id AS followsId, ${moves} AS moves, ${next} AS next`
const joined = 'FROM events e JOIN hearings d ON d.event_id = e.id'

type Followed = { id: EventId; followsId: EventId | null }
/** Writes what is peculiar to a hearing; the spine's row is there already. */
export function writeHearing(tx: WriteTx, { id, followsId }: Followed, hearing: HearingDraft): void {
  const { when: _, specialMeasures, directions, outcome, ...rest } = hearing
  tx.db
    .prepare(
      `REPLACE INTO hearings (event_id, kind, court, court_address, room, listing_note, case_number, purpose, judge, mode,
         link, client_required, who_attends, court_told_on, interpreter, arrival_plan, bring, special_measures, directions,
         result, conditions, conclusion, awaiting_reason, client_told_on, told_how, follows_id)
       VALUES (@id, @kind, @court, @courtAddress, @room, @listingNote, @caseNumber, @purpose, @judge, @mode,
         @link, @clientRequired, @whoAttends, @courtToldOn, @interpreter, @arrivalPlan, @bring, @measures, @directions,
         @result, @conditions, @conclusion, @awaitingReason, @clientToldOn, @toldHow, @followsId)`,
    )
    .run({
      ...(outcome ?? noOutcome),
      ...rest,
      ...{ id, followsId, measures: JSON.stringify(specialMeasures), directions: JSON.stringify(directions) },
    })
}
const noOutcome = Object.fromEntries(Object.keys(HearingOutcome.shape).map(key => [key, null]))

/** Keeps the date that a hearing loses. */
export function insertMove(tx: WriteTx, hearing: Hearing, { to, reason, toldBy, toldOn }: HearingMoveDraft): void {
  const { id, when, moves: before } = hearing
  tx.db
    .prepare(
      `INSERT INTO hearing_moves (hearing_id, number, from_at, from_precision, from_zone, to_at, to_precision, to_zone,
                                  reason, told_by, told_on, moved_at, moved_by)
       VALUES (@id, @number, @fromAt, @fromPrecision, @fromZone, @toAt, @toPrecision, @toZone,
               @reason, @toldBy, @toldOn, @now, @actor)`,
    )
    .run({
      ...{ id, number: before.length + 1, reason, toldBy, toldOn, now: tx.now, actor: tx.actor.id },
      ...{ fromAt: when.from, fromPrecision: when.precision, fromZone: when.zone },
      ...{ toAt: to.from, toPrecision: to.precision, toZone: to.zone },
    })
}

/** Throws `not-found`. */
export function requireHearing(db: ReadDb, id: EventId): Hearing {
  const row = db.prepare(`SELECT ${columns} ${joined} WHERE e.id = ?`).get(id)
  if (row === undefined) throw new AppError('not-found', { what: 'hearing', id })
  return toHearing(row)
}

const coming = 'e.sort_at >= @start AND d.conclusion IS NULL'
const shown: Record<HearingFilter['show'], string> = {
  all: '',
  coming: `AND (${coming})`,
  past: `AND NOT (${coming})`,
  awaiting: 'AND e.sort_at < @start AND d.conclusion IS NULL',
}
// Text in the order of the list: what is to come by its moment, then what is past the other way round. Seconds since 1970,
// moved so that none is negative.
const orderKey = `CASE WHEN ${coming} THEN printf('0%012d', 100000000000 + CAST(strftime('%s', e.from_at) AS INTEGER))
  ELSE printf('1%012d', 100000000000 - CAST(strftime('%s', e.from_at) AS INTEGER)) END`

type Wanted = { filter: HearingFilter; today: CalendarDay; page: Page }
/** The hearings of a case: what is to come, soonest first; then what is past, latest first. */
export function listHearings(db: ReadDb, caseId: CaseId, { filter, today, page }: Wanted): PageOf<Hearing> {
  const where = `WHERE e.case_id = @caseId AND e.kind = 'hearing' ${filter.withdrawn ? '' : standing} ${shown[filter.show]}`
  const given = { caseId, start: startOfDay(today, london) }
  const after = page.after ? `AND (${orderKey}, e.id) > (@at, @id)` : ''
  const rows = db
    .prepare(
      `SELECT ${columns}, ${orderKey} AS orderKey ${joined} ${where} ${after} ORDER BY orderKey, e.id LIMIT @limit + 1`,
    )
    .all({ ...given, ...(page.after ?? {}), limit: page.limit })
  const total = z.int().parse(db.prepare(`SELECT count(*) ${joined} ${where}`).pluck().get(given))
  return pageFrom(rows, { total, limit: page.limit, toRow: toHearing, cursorOf })
}

/** The next hearing of a case, and how many of those past have no outcome. */
export function nextHearing(
  db: ReadDb,
  caseId: CaseId,
  today: CalendarDay,
): { next: Hearing | null; awaiting: number } {
  const where = `${joined} WHERE e.case_id = @caseId AND e.kind = 'hearing' ${standing}`
  const given = { caseId, start: startOfDay(today, london) }
  const row = db.prepare(`SELECT ${columns} ${where} ${shown.coming} ORDER BY e.sort_at, e.id LIMIT 1`).get(given)
  const awaiting = db.prepare(`SELECT count(*) ${where} ${shown.awaiting}`).pluck().get(given)
  return { next: row === undefined ? null : toHearing(row), awaiting: z.int().parse(awaiting) }
}

/** The hearings of a case on a day, soonest first. Twenty at most. */
export function hearingsOnDay(db: ReadDb, caseId: CaseId, day: CalendarDay): Hearing[] {
  const given = { caseId, start: startOfDay(day, london), end: startOfDay(addDays(day, 1), london) }
  return db
    .prepare(
      `SELECT ${columns} ${joined} WHERE e.case_id = @caseId AND e.kind = 'hearing' ${standing}
          AND e.sort_at >= @start AND e.sort_at < @end ORDER BY e.sort_at, e.id LIMIT 20`,
    )
    .all(given)
    .map(toHearing)
}

function toHearing(row: unknown): Hearing {
  const { when, stamp, detail } = splitEventRow(row)
  const { special_measures, directions, moves: moved, next: following, orderKey: _, ...rest } = Detail.parse(detail)
  const outcomeKeys = Object.keys(HearingOutcome.shape)
  const entries = Object.entries(rest)
  const outcome = Object.fromEntries(entries.filter(([key]) => outcomeKeys.includes(key)))
  return Hearing.parse({
    ...stamp,
    ...Object.fromEntries(entries.filter(([key]) => !outcomeKeys.includes(key))),
    when,
    specialMeasures: unpack(special_measures),
    directions: unpack(directions),
    outcome: rest['conclusion'] === null ? null : outcome,
    moves: unpack(moved),
    next: following === null ? null : unpack(following),
  })
}
const unpack = (text: string): unknown => JSON.parse(text)
const Detail = z.looseObject({
  special_measures: z.string(),
  directions: z.string(),
  moves: z.string(),
  next: z.string().nullable(),
})
const cursorOf = (row: unknown): Cursor => {
  const { orderKey: at, id } = z.looseObject({ orderKey: z.string(), id: z.string() }).parse(row)
  return { at, id }
}
