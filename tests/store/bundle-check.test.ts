import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkBundle } from '../../electron/jobs/bundle-check/check-bundle.ts'
import type { BundleCheckReport } from '../../shared/features/bundle-check.ts'
import { builtFrom, bundleWork } from '../support/bundles.ts'
import { resultOf, runCli } from '../support/cli.ts'
import { madePdf, writeText } from '../support/made-pdf.ts'
import { scratchFolder } from '../support/vault.ts'

const quiet = { signal: new AbortController().signal, report: () => undefined }
type Profile = 'general' | 'family'
const check = (path: string, profile: Profile = 'general', terms: string[] | null = null): Promise<BundleCheckReport> =>
  checkBundle({ path, profile, terms }, quiet)
const failed = ({ checks }: BundleCheckReport): string[] => checks.filter(({ ok }) => !ok).map(({ id }) => id)

/** A bundle of three pages made by hand: an index with one link, and two pages of a document, all as they should be. */
type Parts = {
  catalog: string
  info: string
  foot: (page: number) => string
  extra: string
  first: string
  media: number[]
}
const dest = (object: number): string => `[${String(object)} 0 R/XYZ 0 842 null]`
const sound: Parts = {
  catalog: '/PageMode/UseOutlines/OpenAction[4 0 R/XYZ null null 1]/Lang(en-GB)/Outlines 10000 0 R',
  info: '',
  foot: page => writeText(String(page), [540, 20]),
  extra: '',
  first: writeText('1 Statement', [60, 600]) + writeText('2-3', [500, 600]),
  media: [0, 0, 595.28, 841.89],
}
function handmade(changes: Partial<Parts> = {}): string {
  const { catalog, foot, extra, first, media } = { ...sound, ...changes }
  const link = `/Annots[<</Type/Annot/Subtype/Link/Rect[50 590 550 615]/Dest${dest(6)}>>]`
  const words = writeText('what happened that day', [72, 700])
  const bytes = madePdf({
    catalog,
    pages: [
      { content: first + foot(1), extra: link },
      { content: words + foot(2), extra, mediaBox: media },
      { content: words + foot(3) },
    ],
    objects: {
      10000: { entries: '<</Type/Outlines/First 10001 0 R/Last 10001 0 R/Count 1>>' },
      10001: { entries: `<</Title(Statement \\(2\\))/Parent 10000 0 R/Dest${dest(6)}>>` },
      10002: { entries: '<</Type/Filespec/F(a.txt)/EF<</F 10003 0 R>>>>' },
      10003: { entries: '<</Type/EmbeddedFile/Length 1>>', bytes: Buffer.from('x') },
    },
  })
  const path = join(scratchFolder(), 'handmade.pdf')
  writeFileSync(path, bytes)
  return path
}

test('a bundle as it should be fails only for its missing title', async () => {
  const { pages, ok, checks } = await check(handmade())
  expect({ pages, ok }).toEqual({ pages: 3, ok: true })
  expect(checks.filter(check => !check.ok).map(({ id, severity }) => [id, severity])).toEqual([
    ['title-and-language', 'warning'],
  ])
  expect(checks.find(({ id }) => id === 'terms')).toMatchObject({ severity: 'info', ok: true })
})

