import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, test } from 'vitest'
import { buildBundle } from '../../electron/jobs/bundle/build-bundle.ts'
import { checkBundle } from '../../electron/jobs/bundle-check/check-bundle.ts'
import { citationsOn } from '../../electron/jobs/bundle-check/numbers.ts'
import { readBundle, type ReadPage } from '../../electron/jobs/bundle-check/read-bundle.ts'
import { drawPaperContent } from '../../electron/jobs/papers/draw-paper.ts'
import type { PaperBlock, PaperCell, PaperContent } from '../../shared/features/papers.ts'
import { builtFrom, bundleWork, hasProgram, qpdfComplaints, stampOf } from '../support/bundles.ts'
import { madePdf, writeText } from '../support/made-pdf.ts'
import { scratchFolder } from '../support/vault.ts'

const paperOf = (blocks: PaperBlock[], title = 'Chronology'): PaperContent => ({
  paper: 'chronology',
  title,
  about: { client: 'Concerning Alex Example', court: 'Family Court at Exampleton', caseNumber: 'ZZ26F00001' },
  madeAt: '2026-11-24T09:30:00.000Z' as never,
  blocks,
})
const cell = (text: string): PaperCell => [{ text, strong: false }]
const heads = ['No.', 'Date', 'What happened', 'Source']
const table = (rows: string[][]): PaperBlock => ({
  is: 'table',
  columns: heads.map((head, at) => ({ head, share: [6, 20, 52, 22][at] ?? 1 })),
  rows: rows.map(row => row.map(cell)),
})
const wordsOf = ({ pieces }: ReadPage): string =>
  pieces
    .map(({ text }) => text)
    .join(' ')
    .replaceAll(/\s+/g, ' ')
async function drawn(content: PaperContent) {
  const { pdf, missing } = await drawPaperContent(content)
  const read = await readBundle(new Uint8Array(pdf), () => undefined)
  return { ...read, pdf, missing, words: read.pages.map(wordsOf) }
}

type Node = { role?: string; children?: Node[]; type?: string }
/** The roles of a page's structure, from the outside in, as pdf.js reads them. */
async function rolesOf(pdf: Buffer, page: number): Promise<string[]> {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0, useSystemFonts: false, disableFontFace: true })
  const document = await task.promise
  const tree = (await (await document.getPage(page)).getStructTree()) as Node
  await task.destroy()
  const roles = (node: Node): string[] => [...(node.role ? [node.role] : []), ...(node.children ?? []).flatMap(roles)]
  return roles(tree)
}

test('every page has its number, every table its heads again, and all words are there in order', async () => {
  const rows = Array.from({ length: 60 }, (_, at) => [String(at + 1), `${String(1 + (at % 28))} Nov 2026`, `Entry ${String(at + 1)} says ${'something that takes some room '.repeat(1 + (at % 9))}`, 'Told by the client']) // prettier-ignore
  const { words, missing, pdf } = await drawn(paperOf([{ is: 'heading', text: 'Events' }, table(rows)]))
  expect(missing).toBe(false)
  expect(words.length).toBeGreaterThan(3)
  for (const [at, text] of words.entries()) {
    expect(text).toContain(`Chronology · Page ${String(at + 1)} of ${String(words.length)}`)
    expect(text).toContain(heads.join(' '))
  }
  expect(words.join(' ').match(/Entry \d+/g)).toEqual(rows.map((_, at) => `Entry ${String(at + 1)}`))
  expect(words[0]).toContain('Family Court at Exampleton Case number ZZ26F00001 Chronology Concerning Alex Example')
  if (hasProgram('qpdf')) {
    const path = join(scratchFolder(), 'paper.pdf')
    writeFileSync(path, pdf)
    expect(qpdfComplaints(path)).toBe('')
  }
})

test('nothing is smaller than 12 points, in a table, a note or at the foot either', async () => {
  const { pages } = await drawn(paperOf([table([['1', '2 Nov 2026', 'Words', 'Source']]), { is: 'note', text: 'So it ends' }])) // prettier-ignore
  const pieces = pages.flatMap(page => page.pieces).filter(({ text }) => text.trim() !== '')
  expect(pieces.map(({ text }) => text).join(' ')).toContain('So it ends')
  expect(Math.min(...pieces.map(({ height }) => height))).toBe(12)
})

