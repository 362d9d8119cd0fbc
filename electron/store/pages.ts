import type { Cursor, PageOf } from '../../shared/kernel/event.ts'

type Setting<Row> = { total: number; limit: number; toRow: (row: unknown) => Row; cursorOf: (row: unknown) => Cursor }
/** One page of a list. `found` is asked for with one row more than the limit, which tells whether there is a page after it. */
export function pageFrom<Row>(found: unknown[], { total, limit, toRow, cursorOf }: Setting<Row>): PageOf<Row> {
  const page = found.slice(0, limit)
  return { rows: page.map(toRow), total, next: found.length > limit ? cursorOf(page.at(-1)) : null }
}