const faults: [string, Partial<Parts>, string[]][] = [
  ['no numbers on the pages', { foot: () => '' }, ['stamps']],
  ['a wrong number on one page', { foot: page => writeText(String(page === 3 ? 4 : page), [540, 20]) }, ['stamps']],
  ['a number on text', { foot: page => writeText(String(page), [540, 20]) + writeText('small print', [500, 18]) }, ['stamps-clear']], // prettier-ignore
  ['numbers too small', { foot: page => writeText(String(page), [540, 20], 8) }, ['stamps-clear']],
  ['page labels of another kind', { catalog: `${sound.catalog}/PageLabels<</Nums[0<</S/D/St 5>>]>>` }, ['labels', 'stamps', 'index', 'bookmarks']], // prettier-ignore
  ['an entry that says another page', { first: writeText('1 Statement', [60, 600]) + writeText('3', [500, 600]) }, ['index']], // prettier-ignore
  ['no bookmarks', { catalog: sound.catalog.replace('/Outlines 10000 0 R', '') }, ['bookmarks']],
  ['another opening view', { catalog: sound.catalog.replace('null null 1', 'null null 2') }, ['opening-view']],
  ['a page turned upside down', { extra: '/Rotate 180' }, ['stamps', 'orientation']],
  ['a page that is not A4', { media: [0, 0, 612, 792] }, ['size']],
  ['a note', { extra: '/Annots[<</Type/Annot/Subtype/Text/Rect[9 9 20 20]/Contents(hidden)>>]' }, ['hidden-data']],
  ['a script', { catalog: `${sound.catalog}/Names<</JavaScript<</Names[(a)<</S/JavaScript/JS(app.alert\\(1\\))>>]>>>>` }, ['hidden-data']], // prettier-ignore
  ['an attachment', { catalog: `${sound.catalog}/Names<</EmbeddedFiles<</Names[(a.txt) 10002 0 R]>>>>` }, ['hidden-data']], // prettier-ignore
  ['a link out of it', { extra: '/Annots[<</Type/Annot/Subtype/Link/Rect[9 9 20 20]/A<</S/URI/URI(https://example.org)>>>>]' }, ['links']], // prettier-ignore
]
test.each(faults)('planted: %s', async (_name, parts, wrong) => {
  expect(failed(await check(handmade(parts))).filter(id => id !== 'title-and-language')).toEqual(wrong)
})

test('an earlier version left in the file is hidden data', async () => {
  const path = handmade()
  writeFileSync(path, '\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\nstartxref\n0\n%%EOF\n', { flag: 'a' })
  expect(failed(await check(path))).toContain('hidden-data')
})

test('terms are found however they are spaced and written, and never quoted', async () => {
  const first = `${sound.first}${writeText('12 Nowhere  Lane, EX1 2AB. Ring 07700-900 123 or O’Example.'.replace('’', "'"), [60, 400])}`
  const path = handmade({ first })
  for (const term of ['12 nowhere lane', 'ex12ab', '+44 7700 900123', "o'example"]) {
    const report = await check(path, 'general', [term])
    expect([term, failed(report)]).toEqual([term, ['title-and-language', 'terms']])
    expect(report.checks.find(({ id }) => id === 'terms')).toMatchObject({ pages: [1], severity: 'error' })
    expect(JSON.stringify(report)).not.toContain(term)
  }
  expect(failed(await check(path, 'general', ['Elsewhere Road', '07700 900999', 'now']))).not.toContain('terms')
})

test.each(['general', 'family'] as const)('what Waymark builds passes as %s', async profile => {
  const pages = [{ content: writeText('one', [72, 700]) }, { content: writeText('two', [72, 20]) }]
  const documents = ['First', 'Second (2026)'].map((title, at) => ({ title, name: `${String(at)}.pdf`, bytes: madePdf({ pages }) })) // prettier-ignore
  const sections = [
    { title: 'Statements', documents },
    { title: 'Nothing yet (2026)', documents: [] },
  ]
  const { path } = await builtFrom(bundleWork(scratchFolder(), { profile, title: 'Bundle', sections }))
  expect(await check(path, profile)).toMatchObject({ ok: true, pages: 5 })
  expect(failed(await check(path, profile))).toEqual([])
  expect(failed(await check(path, profile === 'general' ? 'family' : 'general'))).toContain('labels')
})

test(
  'bundle check: a result for what is wrong, an error only where there is no file',
  { timeout: 120_000 },
  async () => {
    const path = handmade({ extra: '/Rotate 180' })
    const terms = join(scratchFolder(), 'terms.txt')
    writeFileSync(terms, 'what happened\n\n')
    const result = await resultOf(['bundle', 'check', path, '--profile', 'general', '--terms', terms])
    expect(result).toMatchObject({ pages: 3, ok: false })
    writeFileSync(path, 'not a PDF')
    const broken = await resultOf(['bundle', 'check', path, '--profile', 'general'])
    expect(broken).toMatchObject({ pages: 0, ok: false, checks: [{ id: 'opens', ok: false }] })
    const absent = await runCli(['bundle', 'check', `${path}.not`, '--profile', 'general'])
    expect(absent).toMatchObject({ exit: 1, document: { error: { code: 'file-unreadable' } } })
  },
)