test('it is tagged: headings, paragraphs, lists, tables with heads, and a row that goes on keeps its cells', async () => {
  const long = 'A very long account. '.repeat(400)
  const blocks: PaperBlock[] = [
    { is: 'heading', text: 'Facts' },
    { is: 'facts', rows: [{ term: 'Covers', value: 'All records' }] },
    { is: 'paragraph', text: 'One', numbered: true },
    { is: 'list', items: ['first', 'second'] },
    table([['1', '2 Nov 2026', 'short', 'x'], ['2', '3 Nov 2026', long, 'y']]), // prettier-ignore
    { is: 'note', text: 'The end' },
  ]
  const { pdf, words } = await drawn(paperOf(blocks))
  const roles = await rolesOf(pdf, 1)
  for (const role of ['Document', 'H1', 'H2', 'P', 'L', 'LI', 'Lbl', 'LBody', 'Table', 'TR', 'TH', 'TD'])
    expect(roles).toContain(role)
  expect(await rolesOf(pdf, 2)).toContain('TD')
  expect(words.join(' ').match(/account\./g)).toHaveLength(400)
  const scopes = pdf.toString('latin1').match(/\/Scope \/(Column|Row)/g)
  expect(scopes?.filter(scope => scope.endsWith('Row'))).toHaveLength(1)
  expect(scopes?.filter(scope => scope.endsWith('Column'))).toHaveLength(4)
  if (hasProgram('pdfinfo')) {
    const path = join(scratchFolder(), 'tagged.pdf')
    writeFileSync(path, pdf)
    expect(execFileSync('pdfinfo', [path], { encoding: 'utf8' })).toMatch(/Tagged:\s+yes/)
  }
})

test('names in other scripts and words without a space stay inside the page', async () => {
  const names = 'محمد علي 王小明 ਗੁਰਪ੍ਰੀਤ অনন্যা अनन्या Zażółć'
  const url = `https://example.test/${'a'.repeat(300)}`
  const { missing, pages } = await drawn(paperOf([{ is: 'facts', rows: [{ term: 'Names', value: names }] }, table([['1', '2 Nov 2026', url, names]])])) // prettier-ignore
  expect(missing).toBe(false)
  for (const { pieces, width } of pages)
    for (const piece of pieces) {
      expect(piece.x).toBeGreaterThan(60)
      expect(piece.x + piece.width).toBeLessThan(width - 60)
    }
})

test('a date is not parted, and a heading never stands last on a page', async () => {
  const text = fc.array(fc.constantFrom('words', 'and more of them', '24 Nov 2026', 'longer sentences than that'), { minLength: 1, maxLength: 60 }).map(words => words.join(' ')) // prettier-ignore
  const block: fc.Arbitrary<PaperBlock> = fc.oneof(
    text.map(words => ({ is: 'paragraph' as const, text: words, numbered: true })),
    fc.array(text, { maxLength: 6 }).map(items => ({ is: 'list' as const, items })),
    fc.array(fc.tuple(fc.constant('1'), fc.constant('24 Nov 2026'), text, text), { maxLength: 12 }).map(table),
  )
  const section = fc.array(block, { minLength: 1, maxLength: 4 })
  await fc.assert(
    fc.asyncProperty(fc.array(section, { minLength: 1, maxLength: 8 }), async sections => {
      const filled = sections.map(blocks => [...blocks, { is: 'note', text: 'So it ends' } as const])
      const { pages } = await drawn(paperOf(filled.flatMap(blocks => [{ is: 'heading', text: 'HEADING' } as const, ...blocks]))) // prettier-ignore
      for (const { pieces } of pages) {
        const inside = pieces.filter(({ y, text: words }) => y > 60 && words.trim() !== '')
        const lowest = inside.toSorted((one, other) => one.y - other.y)[0]
        expect(lowest?.text).not.toBe('HEADING')
        for (const { text: words } of inside) expect(words).not.toMatch(/\b24$|24 Nov$/)
      }
    }),
    { numRuns: 25 },
  )
})

test('notes at the end stay with what they belong to, wherever the page ends', { timeout: 60_000 }, async () => {
  const notes: PaperBlock[] = ['Not a prediction.', 'Made from the records.'].map(text => ({ is: 'note', text }))
  const ends: PaperBlock[][] = [
    [{ is: 'heading', text: 'RISK' }, { is: 'paragraph', text: 'The risk is high.', numbered: true }],
    [table([['1', '2 Nov 2026', 'The last entry', 'The client']])],
    [{ is: 'facts', rows: [{ term: 'Risk', value: 'The last fact' }] }],
  ] // prettier-ignore
  for (const end of ends)
    for (let lines = 14; lines < 30; lines += 1) {
      const filler = Array.from({ length: lines }, () => ({ is: 'paragraph', text: 'Words', numbered: false }) as const)
      const { words } = await drawn(paperOf([...filler, ...end, ...notes]))
      const last = words.at(-1) ?? ''
      if (words.length > 1) expect(last).toMatch(/risk is high|last entry|last fact/)
      expect(last).toContain('Not a prediction. Made from the records.')
    }
})

test('2,000 entries are laid out in seconds', { timeout: 60_000 }, async () => {
  const rows = Array.from({ length: 2_000 }, (_, at) => [String(at + 1), '2 Nov 2026, 10:15', `Entry: ${'he was seen near the house again '.repeat(6)}`, 'Told by the client']) // prettier-ignore
  const began = performance.now()
  const { pdf } = await drawPaperContent(paperOf([table(rows)]))
  expect(performance.now() - began).toBeLessThan(15_000)
  expect(pdf.length).toBeGreaterThan(100_000)
})

