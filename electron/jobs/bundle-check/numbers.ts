import type { BundleProfile } from '../../../shared/rules/bundle-profiles.ts'
import type { Piece, ReadBundle, ReadPage } from './read-bundle.ts'

// Labels, stamps, index, links and bookmarks, each held against the others.

type Stamp = { piece: Piece; isClear: boolean }
type Entry = { page: number; /** As printed: "A1–A5" gives "A1". */ says: string; leadsTo: number | null }
/** What of a bundle's numbers can be seen. Null: that page bears no number of its label. */
export type Numbered = { stamps: readonly (Stamp | null)[]; entries: readonly Entry[]; indexPages: number }
type Finding = { wrong: boolean; pages: readonly number[] }

/** How far from the upper or lower edge a number may stand, in points. */
const edge = 60
const smallest = 10

export function findNumbers(read: ReadBundle): Numbered {
  const labels = labelsOf(read.labels, read.pages.length)
  const stamps = read.pages.map((page, at) => stampOn(page, labels[at] ?? ''))
  const firstPlain = read.pages.findIndex(({ links }) => links.length === 0)
  const targets = read.pages[0]?.links.flatMap(({ page }) => page ?? []) ?? []
  const indexPages = Math.min(firstPlain < 0 ? read.pages.length : firstPlain, ...targets.map(page => page - 1))
  const entries = read.pages.slice(0, indexPages).flatMap((page, at) => entriesOn(page, at + 1))
  return { stamps, entries, indexPages }
}

/** Where a PDF has no labels, readers show the pages' own numbers. */
export const labelsOf = (labels: ReadBundle['labels'], pages: number): readonly string[] =>
  labels ?? Array.from({ length: pages }, (_, at) => String(at + 1))

/** The number of a page, where it bears that. */
export function stampOn({ pieces, width, height }: ReadPage, label: string): Stamp | null {
  const piece = pieces.findLast(
    ({ text, x, y }) => text.trim() === label && x > width / 2 && (y < edge || y > height - edge),
  )
  if (!piece) return null
  const others = pieces.filter(other => other !== piece)
  return { piece, isClear: piece.height >= smallest - 0.1 && !others.some(other => overlap(piece, other)) }
}

/** Feet of letters may come a little below their line, and their heads seldom reach their full height. */
function overlap(one: Piece, two: Piece): boolean {
  const [first, second] = [boxOf(one), boxOf(two)]
  return (
    first.left < second.right && second.left < first.right && first.bottom < second.top && second.bottom < first.top
  )
}
function boxOf({ x, y, width, height, angle }: Piece) {
  const turned = Math.abs(Math.sin((angle * Math.PI) / 180)) > 0.7
  const [across, up] = turned ? [height, width] : [width, 0.75 * height]
  return { left: x, right: x + across, bottom: y - 0.2 * height, top: y + up }
}

/** The rows of an index: each link with what is printed inside it. Two links of one row are one entry. */
function entriesOn(page: ReadPage, number: number): Entry[] {
  return page.links.flatMap(({ box, page: leadsTo }) => {
    const last = piecesIn(page, box).reduce<Piece | null>(
      (found, piece) => (found && found.x > piece.x ? found : piece),
      null,
    )
    const says = /^([A-Za-z]*\d+|[ivxlcdm]+)(?:\s*[–-]\s*\S+)?$/.exec(last?.text.trim() ?? '')?.[1]
    return [{ page: number, says: says ?? '', leadsTo }]
  })
}

const piecesIn = (
  { pieces }: ReadPage,
  [left = 0, bottom = 0, right = 0, top = 0]: readonly number[],
): readonly Piece[] => pieces.filter(({ x, y }) => x >= left - 1 && x <= right + 1 && y >= bottom - 1 && y <= top + 1)

