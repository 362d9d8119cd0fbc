import { bundleWords } from '../../../shared/wording/bundles.ts'
import { layOut, type Line } from './text-layout.ts'
import { upright } from './sheet.ts'

// The index before any number is known: what stands on which page. Its length does not depend on the numbers it will show.

export type IndexContent = {
  title: string
  court: string | null
  caseNumber: string | null
  /** As it is printed. */
  hearing: string | null
  sections: readonly { title: string; documents: readonly { title: string; date: string | null }[] }[]
}
type TitleStyle = { font: 'text' | 'bold'; extra: number }
type RowPlace = { top: number; height: number; title: readonly Line[] }
export type IndexRow =
  | (RowPlace & { kind: 'section'; section: number })
  | (RowPlace & { kind: 'document'; section: number; document: number; date: readonly Line[] })
  | (RowPlace & { kind: 'empty' })
export type IndexPage = { rows: readonly IndexRow[]; tableTop: number }
export type Heading = { lines: readonly Line[]; points: number; top: number; align: 'left' | 'right' | 'middle' }
export type IndexLayout = { headings: readonly Heading[]; pages: readonly IndexPage[]; missing: ReadonlySet<string> }

export const points = 12
export const lineHeight = 17
const margin = 57
const bottom = upright.height - 62
export const columns = {
  number: { x: margin, width: 36 },
  title: { x: margin + 36, width: 270 },
  date: { x: margin + 318, width: 84 },
  page: { x: margin + 406, width: 75 },
  right: upright.width - margin,
} as const
const padding = 10
export const headRow = 26

const plainRow: TitleStyle = { font: 'text', extra: 0 }

/** Places every heading and row. A row is never parted; a section's name never stands alone at the foot of a page. */
export function layOutIndex(content: IndexContent): IndexLayout {
  const missing = new Set<string>()
  const { headings, end } = layOutHeadings(content)
  const rows = content.sections.flatMap(({ title, documents }, section): IndexRow[] => [
    { kind: 'section', section, ...titleRow(title, { font: 'bold', extra: 5 }, missing) },
    ...(documents.length === 0 ? [{ kind: 'empty' as const, ...titleRow(bundleWords.empty, plainRow, missing) }] : []),
    ...documents.map(({ title: name, date }, document): IndexRow => {
      const dates = layOut(date ?? '', { font: 'text', points, width: columns.date.width })
      const row = titleRow(name, plainRow, missing)
      const height = Math.max(row.height, dates.lines.length * lineHeight + padding)
      return { kind: 'document', section, document, ...row, height, date: dates.lines }
    }),
  ])
  return { headings, pages: paged(rows, end), missing }
}

function titleRow(title: string, { font, extra }: TitleStyle, missing: Set<string>): RowPlace {
  const laid = layOut(title.replace(/\s+/g, ' '), { font, points, width: columns.title.width })
  if (laid.missing) missing.add(title)
  return { top: 0, height: laid.lines.length * lineHeight + padding + extra, title: laid.lines }
}

function paged(rows: readonly IndexRow[], firstTop: number): IndexPage[] {
  const pages: { rows: IndexRow[]; tableTop: number }[] = [{ rows: [], tableTop: firstTop }]
  let y = firstTop + headRow
  for (const [at, row] of rows.entries()) {
    const page = pages.at(-1)
    const together = row.height + (row.kind === 'section' ? (rows[at + 1]?.height ?? 0) : 0)
    if (page && (y + together <= bottom || page.rows.length === 0)) page.rows.push({ ...row, top: y })
    else {
      pages.push({ rows: [{ ...row, top: margin + headRow }], tableTop: margin })
      y = margin + headRow
    }
    y += row.height
  }
  return pages
}

function layOutHeadings({ title, court, caseNumber, hearing }: IndexContent): { headings: Heading[]; end: number } {
  const headings: Heading[] = []
  const width = columns.right - margin
  let top = margin
  const add = (
    text: string,
    style: { size: number; font: 'text' | 'bold'; align: Heading['align']; width: number },
  ): number => {
    const { lines } = layOut(text.replace(/\s+/g, ' '), { font: style.font, points: style.size, width: style.width })
    headings.push({ lines, points: style.size, top, align: style.align })
    return lines.length * (style.size + 5)
  }
  const courtHeight = court === null ? 0 : add(court, { size: 12, font: 'bold', align: 'left', width: width / 2 - 10 })
  const number = caseNumber === null ? null : `${bundleWords.caseNumber}: ${caseNumber}`
  const numberHeight =
    number === null ? 0 : add(number, { size: 12, font: 'text', align: 'right', width: width / 2 - 10 })
  top += Math.max(courtHeight, numberHeight) + (court === null && number === null ? 0 : 22)
  top += add(title, { size: 18, font: 'bold', align: 'middle', width }) + 4
  if (hearing !== null)
    top += add(`${bundleWords.hearing}: ${hearing}`, { size: 12, font: 'text', align: 'middle', width })
  top += 12
  top += add(bundleWords.index, { size: 14, font: 'bold', align: 'middle', width })
  return { headings, end: top + 8 }
}
