import type { PaperBlock, PaperCell, PaperContent } from '../../../shared/features/papers.ts'
import { paperWords, seePage } from '../../../shared/wording/papers.ts'
import { layOut, type Line } from '../bundle/text-layout.ts'
import { upright } from '../bundle/sheet.ts'

// A paper as rows of lines, before any of them has its page. Sizes are points.

export const margin = { side: 62, top: 62, bottom: 76 } as const
export const pageWidth = upright.width - 2 * margin.side

type Style = { font: 'text' | 'bold'; points: number; height: number }
const styles = {
  text: { font: 'text', points: 12, height: 17 },
  strong: { font: 'bold', points: 12, height: 17 },
  // In tables and notes: no smaller, since a court may ask for 12 points throughout, but closer.
  close: { font: 'text', points: 12, height: 15 },
  closeStrong: { font: 'bold', points: 12, height: 15 },
  title: { font: 'bold', points: 18, height: 24 },
  heading: { font: 'bold', points: 14, height: 19 },
} as const satisfies Record<string, Style>

/** `cites`: the document that the line names a page of, and leads to. */
export type StyledLine = { line: Line; points: number; height: number; cites?: number }
/** The number of a document's first page, by the order of the document in its bundle. */
export type LabelOf = (document: number) => string
type CellRole = 'TH' | 'TD' | 'Lbl' | 'LBody'
export type Cell = {
  x: number
  width: number
  isAtRight: boolean
  lines: StyledLine[]
  /** What it is to a screen reader; null where it is one with its row. */
  role: CellRole | null
  scope: 'Column' | 'Row' | null
}
export type Row = {
  /** Rows of one block are one table or list. */
  block: number
  role: 'H1' | 'H2' | 'P' | 'TR' | 'LI'
  cells: Cell[]
  /** Free above, but not at the head of a page. */
  gap: number
  /** Free inside, above and below the lines. */
  padding: number
  /** Stays on the page of the next row. */
  isGlued: boolean
  /** May be parted between its lines, even where a page would take it whole. */
  mayPart: boolean
  rule: number
  /** Comes again at the head of every page that the table goes on to. */
  head: Row | null
}
export type LaidOutPaper = { rows: Row[]; missing: boolean }

const plainRow = { gap: 0, padding: 0, isGlued: false, mayPart: false, rule: 0, head: null } as const
const plainCell = { x: 0, width: pageWidth, isAtRight: false, role: null, scope: null } as const

type Setter = (text: string, style: Style, width: number) => StyledLine[]

/** No line depends on how long a label is, so that pages can be counted before anything is numbered. */
export function layOutPaper(content: PaperContent, labelOf: LabelOf): LaidOutPaper {
  let missing = false
  const set: Setter = (text, { font, points, height }, width) => {
    const laid = layOut(text, { font, points, width })
    missing ||= laid.missing
    return laid.lines.map(line => ({ line, points, height }))
  }
  let number = 0
  const rows = content.blocks.flatMap((block, at): Row[] => {
    if (block.is === 'paragraph' && block.numbered) number += 1
    return blockRows(block, { block: at, number, set, labelOf })
  })
  return { rows: withNotes(content, [...headRows(content, set), ...rows]), missing }
}

/** A note stays with what it is a note to: a page that begins with one, or holds nothing else, says nothing. */
const withNotes = ({ blocks }: PaperContent, rows: readonly Row[]): Row[] =>
  rows.map((row, at) => {
    const next = rows[at + 1]?.block
    const isFollowed = next !== undefined && next !== row.block && blocks[next]?.is === 'note'
    return isFollowed ? { ...row, isGlued: true } : row
  })

function headRows({ title, about: { client, court, caseNumber } }: PaperContent, set: Setter): Row[] {
  const half = pageWidth / 2 - 8
  const place = { ...plainRow, block: -1, role: 'P', isGlued: true } as const
  const number = caseNumber === null ? '' : `${paperWords.caseNumber} ${caseNumber}`
  const courtRow: Row = {
    ...place,
    cells: [
      { ...plainCell, width: half, lines: set(court ?? '', styles.strong, half) },
      { ...plainCell, x: half + 16, width: half, isAtRight: true, lines: set(number, styles.text, half) },
    ],
  }
  const line = (text: string, style: Style, how: Pick<Row, 'role' | 'gap'>): Row => ({
    ...place,
    ...{ ...how, cells: [{ ...plainCell, lines: set(text, style, pageWidth) }] },
  })
  return [
    ...(court === null && caseNumber === null ? [] : [courtRow]),
    line(title, styles.title, { role: 'H1', gap: 18 }),
    { ...line(client, styles.text, { role: 'P', gap: 4 }), rule: 1, padding: 3 },
  ]
}

