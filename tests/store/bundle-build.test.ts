import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { prepareJob, startJob } from '../../electron/jobs/job-host.ts'
import { a4, madePdf, writeText, type MadePage } from '../support/made-pdf.ts'
import {
  builtFrom,
  bundleWork,
  hasProgram,
  qpdfComplaints,
  popplerPictures,
  popplerText,
  stampOf,
  type TestBundle,
} from '../support/bundles.ts'
import { runCli, resultOf } from '../support/cli.ts'
import { startJobProcess } from '../support/processes.ts'
import { scratchFolder } from '../support/vault.ts'

const pages = (count: number, mark: string): MadePage[] =>
  Array.from({ length: count }, (_, page) => ({ content: writeText(`${mark} page ${String(page + 1)}`, [72, 700]) }))
const pdf = (count: number, mark: string): Buffer => madePdf({ pages: pages(count, mark) })
const document = (title: string, bytes: Uint8Array | null, name = `${title.replace(/\W+/g, '-')}.pdf`) => ({
  title,
  bytes,
  name,
  date: '2026-11-20',
})

const twoSections: Omit<TestBundle, 'profile'> = {
  title: 'Hearing bundle: Example and Sample',
  court: 'Family Court at Exampleton',
  caseNumber: 'ZZ26F00001',
  hearingDate: '2026-12-01',
  sections: [
    { title: 'Preliminary documents', documents: [document('Case summary', pdf(2, 'summary'))] },
    {
      title: 'Statements',
      documents: [document('First statement', pdf(3, 'first')), document('Second statement', pdf(1, 'second'))],
    },
  ],
}

test('stamp, index, link, bookmark and label agree on every page of a family bundle', async () => {
  const { report, read } = await builtFrom(bundleWork(scratchFolder(), { profile: 'family', ...twoSections }))
  expect(report).toEqual({
    pages: 7,
    documents: [
      { title: 'Case summary', label: 'A1', firstPage: 2, pages: 2 },
      { title: 'First statement', label: 'B1', firstPage: 4, pages: 3 },
      { title: 'Second statement', label: 'B4', firstPage: 7, pages: 1 },
    ],
    problems: [],
  })
  const labels = ['i', 'A1', 'A2', 'B1', 'B2', 'B3', 'B4']
  expect(read.labels).toEqual(labels)
  expect(read.pages.map(({ pieces, width }) => stampOf(pieces, width)?.text)).toEqual(labels)
  expect(read.bookmarks).toEqual([
    { title: 'Index', page: 1, depth: 0 },
    { title: 'A. Preliminary documents (A1–A2)', page: 2, depth: 0 },
    { title: 'Case summary (A1–A2)', page: 2, depth: 1 },
    { title: 'B. Statements (B1–B4)', page: 4, depth: 0 },
    { title: 'First statement (B1–B3)', page: 4, depth: 1 },
    { title: 'Second statement (B4)', page: 7, depth: 1 },
  ])
  expect(read.pages[0]?.links.map(({ page }) => page)).toEqual([2, 2, 4, 4, 7])
  const index = read.pages[0]?.pieces.map(({ text }) => text).join(' ')
  expect(index).toContain('2 First statement 20 Nov 2026 B1–B3 3 Second statement 20 Nov 2026 B4')
  expect(read.pages[3]?.pieces[0]?.text).toBe('first page 1')
})

test('a general bundle is numbered from its index on, opens at 100% with its bookmarks, and names its language', async () => {
  const { read } = await builtFrom(bundleWork(scratchFolder(), { profile: 'general', ...twoSections }))
  expect(read.labels).toEqual(['1', '2', '3', '4', '5', '6', '7'])
  expect(read.opens).toEqual({ page: 1, zoom: 1 })
  expect(read.mode).toBe('UseOutlines')
  expect(read.info).toMatchObject({ Title: twoSections.title, Language: 'en-GB' })
})

test('the same input gives the same bytes', async () => {
  const work = bundleWork(scratchFolder(), { profile: 'general', ...twoSections })
  const one = await builtFrom(work)
  const two = await builtFrom(work)
  expect(two.bytes.equals(one.bytes)).toBe(true)
})