/** Pages whose label is not what the profile wants there. */
export function wrongLabels(read: ReadBundle, { numbering }: BundleProfile): number[] {
  const labels = labelsOf(read.labels, read.pages.length)
  if (numbering === 'whole-bundle') return labels.flatMap((label, at) => (label === String(at + 1) ? [] : [at + 1]))
  const wrong: number[] = []
  let letter = ''
  let last = 0
  for (const [at, label] of labels.entries()) {
    const [, section = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(label) ?? []
    const isIndex = letter === '' && /^[ivxlcdm]+$/.test(label)
    const goesOn = section !== '' && section === letter && Number(digits) === last + 1
    const begins = section !== '' && isAfter(section, letter) && digits === '1'
    if (!isIndex && !goesOn && !begins) wrong.push(at + 1)
    if (section !== '') [letter, last] = [section, Number(digits)]
  }
  if (letter === '') return labels.map((_, at) => at + 1)
  return wrong
}
const isAfter = (one: string, two: string): boolean =>
  one.length > two.length || (one.length === two.length && one > two)

/** An index comes first, and each entry says the label of the page that it leads to. */
export function wrongIndex(read: ReadBundle, { entries, indexPages }: Numbered): Finding {
  const labels = labelsOf(read.labels, read.pages.length)
  const wrong = entries.filter(({ says, leadsTo }) => leadsTo === null || says === '' || labels[leadsTo - 1] !== says)
  return {
    wrong: indexPages === 0 || entries.length === 0 || wrong.length > 0,
    pages: unique(wrong.map(({ page }) => page)),
  }
}

/** Links lead to a page of the bundle, and where they name one, to that. Without any, the index can't be used. */
export function wrongLinks(read: ReadBundle, { indexPages }: Numbered): Finding {
  const labels = labelsOf(read.labels, read.pages.length)
  const pages = read.pages.flatMap((page, at) => {
    const cited = at < indexPages ? [] : citationsOn(page)
    const isWrong = ({ says, leadsTo }: Citation) => leadsTo !== null && labels[leadsTo - 1] !== says
    return page.links.some(link => link.page === null) || cited.some(isWrong) ? [at + 1] : []
  })
  return { wrong: pages.length > 0 || !read.pages.some(({ links }) => links.length > 0), pages }
}

type Citation = { says: string; leadsTo: number | null }
/** Links after the index that end in the number of a page: "See page B3". */
export const citationsOn = (page: ReadPage): Citation[] =>
  page.links.flatMap(({ box, page: leadsTo }) => {
    const says = /\bpage ([A-Z]*\d+)$/.exec(wordsIn(page, box))?.[1]
    return says === undefined ? [] : [{ says, leadsTo }]
  })

const wordsIn = (page: ReadPage, box: readonly number[]): string =>
  piecesIn(page, box)
    .map(({ text }) => text)
    .join(' ')
    .replaceAll(/\s+/g, ' ')
    .trim()

/** Every bookmark leads to a page, and to the one that it names; every entry of the index has one. */
export function wrongBookmarks(read: ReadBundle, { entries, indexPages }: Numbered): Finding {
  const labels = labelsOf(read.labels, read.pages.length)
  const lost = read.bookmarks.filter(({ page, title, depth }, at) => {
    // A document names its pages. A section, which has documents below it or none at all, and what stands below a document may
    // end in any number.
    const isSection = depth === 0 && (entries.length === 0 || (read.bookmarks[at + 1]?.depth ?? 0) > 0)
    const isNumbered = depth <= 1 && !isSection && page !== null && page > indexPages
    const says = isNumbered ? /\(([A-Z]*\d+)(?:–[A-Z]*\d+)?\)$/.exec(title)?.[1] : undefined
    return page === null || (says !== undefined && labels[page - 1] !== says)
  })
  const marked = new Set(read.bookmarks.map(({ page }) => page))
  const without = entries.flatMap(({ leadsTo }) => (leadsTo !== null && !marked.has(leadsTo) ? [leadsTo] : []))
  const pages = unique([...without, ...lost.flatMap(({ page }) => (page === null ? [] : [page]))])
  return { wrong: read.bookmarks.length === 0 || lost.length > 0 || without.length > 0, pages }
}

const unique = (pages: readonly number[]): number[] => [...new Set(pages)].sort((one, two) => one - two)
