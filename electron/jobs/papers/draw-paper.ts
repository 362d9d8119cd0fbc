import type { PaperContent } from '../../../shared/features/papers.ts'
import { pageOfPaper } from '../../../shared/wording/papers.ts'
import { decoration, drawPaper, writeLine, type Element, type Paper } from '../bundle/paper.ts'
import { upright } from '../bundle/sheet.ts'
import { layOut } from '../bundle/text-layout.ts'
import { paginate, type Placed } from './paginate.ts'
import { layOutPaper, margin, pageWidth, type Cell, type LabelOf, type StyledLine } from './rows.ts'

/** How many pages a paper takes: the same whatever numbers it will cite. */
export const countPaperPages = (content: PaperContent): number =>
  (paginate(layOutPaper(content, () => '').rows).at(-1)?.page ?? 0) + 1

/** What a link to a document of the bundle is called until that document's pages are known. */
export const citationName = (document: number): string => `document-${document}`

/**
 * A paper as tagged pages of A4, each with its number, and each citation a link. `missing`: some of its letters can't be printed.
 * A paper by itself cites nothing.
 */
export async function drawPaperContent(
  content: PaperContent,
  labelOf: LabelOf = () => '',
): Promise<{ pdf: Buffer; missing: boolean }> {
  const { rows, missing } = layOutPaper(content, labelOf)
  const placed = paginate(rows)
  const pages = (placed.at(-1)?.page ?? 0) + 1
  const pdf = await drawPaper(
    (paper, root) => {
      const drawing: Drawing = { paper, root, container: null, row: null, cells: [] }
      let page = -1
      for (const part of placed) {
        for (; page < part.page; page += 1) {
          if (page >= 0) writeFoot(paper, content.title, [page + 1, pages])
          paper.addPage()
        }
        writePart(drawing, part)
      }
      closeContainer(drawing)
      writeFoot(paper, content.title, [pages, pages])
    },
    { title: content.title },
  )
  return { pdf, missing }
}

type Drawing = {
  paper: Paper
  root: Element
  /** The table or list that rows go into, and which block it is. */
  container: { element: Element; block: number } | null
  /** A row that goes on to the next page keeps its elements. */
  row: Element | null
  cells: Element[]
}

function writePart(drawing: Drawing, part: Placed): void {
  const { paper } = drawing
  const { row, lines, isRepeated, isFirst, isLast } = part
  if (isRepeated)
    decoration(paper, () => row.cells.forEach((_, at) => linesAt(part, at).forEach(at => write(paper, at))))
  else {
    if (isFirst) openRow(drawing, part)
    for (const [at, cell] of row.cells.entries()) {
      const element = cell.role === null ? drawing.row : drawing.cells[at]
      if (element && lines[at]?.length) writeCell(paper, element, linesAt(part, at))
    }
    if (isLast) {
      for (const cell of drawing.cells) cell.end()
      drawing.row?.end()
    }
  }
  if (row.rule > 0 && isLast) rule(paper, part.top + part.height, row.rule)
}

function openRow(drawing: Drawing, { row: { block, role, cells } }: Placed): void {
  const { paper, root } = drawing
  const isInside = role === 'TR' || role === 'LI'
  if (drawing.container?.block !== block || !isInside) closeContainer(drawing)
  if (isInside) drawing.container ??= { element: within(paper, root, { type: role === 'TR' ? 'Table' : 'L' }), block }
  const row = within(paper, drawing.container?.element ?? root, { type: role })
  drawing.row = row
  drawing.cells = cells.flatMap(({ role: type, scope }) => (type === null ? [] : [within(paper, row, { type, scope })]))
}

function closeContainer(drawing: Drawing): void {
  drawing.container?.element.end()
  drawing.container = null
}

/** An element inside another, already part of the document, so that what is added to it is drawn at once. */
type Kind = { type: Parameters<Paper['struct']>[0]; scope?: Cell['scope'] }
function within(paper: Paper, parent: Element, { type, scope = null }: Kind): Element {
  const options: object = scope === null ? {} : { scope } // pdfkit takes a scope; its types don't say so
  const element = paper.struct(type, options)
  parent.add(element)
  return element
}

type PlacedLine = StyledLine & { x: number; top: number }
/** The lines of one cell on their places. */
function linesAt({ top, row, lines: all }: Placed, at: number): PlacedLine[] {
  const cell = row.cells[at]
  const lines = all[at]
  if (!cell || !lines) return []
  let y = top + row.padding
  return lines.map(styled => {
    const isAtRight = cell.isAtRight || styled.line.isRightToLeft
    const x = margin.side + cell.x + (isAtRight ? cell.width - styled.line.width : 0)
    y += styled.height
    return { ...styled, x, top: y - styled.height }
  })
}

const write = (paper: Paper, { line, points, height, x, top }: PlacedLine): void =>
  writeLine(paper, line, { x, y: top + (height + points * 0.72) / 2, points })

function writeCell(paper: Paper, element: Element, lines: readonly PlacedLine[]): void {
  const words = lines.filter(({ cites }) => cites === undefined)
  if (words.length > 0) element.add(() => words.forEach(line => write(paper, line)))
  for (const line of lines) if (line.cites !== undefined) writeCitation(paper, element, { ...line, cites: line.cites })
}

function writeCitation(paper: Paper, element: Element, cited: PlacedLine & { cites: number }): void {
  const { line, height, x, top, cites } = cited
  const link = within(paper, element, { type: 'Link' })
  link.add(() => write(paper, cited))
  const options = { structParent: link } as object // pdfkit takes it; its types don't say so
  paper.goTo(x, top, line.width, height, citationName(cites), options)
  link.end()
}

const rule = (paper: Paper, y: number, width: number): void =>
  decoration(paper, () => {
    const [from, to] = [margin.side, margin.side + pageWidth]
    paper.moveTo(from, y).lineTo(to, y).lineWidth(width).strokeColor('#767676').stroke().fillColor('black')
  })

/** Above the strip where a bundle puts its own number, and in the middle, so that nobody takes one for the other. */
const footBaseline = upright.height - 46
function writeFoot(paper: Paper, title: string, [page, pages]: [number, number]): void {
  const shown = pageOfPaper(title, page, pages)
  const [line] = layOut(shown, { font: 'text', points: 12, width: pageWidth }).lines
  if (line)
    decoration(paper, () =>
      writeLine(paper, line, { x: (upright.width - line.width) / 2, y: footBaseline, points: 12 }),
    )
}
