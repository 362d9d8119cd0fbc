import type { BundleProfile } from './bundle-profiles.ts'

// One model of numbers. Stamps, index, bookmarks, page labels and references are all read off it, so that they can't disagree.

type Numbering = Pick<BundleProfile, 'numbering' | 'indexNumbers'>
/** The pages of one document in the bundle. `firstPage` counts the PDF's pages from 1; no pages: both labels are empty. */
export type DocumentNumbers = { firstPage: number; pages: number; first: string; last: string }
export type SectionNumbers = DocumentNumbers & {
  /** A, B, … by section; empty where the whole bundle is counted through. */
  letter: string
  documents: readonly DocumentNumbers[]
}
/** A stretch of page labels, as PDF has them: `from` counts pages from 0. */
export type LabelRange = { from: number; style: 'decimal' | 'roman'; prefix: string }
export type BundleNumbers = {
  /** The label of every page of the bundle, in order. */
  labels: readonly string[]
  indexPages: number
  sections: readonly SectionNumbers[]
  ranges: readonly LabelRange[]
}

/** Numbers a bundle: the index first, then each section's documents, given as their counts of pages. */
export function numberBundle(
  { numbering, indexNumbers }: Numbering,
  indexPages: number,
  sections: readonly (readonly number[])[],
): BundleNumbers {
  const labels: string[] = []
  const ranges: LabelRange[] = []
  const counted = indexNumbers === 'counted'
  if (indexPages > 0) ranges.push({ from: 0, style: counted ? 'decimal' : 'roman', prefix: '' })
  for (let page = 1; page <= indexPages; page += 1) labels.push(counted ? String(page) : roman(page))
  const numbered = sections.map((documents, index) => {
    const letter = numbering === 'by-section' ? sectionLetter(index) : ''
    const startsRange = letter === '' ? ranges.length === 0 || (index === 0 && !counted) : true
    if (startsRange && documents.some(pages => pages > 0))
      ranges.push({ from: labels.length, style: 'decimal', prefix: letter })
    let next = letter === '' ? labels.length + 1 - (counted ? 0 : indexPages) : 1
    const firstPage = labels.length + 1
    const inside = documents.map(pages => {
      const own = Array.from({ length: pages }, () => `${letter}${String(next++)}`)
      labels.push(...own)
      return { firstPage: labels.length - pages + 1, pages, first: own[0] ?? '', last: own.at(-1) ?? '' }
    })
    const pages = inside.reduce((sum, document) => sum + document.pages, 0)
    return { letter, firstPage, pages, first: first(inside), last: last(inside), documents: inside }
  })
  return { labels, indexPages, sections: numbered, ranges }
}

const first = (documents: readonly DocumentNumbers[]): string => documents.find(({ pages }) => pages > 0)?.first ?? ''
const last = (documents: readonly DocumentNumbers[]): string => documents.findLast(({ pages }) => pages > 0)?.last ?? ''

/** From A to Z, then AA, AB. `index` counts from 0. */
export const sectionLetter = (index: number): string =>
  index < 26
    ? String.fromCharCode(65 + index)
    : sectionLetter(Math.floor(index / 26) - 1) + String.fromCharCode(65 + (index % 26))

/** "A1–A5", or "A1" for a single page. */
export const labelSpan = ({ first, last }: { first: string; last: string }): string =>
  first === last ? first : `${first}–${last}`

const romanDigits: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]
function roman(number: number): string {
  let rest = number
  let text = ''
  for (const [value, digits] of romanDigits)
    while (rest >= value) {
      text += digits
      rest -= value
    }
  return text
}
