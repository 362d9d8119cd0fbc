import { rmSync } from 'node:fs'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkBundle } from '../../electron/jobs/bundle-check/check-bundle.ts'
import { madePdf, writeText, type MadePage } from '../support/made-pdf.ts'
import {
  builtFrom,
  bundleWork,
  hasProgram,
  qpdfComplaints,
  stampOf,
  type Built,
  type TestBundle,
} from '../support/bundles.ts'
import { scratchFolder } from '../support/vault.ts'

const quiet = { signal: new AbortController().signal, report: () => undefined }
const minutes = 10 * 60_000

type Box = readonly [number, number, number, number]
const box: fc.Arbitrary<Box> = fc.oneof(
  { weight: 4, arbitrary: fc.constant<Box>([0, 0, 595.28, 841.89]) },
  fc
    .record({
      x: fc.integer({ min: -300, max: 900 }),
      y: fc.integer({ min: -300, max: 900 }),
      w: fc.integer({ min: 200, max: 2_500 }),
      h: fc.integer({ min: 200, max: 2_500 }),
    }) // prettier-ignore
    .map(({ x, y, w, h }): Box => [x, y, x + w, y + h]),
)
/** Where on a page, as parts of its width and height. Corners are where numbers stand. */
const place = fc.constantFrom([0.1, 0.5], [0.8, 0.01], [0.02, 0.02], [0.6, 0.95], [0.85, 0.03], [0.01, 0.97])
type PageShape = {
  media: Box
  cropped: boolean
  rotate: number
  spots: (readonly number[])[]
  size: number
  unbalanced: string
}
const pageShape: fc.Arbitrary<PageShape> = fc.record({
  media: box,
  cropped: fc.boolean(),
  rotate: fc.constantFrom(0, 90, 180, 270, -90, 450),
  spots: fc.array(place, { minLength: 1, maxLength: 3 }),
  size: fc.integer({ min: 6, max: 24 }),
  unbalanced: fc.constantFrom('', 'q q 2 0 0 2 0 0 cm\n', 'Q Q Q\n', 'q 0 0 1 1 re W n\n', 'BT\n'),
})
const title = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }).filter(text => text.trim() !== ''),
  fc.constantFrom('Statement of Alex Example', 'بيان الشاهد (2026)', '证人陈述', 'ਗਵਾਹ ਦਾ ਬਿਆਨ', 'Oświadczenie', '𐤓ᾗ𝡬ޔꗦڢℎ', `Long ${'and longer '.repeat(40)}`), // prettier-ignore
)
const shape = fc.record({
  profile: fc.constantFrom('general', 'family' as const),
  sections: fc.array(
    fc.record({ title, documents: fc.array(fc.record({ title, pages: fc.array(pageShape, { minLength: 1, maxLength: 4 }) }), { maxLength: 3 }) }), // prettier-ignore
    { minLength: 1, maxLength: 4 },
  ),
})
type Shape = {
  profile: 'general' | 'family'
  sections: { title: string; documents: { title: string; pages: PageShape[] }[] }[]
}

const markOf = (section: number, document: number, page: number): string => `s${section}d${document}p${page}`

function madePage({ media, cropped, rotate, spots, size, unbalanced }: PageShape, mark: string): MadePage {
  const [left, bottom, right, top] = media
  const inset = cropped ? Math.min(25, (right - left) / 4, (top - bottom) / 4) : 0
  const [width, height] = [right - left - 2 * inset, top - bottom - 2 * inset]
  // What a crop cuts through is taken away with what lies outside: the whole mark stands inside.
  const inside = (x: number): number => (cropped ? Math.min(x * width, width - 5 * size) : x * width)
  const raised = (y: number): number => (cropped ? Math.min(Math.max(y * height, size), height - 2 * size) : y * height)
  const text = spots.map(([x = 0, y = 0]) =>
    writeText(mark, [left + inset + inside(x), bottom + inset + raised(y)], size),
  )
  return {
    content: `${text.join('')}${unbalanced}`,
    mediaBox: media,
    rotate,
    ...(cropped && { cropBox: [left + inset, bottom + inset, right - inset, top - inset] }),
  }
}

const bundleOf = ({ profile, sections }: Shape): TestBundle => ({
  profile,
  title: 'Bundle of a property',
  sections: sections.map(({ title: name, documents }, section) => ({
    title: name,
    documents: documents.map((document, at) => ({
      title: document.title,
      name: `${section}-${at}.pdf`,
      bytes: madePdf({ pages: document.pages.map((page, number) => madePage(page, markOf(section, at, number))) }),
    })),
  })),
})

function agrees({ sections, profile }: Shape, { read, report }: Built): void {
  const labels = read.labels ?? []
  expect(read.pages.map(({ pieces, width }) => stampOf(pieces, width)?.text)).toEqual(labels)
  const starts = sections.flatMap(({ documents }, section) =>
    documents.map((document, at) => ({ document, section, at })),
  )
  expect(report.documents).toHaveLength(starts.length)
  const links = read.pages.flatMap(page => page.links.map(link => link.page))
  for (const [order, { document, section, at }] of starts.entries()) {
    const { firstPage, pages, label } = report.documents[order] ?? { firstPage: 0, pages: 0, label: '' }
    expect(pages).toBe(document.pages.length)
    expect(labels[firstPage - 1]).toBe(label)
    if (profile === 'general') expect(label).toBe(String(firstPage))
    expect(links).toContain(firstPage)
    expect(read.bookmarks.find(({ page, depth }) => page === firstPage && depth === 1)?.title).toContain(`(${label}`)
    for (const [number] of document.pages.entries()) {
      const found = read.pages[firstPage - 1 + number]?.pieces.map(({ text }) => text).join(' ')
      expect(found).toContain(markOf(section, at, number))
    }
  }
}

test(
  'whatever the documents, stamp, index, link, bookmark and label agree on every page',
  { timeout: minutes },
  async () => {
    await fc.assert(
      fc.asyncProperty(shape, async given => {
        const folder = scratchFolder()
        const built = await builtFrom(bundleWork(folder, bundleOf(given)))
        agrees(given, built)
        const { checks } = await checkBundle({ path: built.path, profile: given.profile, terms: null }, quiet)
        const hasDocuments = given.sections.some(({ documents }) => documents.length > 0)
        const failed = checks.filter(({ ok }) => !ok).map(({ id }) => id)
        const allowed = ['orientation', ...(hasDocuments ? [] : ['labels', 'links', 'index'])]
        expect(failed.filter(id => !allowed.includes(id))).toEqual([])
        if (hasProgram('qpdf')) expect(qpdfComplaints(built.path)).toBe('')
        rmSync(folder, { recursive: true })
      }),
      { numRuns: 25, examples: [[{ profile: 'general', sections: [{ title: 'Statements (2026)', documents: [] }] }]] },
    )
  },
)
