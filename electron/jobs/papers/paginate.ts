import { upright } from '../bundle/sheet.ts'
import { margin, type Row, type StyledLine } from './rows.ts'

/** A row, or the part of one, on its page. `lines` are those of each cell; `top` counts from the head of the page. */
export type Placed = {
  row: Row
  page: number
  top: number
  height: number
  lines: StyledLine[][]
  isFirst: boolean
  isLast: boolean
  /** A table's head that has been read before. */
  isRepeated: boolean
}

const bottom = upright.height - margin.bottom
const capacity = bottom - margin.top
const heightOfLines = (lines: readonly StyledLine[]): number => lines.reduce((sum, { height }) => sum + height, 0)
export const heightOf = ({ cells, padding }: Row): number =>
  Math.max(...cells.map(({ lines }) => heightOfLines(lines))) + 2 * padding

/** Gives every row its page. A row stays whole unless it may part or is longer than a page; a heading never stands last. */
export function paginate(rows: readonly Row[]): Placed[] {
  const placing: Placing = { placed: [], page: 0, y: margin.top }
  for (let at = 0; at < rows.length;) {
    const run = runFrom(rows, at)
    const together = run.reduce((sum, row) => sum + row.gap + heightOf(row), 0)
    const last = run.at(-1)
    const parts = last !== undefined && mayPart(last)
    const needed = parts ? together - heightOf(last) + leastPart(last) : together
    if (placing.y + needed > bottom && needed <= capacity && placing.y > margin.top) turnPage(placing, run[0])
    for (const row of run) placeRow(placing, row)
    at += run.length
  }
  return placing.placed
}
type Placing = { placed: Placed[]; page: number; y: number }

function runFrom(rows: readonly Row[], from: number): Row[] {
  const end = rows.findIndex((row, at) => at >= from && !row.isGlued)
  return rows.slice(from, end < 0 ? rows.length : end + 1)
}

const headHeight = ({ head }: Row): number => (head ? heightOf(head) : 0)
const mayPart = (row: Row): boolean => row.mayPart || heightOf(row) > capacity - headHeight(row)
/** Two lines at least, so that none stands alone. */
const leastPart = ({ cells, padding }: Row): number =>
  Math.max(...cells.map(({ lines }) => heightOfLines(lines.slice(0, 2)))) + 2 * padding

function turnPage(placing: Placing, next: Row | undefined): void {
  placing.page += 1
  placing.y = margin.top
  const head = next?.head
  if (head)
    put(placing, head, { lines: head.cells.map(({ lines }) => lines), isFirst: true, isLast: true, isRepeated: true })
}

type Part = Pick<Placed, 'lines' | 'isFirst' | 'isLast' | 'isRepeated'>
function put(placing: Placing, row: Row, part: Part): void {
  const height = Math.max(...part.lines.map(heightOfLines)) + 2 * row.padding
  placing.placed.push({ row, page: placing.page, top: placing.y, height, ...part })
  placing.y += height
}

function placeRow(placing: Placing, row: Row): void {
  if (placing.y > margin.top) placing.y += row.gap
  let rest = row.cells.map(({ lines }) => lines)
  for (let isFirst = true; ;) {
    const room = bottom - placing.y - 2 * row.padding
    if (Math.max(...rest.map(heightOfLines)) <= room) {
      put(placing, row, { lines: rest, isFirst, isLast: true, isRepeated: false })
      return
    }
    const isFresh = placing.y <= margin.top + headHeight(row)
    const taken = rest.map(lines => linesWithin(lines, room))
    if (isFresh || (mayPart(row) && leavesEnough(rest, taken))) {
      const lines = rest.map((all, at) => all.slice(0, taken[at]))
      put(placing, row, { lines, isFirst, isLast: false, isRepeated: false })
      rest = rest.map((all, at) => all.slice(taken[at]))
      isFirst = false
    }
    turnPage(placing, row)
  }
}

/** How many lines fit, leaving two for the next page if any. */
function linesWithin(lines: readonly StyledLine[], room: number): number {
  let [count, height] = [0, 0]
  while (count < lines.length && height + (lines[count]?.height ?? 0) <= room) height += lines[count++]?.height ?? 0
  return lines.length - count === 1 && count > 2 ? count - 1 : count
}

const leavesEnough = (rest: readonly StyledLine[][], taken: readonly number[]): boolean =>
  rest.every((lines, at) => (taken[at] ?? 0) >= Math.min(2, lines.length))
