import * as z from 'zod'
import { Clash, ListedHearing } from '../../../shared/features/hearings.ts'
import { london, type CalendarDay } from '../../../shared/kernel/dates.ts'
import type { Page, PageOf } from '../../../shared/kernel/event.ts'
import type { CaseId, EventId, UserId } from '../../../shared/kernel/ids.ts'
import { addDays, startOfDay } from '../../../shared/kernel/uk-dates.ts'
import { Columns, TextColumn } from '../columns.ts'
import type { ReadDb } from '../database.ts'
import { sortCursor, standing } from '../events/events.repo.ts'
import { pageFrom } from '../pages.ts'

const columns = `e.id, e.case_id AS caseId, c.reference, e.from_at AS "from", e.precision, e.zone, d.kind, d.court`
const joined = `FROM events e JOIN hearings d ON d.event_id = e.id JOIN cases c ON c.id = e.case_id`
const onTheseDays = `e.kind = 'hearing' ${standing} AND e.sort_at >= @start AND e.sort_at < @end`
const span = (from: CalendarDay, to: CalendarDay) => ({
  start: startOfDay(from, london),
  end: startOfDay(addDays(to, 1), london),
})

const unheard = `AND d.conclusion IS NULL AND c.status <> 'closed'`
type Wanted = { from: CalendarDay; to: CalendarDay; noOutcome: boolean; ownerId: UserId | null; page: Page }
/** The hearings of all cases on these days, soonest first. */
export function listOnDays(db: ReadDb, { from, to, noOutcome, ownerId, page }: Wanted): PageOf<ListedHearing> {
  const where = `${onTheseDays} AND (@ownerId IS NULL OR c.owner_id = @ownerId) ${noOutcome ? unheard : ''}`
  const given = { ...span(from, to), ownerId }
  const after = page.after ? 'AND (e.sort_at, e.id) > (@at, @id)' : ''
  const rows = db
    .prepare(
      `SELECT ${columns}, p.name AS clientName, c.owner_id AS ownerId, d.room, d.listing_note AS listingNote, d.mode,
              d.client_required AS clientRequired, d.conclusion, d.special_measures, e.sort_at AS sortAt,
              (SELECT count(*) FROM tasks t
                WHERE t.hearing_id = e.id AND t.done_on IS NULL AND t.withdrawn_reason IS NULL) AS openTasks
         ${joined} JOIN people p ON p.case_id = c.id AND p.role = 'client'
        WHERE ${where} ${after} ORDER BY e.sort_at, e.id LIMIT @limit + 1`,
    )
    .all({ ...given, ...(page.after ?? {}), limit: page.limit })
  const total = z.int().parse(db.prepare(`SELECT count(*) ${joined} WHERE ${where}`).pluck().get(given))
  const toRow = (row: unknown) => ListedHearing.parse(withMeasures(withWhen(row)))
  return pageFrom(rows, { total, limit: page.limit, toRow, cursorOf: sortCursor })
}

type Asked = { caseId: CaseId; day: CalendarDay; exceptId: EventId | null }
/** Other hearings on the day that are still to be held, of this case or of its owner's. */
export const listClashes = (db: ReadDb, { caseId, day, exceptId }: Asked): Clash[] =>
  db
    .prepare(
      `SELECT ${columns}, iif(c.id = @caseId, 'same-case', 'same-owner') AS why ${joined}
        WHERE ${onTheseDays} AND d.conclusion IS NULL AND e.id IS NOT @exceptId
          AND (c.id = @caseId OR c.owner_id = (SELECT owner_id FROM cases WHERE id = @caseId))
        ORDER BY e.sort_at, e.id LIMIT 20`,
    )
    .all({ ...span(day, day), caseId, exceptId })
    .map(row => Clash.parse(withWhen(row)))

function withWhen(row: unknown): Record<string, unknown> {
  const { from, precision, zone, sortAt: _, ...rest } = Columns.parse(row)
  return { ...rest, when: { from, to: null, precision, zone } }
}

const Measures = z.array(z.object({ id: z.string(), state: z.string() }))
function withMeasures({ special_measures: text, ...rest }: Record<string, unknown>): Record<string, unknown> {
  return { ...rest, specialMeasures: Measures.parse(JSON.parse(TextColumn.parse(text))) }
}