test.each([
  ['general', ['Index', 'Preliminary documents (2–3)', 'Statements (4–7)'], false],
  ['family', ['Index', 'A. Preliminary documents (A1–A2)', 'B. Orders', 'C. Statements (C1–C4)'], true],
] as const)(
  'a section without documents is printed only where its letter counts: %s',
  async (profile, names, printed) => {
    const [first, last] = twoSections.sections
    const sections = [first, { title: 'Orders', documents: [] }, last].filter(section => section !== undefined)
    const { read } = await builtFrom(bundleWork(scratchFolder(), { ...twoSections, profile, sections }))
    expect(read.bookmarks.filter(({ depth }) => depth === 0).map(({ title }) => title)).toEqual(names)
    const index = read.pages[0]?.pieces.map(({ text }) => text).join(' ') ?? ''
    expect(index.includes('No documents in this section')).toBe(printed)
  },
)

test('one bad file is named, a sheet stands in its place, and the rest goes on', async () => {
  const work = bundleWork(scratchFolder(), {
    profile: 'general',
    title: 'Bundle',
    sections: [
      {
        title: 'All',
        documents: [
          document('Missing', null),
          document('Empty', new Uint8Array(0)),
          document('Not a PDF', Buffer.from('%PDF-1.7\nnothing here')),
          document('A program', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1])),
          document('A photo', Buffer.from('RIFF\x24\0\0\0WEBPVP8 ', 'latin1')),
          document('Another', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0', 'latin1')),
          document('A film', Buffer.from('\0\0\0\x20ftypisom\0\0\x02\0', 'latin1')),
          document('Good', pdf(2, 'good')),
        ],
      },
    ],
  })
  const { report, read } = await builtFrom(work)
  expect(report.problems.map(({ file, code }) => [file, code])).toEqual([
    ['Missing.pdf', 'file-missing'],
    ['Empty.pdf', 'file-empty'],
    ['Not-a-PDF.pdf', 'file-damaged'],
    ['A-program.pdf', 'kind-unknown'],
    ['A-photo.pdf', 'kind-picture'],
    ['Another.pdf', 'kind-picture'],
    ['A-film.pdf', 'kind-recording'],
  ])
  expect(report.documents.map(({ firstPage }) => firstPage)).toEqual([2, 3, 4, 5, 6, 7, 8, 9])
  expect(read.pages[1]?.pieces.map(({ text }) => text).join(' ')).toContain('This document is not in the bundle')
})

test('a number never stands on text: pages that are written to their foot are made a little smaller', async () => {
  const full = madePdf({
    pages: [
      { content: writeText('down to the very last corner of it', [380, 18]) },
      { content: writeText('room enough', [380, 60]) },
      { content: `q 595 0 0 842 0 0 cm /Im1 Do Q`, resources: '/XObject<</Im1 10000 0 R>>' },
    ],
    objects: { 10000: { entries: '<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>', bytes: Buffer.from([0]) } }, // prettier-ignore
  })
  const { read } = await builtFrom(
    bundleWork(scratchFolder(), { profile: 'general', title: 'Full', sections: [{ title: 'All', documents: [document('Full', full)] }] }), // prettier-ignore
  )
  const [, first, second] = read.pages
  expect(first?.pieces[0]?.height).toBeLessThan(11.6)
  expect(first?.pieces[0]?.y).toBeGreaterThan(38)
  expect(second?.pieces[0]?.height).toBeCloseTo(12)
})

test('pages that are turned, cropped or of another size stand upright on A4', async () => {
  const made = madePdf({
    pages: [
      { content: writeText('turned', [100, 500]), rotate: 90 },
      { content: writeText('upside', [100, 500]), rotate: 180 },
      { content: writeText('letter', [100, 500]), mediaBox: [0, 0, 612, 792] },
      { content: writeText('crop', [210, 310]), mediaBox: [0, 0, 800, 1000], cropBox: [200, 300, 500, 700] },
      { content: writeText('poster', [1000, 1000], 40), mediaBox: [0, 0, 2384, 3370] },
    ],
  })
  const { read } = await builtFrom(
    bundleWork(scratchFolder(), { profile: 'general', title: 'Turned', sections: [{ title: 'All', documents: [document('Turned', made)] }] }), // prettier-ignore
  )
  for (const page of read.pages) {
    expect(page.rotate).toBe(0)
    expect([page.width, page.height].sort((a, b) => a - b)).toEqual([a4[2], a4[3]])
  }
  expect(read.pages.map(({ pieces, width }) => stampOf(pieces, width)?.text)).toEqual(['1', '2', '3', '4', '5', '6'])
})