test('in a bundle a paper keeps its own number clear of the bundle’s, and its words', async () => {
  const work = bundleWork(scratchFolder(), { profile: 'general', title: 'Bundle', sections: [{ title: 'Papers', documents: [{ title: 'Chronology', name: 'paper', bytes: null }] }] }) // prettier-ignore
  const rows = Array.from({ length: 40 }, (_, at) => [String(at + 1), '2 Nov 2026', 'Something happened in the street', 'Told by the client']) // prettier-ignore
  const [section] = work.sections
  if (section?.documents[0]) section.documents[0].from = { is: 'paper', paper: paperOf([table(rows)]) }
  const { report, read, bytes, path } = await builtFrom(work)
  expect(report.problems).toEqual([])
  expect(report.documents).toMatchObject([{ firstPage: 2, pages: 2 }])
  // Index and paper are one structure; each page finds its own elements.
  expect(await rolesOf(bytes, 1)).toContain('H1')
  expect(await rolesOf(bytes, 2)).toEqual(expect.arrayContaining(['Document', 'H1', 'Table', 'TR', 'TH', 'TD']))
  expect(await rolesOf(bytes, 3)).toEqual(expect.arrayContaining(['Table', 'TR', 'TD']))
  if (hasProgram('qpdf')) expect(qpdfComplaints(path)).toBe('')
  for (const [at, page] of read.pages.slice(1).entries()) {
    expect(wordsOf(page)).toContain(`Chronology · Page ${String(at + 1)} of 2`)
    const stamp = stampOf(page.pieces, page.width)
    expect(stamp?.text).toBe(String(at + 2))
    const foot = page.pieces.find(({ text }) => text.includes('Page'))
    expect((foot?.y ?? 0) - (stamp?.y ?? 0)).toBeGreaterThan(14)
  }
})

const citing = (rows: number): PaperBlock => ({
  is: 'table',
  columns: [
    { head: 'What happened', share: 78 },
    { head: 'Source and reference', share: 24 },
  ],
  rows: Array.from({ length: rows }, (_, at): PaperCell[] => [
    cell(`Entry ${String(at + 1)}`),
    [...cell('Told by the client'), { cites: 1 + (at % 12) }, { cites: 1 + ((at + 5) % 12) }],
  ]),
})
const pagesOfText = (count: number) => madePdf({ pages: Array.from({ length: count }, (_, at) => ({ content: writeText(`text ${String(at)}`, [72, 700]) })) }) // prettier-ignore

test.each(['general', 'family'] as const)(
  'in a %s bundle a paper cites the pages of documents, and every citation leads to the page that bears its number',
  async profile => {
    const documents = Array.from({ length: 12 }, (_, at) => ({ title: `Exhibit ${String(at + 1)}`, name: `${String(at)}.pdf`, bytes: pagesOfText(9) })) // prettier-ignore
    const sections = [
      {
        title: 'Preliminary',
        documents: [{ title: 'Chronology', name: 'paper', bytes: null }, ...documents.slice(0, 4)],
      },
      { title: 'Exhibits', documents: documents.slice(4) },
    ]
    const work = bundleWork(scratchFolder(), { profile, title: 'Bundle', sections })
    const [section] = work.sections
    if (section?.documents[0]) section.documents[0].from = { is: 'paper', paper: paperOf([citing(70)]) }
    const { report, read, bytes, path } = await builtFrom(work)
    expect(report.problems).toEqual([])
    const [paper] = report.documents
    const own = read.pages.slice(1, 1 + (paper?.pages ?? 0))
    const cited = own.flatMap(page => citationsOn(page))
    expect(cited).toHaveLength(140)
    for (const { says, leadsTo } of cited) {
      expect(report.documents.find(({ label }) => label === says)?.firstPage).toBe(leadsTo)
      const target = read.pages[(leadsTo ?? 0) - 1]
      expect(target && stampOf(target.pieces, target.width)?.text).toBe(says)
    }
    expect(new Set(cited.map(({ says }) => says)).size).toBe(12)
    for (const [at, page] of own.entries())
      expect(wordsOf(page)).toContain(`Chronology · Page ${String(at + 1)} of ${String(own.length)}`)
    expect(await rolesOf(bytes, 2)).toContain('Link')
    const quiet = { signal: new AbortController().signal, report: () => undefined }
    const { checks } = await checkBundle({ path, profile, terms: null }, quiet)
    expect(checks.filter(({ ok }) => !ok)).toEqual([])
    if (hasProgram('qpdf')) expect(qpdfComplaints(path)).toBe('')
  },
)

test('while a paper is drawn, after the documents that it cites, it is the one said to be at work', async () => {
  const exhibit = { title: 'Exhibit', name: 'exhibit.pdf', bytes: pagesOfText(1) }
  const sections = [{ title: 'All', documents: [{ title: 'Chronology', name: 'paper', bytes: null }, exhibit] }]
  const work = bundleWork(scratchFolder(), { profile: 'general', title: 'Bundle', sections })
  const [section] = work.sections
  if (section?.documents[0]) section.documents[0].from = { is: 'paper', paper: paperOf([]) }
  const atWork: number[] = []
  const signal = new AbortController().signal
  await buildBundle(work, { signal, report: () => undefined, begin: ({ done }) => void atWork.push(done) })
  // A process that dies is begun anew without the document that was at work then: never an exhibit for what a paper does.
  expect(atWork).toEqual([0, 1, 0, 2])
})
