import * as z from 'zod'
import {
  TimelineCounts,
  wholeTimeline,
  type EventSummary,
  type TimelineFilter,
} from '../../../shared/features/events.ts'
import { london } from '../../../shared/kernel/dates.ts'
import { EventKind, type Page, type PageOf } from '../../../shared/kernel/event.ts'
import type { CaseId } from '../../../shared/kernel/ids.ts'
import { addDays, startOfDay } from '../../../shared/kernel/uk-dates.ts'
import type { Conceal } from '../confidential/confidential-words.ts'
import type { ReadDb } from '../database.ts'
import { pageFrom } from '../pages.ts'
import { searchRowsOfCase } from '../search/search.repo.ts'
import { endOfTime, eventColumns, sortCursor, standing, toEventSummary } from './events.repo.ts'

const hasFile = 'EXISTS (SELECT 1 FROM event_files l WHERE l.event_id = e.id AND l.removed_at IS NULL)'
const conditions = {
  kinds: 'e.kind IN (SELECT value FROM json_each(@kinds))',
  from: 'coalesce(e.to_at, e.from_at) >= @from',
  to: 'e.from_at < @to',
  with: hasFile,
  without: `NOT ${hasFile}`,
  words: 'e.search_row IN (SELECT value FROM json_each(@rows))',
}
type Condition = keyof typeof conditions

type Asked = { caseId: CaseId; filter: TimelineFilter; conceal: Conceal }
/** The conditions that the filter comes to, and their bound values. */
function chosen(db: ReadDb, { caseId, filter, conceal }: Asked) {
  const { text, kinds, from, to, file } = filter
  const rows = searchRowsOfCase(db, { caseId, text, conceal })
  const names: Condition[] = [
    ...(kinds.length > 0 ? (['kinds'] as const) : []),
    ...(from === null ? [] : (['from'] as const)),
    ...(to === null ? [] : (['to'] as const)),
    ...(file === 'any' ? [] : [file]),
    ...(rows === null ? [] : (['words'] as const)),
  ]
  const given = {
    ...{ caseId, kinds: JSON.stringify(kinds), rows: JSON.stringify(rows) },
    from: from && startOfDay(from, london),
    to: to && startOfDay(addDays(to, 1), london),
  }
  return { names, given }
}
const and = (names: readonly Condition[], ...without: Condition[]): string =>
  names
    .filter(name => !without.includes(name))
    .map(name => ` AND ${conditions[name]}`)
    .join('')

type Wanted = { withdrawn: boolean; filter?: TimelineFilter | undefined; page: Page; conceal: Conceal }
/** The dated records of a case, newest first, those with an unknown date last. */
export function listEvents(
  db: ReadDb,
  caseId: CaseId,
  { withdrawn, filter = wholeTimeline, page, conceal }: Wanted,
): PageOf<EventSummary> {
  const { names, given } = chosen(db, { caseId, filter, conceal })
  const where = `e.case_id = @caseId ${withdrawn ? '' : standing}${and(names)}`
  const rows = db
    .prepare(
      `SELECT ${eventColumns}, e.kind, e.title, e.sort_at AS sortAt FROM events e
        WHERE ${where} AND (e.sort_at, e.id) < (@at, @id)
        ORDER BY e.sort_at DESC, e.id DESC LIMIT @limit + 1`,
    )
    .all({ ...given, ...(page.after ?? endOfTime), limit: page.limit })
  const total = z.int().parse(db.prepare(`SELECT count(*) FROM events e WHERE ${where}`).pluck().get(given))
  return pageFrom(rows, { total, limit: page.limit, toRow: toEventSummary, cursorOf: sortCursor })
}

/** How many records of a case stand, and how many each choice would list. */
export function countTimeline(db: ReadDb, asked: Asked): TimelineCounts {
  const { names, given } = chosen(db, asked)
  const ofCase = `FROM events e WHERE e.case_id = @caseId ${standing}`
  const number = (where: string): number =>
    z.int().parse(db.prepare(`SELECT count(*) ${ofCase}${where}`).pluck().get(given))
  const kinds = db.prepare(`SELECT e.kind, count(*) AS number ${ofCase}${and(names, 'kinds')} GROUP BY e.kind`)
  const found = new Map(kinds.all(given).map(row => [Kind.parse(row).kind, Kind.parse(row).number]))
  const others = and(names, 'with', 'without')
  const [any, with_] = [number(others), number(`${others} AND ${hasFile}`)]
  return TimelineCounts.parse({
    all: number(''),
    kinds: Object.fromEntries(EventKind.options.map(kind => [kind, found.get(kind) ?? 0])),
    file: { any, with: with_, without: any - with_ },
  })
}
const Kind = z.strictObject({ kind: EventKind, number: z.int() })
