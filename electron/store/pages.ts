import type { Cursor, PageOf } from '../../shared/kernel/event.ts'

type Setting<Row> = { total: number; limit: number; toRow: (row: unknown) => Row; cursorOf: (row: unknown) => Cursor }
/** One page of a list: a full page has a cursor to go on from. */
export function pageFrom<Row>(found: unknown[], { total, limit, toRow, cursorOf }: Setting<Row>): PageOf<Row> {
  const last = found.at(-1)
  return { rows: found.map(toRow), total, next: found.length === limit && last !== undefined ? cursorOf(last) : null }
}
