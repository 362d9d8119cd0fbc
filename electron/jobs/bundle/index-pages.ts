import { labelSpan, type BundleNumbers } from '../../../shared/rules/bundle-numbering.ts'
import { bundleWords } from '../../../shared/wording/bundles.ts'
import { columns, headRow, lineHeight, points, type Heading, type IndexLayout, type IndexRow } from './index-layout.ts'
import { decoration, drawPaper, writeLine, type Element, type Paper } from './paper.ts'
import { upright } from './sheet.ts'
import { layOut, type Line } from './text-layout.ts'

type Drawing = { paper: Paper; numbers: BundleNumbers; layout: IndexLayout }

/** What a link of the index is called until the pages it leads to are in the file: the PDF's page, counted from 1. */
export const linkName = (page: number): string => `page-${page}`

/** Draws the index with its numbers. Each row is one link, and the whole is a table to a screen reader. */
export const drawIndex = (layout: IndexLayout, numbers: BundleNumbers): Promise<Buffer> =>
  drawPaper((paper, root) => {
    const drawing: Drawing = { paper, numbers, layout }
    let table: Element | undefined
    for (const [at, page] of layout.pages.entries()) {
      paper.addPage()
      if (at === 0) for (const heading of layout.headings) writeHeading(paper, root, heading)
      table ??= within(paper, root, 'Table')
      writeHeadRow(drawing, table, { top: page.tableTop, repeated: at > 0 })
      for (const row of page.rows) writeRow(drawing, table, row)
    }
    table?.end()
  })

type ElementType = Parameters<Paper['struct']>[0]

/** An element inside another, already part of the document, so that what is added to it is drawn at once. */
function within(paper: Paper, parent: Element, type: ElementType): Element {
  const element = paper.struct(type)
  parent.add(element)
  return element
}

type Place = { paper: Paper; parent: Element; type: ElementType }
function inElement({ paper, parent, type }: Place, draw: () => void): void {
  const element = within(paper, parent, type)
  element.add(draw)
  element.end()
}

function writeHeading(paper: Paper, parent: Element, { lines, points: size, top, align }: Heading): void {
  const type = size === 18 ? 'H1' : size === 14 ? 'H2' : 'P'
  inElement({ paper, parent, type }, () => {
    for (const [index, line] of lines.entries())
      writeLine(paper, line, { x: startOf(line, align), y: top + 13 + index * (size + 5), points: size })
  })
}
const startOf = ({ width }: Line, align: Heading['align']): number => {
  if (align === 'left') return columns.number.x
  return align === 'right' ? columns.right - width : (upright.width - width) / 2
}

/** One line in a column, its end at the column's right where it is a number of pages. */
const cellLine = (text: string, font: 'text' | 'bold'): Line | undefined =>
  layOut(text, { font, points, width: Number.POSITIVE_INFINITY }).lines[0]

function writeCell(
  paper: Paper,
  text: string,
  at: { font: 'text' | 'bold'; x: number; y: number; right?: number },
): void {
  const line = cellLine(text, at.font)
  if (line) writeLine(paper, line, { x: at.right === undefined ? at.x : at.right - line.width, y: at.y, points })
}

function writeHeadRow({ paper }: Drawing, table: Element, { top, repeated }: { top: number; repeated: boolean }): void {
  const y = top + 17
  const draw = (): void => {
    writeCell(paper, bundleWords.document, { font: 'bold', x: columns.title.x, y })
    writeCell(paper, bundleWords.date, { font: 'bold', x: columns.date.x, y })
    writeCell(paper, bundleWords.page, { font: 'bold', x: 0, y, right: columns.right - 6 })
  }
  if (repeated) decoration(paper, draw)
  else {
    const row = within(paper, table, 'TR')
    inElement({ paper, parent: row, type: 'TH' }, draw)
    row.end()
  }
  rule(paper, top + headRow, 1)
}

const rule = (paper: Paper, y: number, width: number): void =>
  decoration(paper, () =>
    paper
      .moveTo(columns.number.x, y)
      .lineTo(columns.right, y)
      .lineWidth(width)
      .strokeColor('#767676')
      .stroke()
      .fillColor('black'),
  )

function writeRow(drawing: Drawing, table: Element, row: IndexRow): void {
  const { paper, numbers } = drawing
  const section = row.kind === 'empty' ? undefined : numbers.sections[row.section]
  const target = row.kind === 'document' ? section?.documents[row.document] : section
  if (row.kind === 'section')
    decoration(paper, () =>
      paper
        .rect(columns.number.x, row.top, columns.right - columns.number.x, row.height)
        .fill('#ebeef0')
        .fillColor('black'),
    )
  const y = row.top + (row.kind === 'section' ? 20 : 17)
  const font = row.kind === 'section' ? 'bold' : 'text'
  const element = within(paper, table, 'TR')
  const cell: Place = { paper, parent: element, type: 'TD' }
  inElement(cell, () => {
    const number = row.kind === 'document' ? documentNumber(numbers, row) : (section?.letter ?? '')
    writeCell(paper, number, { font, x: columns.number.x + 6, y })
  })
  writeTitle(drawing, element, { row, y, page: target && target.pages > 0 ? target.firstPage : null })
  inElement(cell, () => {
    if (row.kind === 'document')
      for (const [index, line] of row.date.entries())
        writeLine(paper, line, { x: columns.date.x, y: y + index * lineHeight, points })
  })
  inElement(cell, () => writeCell(paper, target ? labelSpan(target) : '', { font, x: 0, y, right: columns.right - 6 }))
  element.end()
  rule(paper, row.top + row.height, 0.5)
}

/** Documents are counted through the whole bundle, as tabs are. */
function documentNumber({ sections }: BundleNumbers, row: { section: number; document: number }): string {
  const before = sections.slice(0, row.section).reduce((sum, { documents }) => sum + documents.length, 0)
  return String(before + row.document + 1)
}

type Title = { row: IndexRow; y: number; page: number | null }
function writeTitle({ paper }: Drawing, parent: Element, { row, y, page }: Title): void {
  const cell = within(paper, parent, 'TD')
  const link = within(paper, cell, page === null ? 'P' : 'Link')
  link.add(() => {
    for (const [index, line] of row.title.entries())
      writeLine(paper, line, { x: columns.title.x, y: y + index * lineHeight, points })
  })
  if (page !== null) {
    const width = columns.right - columns.number.x
    const options = { structParent: link } as object // pdfkit takes it; its types don't say so
    paper.goTo(columns.number.x, row.top, width, row.height, linkName(page), options)
  }
  link.end()
  cell.end()
}