type Placing = { block: number; number: number; set: Setter; labelOf: LabelOf }
function blockRows(block: PaperBlock, placing: Placing): Row[] {
  const { block: at, number, set } = placing
  if (block.is === 'table') return tableRows(block, placing)
  if (block.is === 'facts') return factRows(block, placing)
  if (block.is === 'list')
    return block.items.map((item, index) => ({
      ...plainRow,
      ...{ block: at, role: 'LI', gap: index === 0 ? 8 : 4, mayPart: true },
      cells: [
        { ...plainCell, x: indent - 14, width: 14, lines: set('•', styles.text, 14), role: 'Lbl' },
        { ...plainCell, ...indented, lines: set(item, styles.text, indented.width), role: 'LBody' },
      ],
    }))
  const only = { ...plainRow, block: at, role: 'P', mayPart: true } as const
  if (block.is === 'heading')
    return [
      {
        ...{ ...only, role: 'H2', gap: 20, isGlued: true, mayPart: false },
        cells: [{ ...plainCell, lines: set(block.text, styles.heading, pageWidth) }],
      },
    ]
  if (block.is === 'note')
    return [{ ...only, gap: 14, cells: [{ ...plainCell, lines: set(block.text, styles.close, pageWidth) }] }]
  const text = { ...plainCell, ...indented, lines: set(block.text, styles.text, indented.width) }
  if (!block.numbered)
    return [{ ...only, gap: 8, cells: [{ ...plainCell, lines: set(block.text, styles.text, pageWidth) }] }]
  const counted = { ...plainCell, width: indent, lines: set(`${number}.`, styles.text, indent) }
  return [{ ...only, gap: 8, cells: [counted, text] }]
}
const indent = 32
const indented = { x: indent, width: pageWidth - indent }

const termWidth = 140
function factRows({ rows }: Extract<PaperBlock, { is: 'facts' }>, { block, set }: Placing): Row[] {
  const valueWidth = pageWidth - termWidth - 12
  return rows.map(({ term, value }, at) => ({
    ...plainRow,
    ...{ block, role: 'TR', padding: 4, rule: 0.5, gap: at === 0 ? 8 : 0, mayPart: true },
    cells: [
      { ...plainCell, width: termWidth, lines: set(term, styles.strong, termWidth), role: 'TH', scope: 'Row' },
      { ...plainCell, x: termWidth + 12, width: valueWidth, lines: set(value, styles.text, valueWidth), role: 'TD' },
    ],
  }))
}

const between = 10
function tableRows({ columns, rows }: Extract<PaperBlock, { is: 'table' }>, placing: Placing): Row[] {
  const { block, set } = placing
  const shares = columns.reduce((sum, { share }) => sum + share, 0)
  const room = pageWidth - between * (columns.length - 1)
  let x = 0
  const places = columns.map(({ share }) => {
    const width = (room * share) / shares
    const place = { ...plainCell, x, width }
    x += width + between
    return place
  })
  const row = { ...plainRow, block, role: 'TR' } as const
  const head: Row = {
    ...row,
    ...{ padding: 5, rule: 1, gap: 8, isGlued: true },
    cells: places.map((place, at) => ({
      ...place,
      lines: set(columns[at]?.head ?? '', styles.closeStrong, place.width),
      role: 'TH',
      scope: 'Column',
    })),
  }
  const body = rows.map((cells): Row => ({
    ...row,
    ...{ padding: 5, rule: 0.5, head },
    cells: places.map((place, at) => ({
      ...place,
      lines: cellLines(cells[at] ?? [], place.width, placing),
      role: 'TD',
    })),
  }))
  return [head, ...body]
}

const cellLines = (cell: PaperCell, width: number, { set, labelOf }: Placing): StyledLine[] =>
  cell.flatMap(part => {
    if ('text' in part) return set(part.text, part.strong ? styles.closeStrong : styles.close, width)
    const { cites } = part
    return set(seePage(labelOf(cites)), styles.close, Number.POSITIVE_INFINITY).map(line => ({ ...line, cites }))
  })