test('titles in other scripts are printed, wrapped and bookmarked', async () => {
  const titles = [
    'Zażółć gęślą jaźń: oświadczenie',
    'بيان الشاهد (2026) في المنزل',
    'گواہ کا بیان',
    '证人关于事件的陈述',
    'ਗਵਾਹ ਦਾ ਬਿਆਨ',
    'সাক্ষীর বিবৃতি',
    `A title ${'that goes on and on '.repeat(30)}`.trim(),
  ]
  const documents = titles.map((title, at) => document(title, pdf(1, 'x'), `${String(at)}.pdf`))
  const { report, read, path } = await builtFrom(
    bundleWork(scratchFolder(), { profile: 'family', title: 'Titles', sections: [{ title: 'All', documents }] }),
  )
  expect(report.problems).toEqual([])
  expect(read.bookmarks.slice(2).map(({ title }) => title)).toEqual(
    titles.map((title, at) => `${title} (A${String(at + 1)})`),
  )
  const printed = read.pages[0]?.pieces.map(({ text }) => text).join(' ') ?? ''
  expect(printed).toContain('证人关于事件的陈述')
  expect(printed).toContain('Zażółć gęślą jaźń: oświadczenie')
  if (hasProgram('qpdf')) expect(qpdfComplaints(path)).toBe('')
})

const withTools = test.runIf(hasProgram('qpdf') && hasProgram('pdftotext')) // Debian packages that not every machine has
withTools('qpdf finds nothing wrong, and poppler reads every page', async () => {
  const { path } = await builtFrom(bundleWork(scratchFolder(), { profile: 'family', ...twoSections }))
  expect(qpdfComplaints(path)).toBe('')
  expect(popplerPictures(path)).toBe(7)
  expect(popplerText(path).split('\f').slice(0, 7).map(text => text.trim().split(/\s+/).at(-1))).toEqual(['i', 'A1', 'A2', 'B1', 'B2', 'B3', 'B4']) // prettier-ignore
})

test('bundle build: a spec, paths relative to it, and what is wrong with either', { timeout: 120_000 }, async () => {
  const folder = scratchFolder()
  writeFileSync(join(folder, 'one.pdf'), pdf(2, 'one'))
  const spec = {
    profile: 'general',
    title: 'From a spec',
    sections: [{ title: 'All', documents: [{ title: 'One', date: '2026-01-02', file: 'one.pdf' }, { title: 'Two', file: 'two.pdf' }] }], // prettier-ignore
  }
  const [specPath, out] = [join(folder, 'spec.json'), join(folder, 'out.pdf')]
  writeFileSync(specPath, JSON.stringify(spec))
  const result = await resultOf(['bundle', 'build', '--spec', specPath, '--out', out])
  expect(result).toMatchObject({ pages: 4, documents: [{ label: '2', firstPage: 2, pages: 2 }, { label: '4' }] })
  expect(result).toMatchObject({ problems: [{ file: 'two.pdf', code: 'file-missing' }] })
  const before = readFileSync(out)

  const missing = await runCli(['bundle', 'build', '--spec', join(folder, 'none.json'), '--out', out])
  expect(missing).toMatchObject({ exit: 1, document: { ok: false, error: { code: 'file-unreadable' } } })
  writeFileSync(specPath, JSON.stringify({ ...spec, profile: 'crown' }))
  const wrong = await runCli(['bundle', 'build', '--spec', specPath, '--out', out])
  expect(wrong).toMatchObject({
    document: { ok: false, error: { code: 'invalid-input', details: { field: 'profile' } } },
  })
  expect(readFileSync(out).equals(before)).toBe(true)
})

test('a process that has got ready builds the same bytes as one that has not', { timeout: 120_000 }, async () => {
  const work = bundleWork(scratchFolder(), { profile: 'general', ...twoSections })
  const { bytes } = await builtFrom(work)
  const channel = startJobProcess()
  prepareJob(channel, 'build-bundle')
  await startJob({ channel, job: 'build-bundle', work, onProgress: () => undefined }).done
  expect(readFileSync(work.to.path).equals(bytes)).toBe(true)
})
