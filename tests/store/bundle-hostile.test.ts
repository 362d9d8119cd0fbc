import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildWithRetries } from '../../electron/bundle-jobs.ts'
import { buildBundle } from '../../electron/jobs/bundle/build-bundle.ts'
import { checkBundle } from '../../electron/jobs/bundle-check/check-bundle.ts'
import { AppError } from '../../shared/kernel/errors.ts'
import {
  builtFrom,
  bundleWork,
  hasProgram,
  popplerPictures,
  qpdfComplaints,
  type Built,
  type TestDocument,
} from '../support/bundles.ts'
import { hostilePdfs as hostile, pageWith as page } from '../support/hostile-pdfs.ts'
import { madePdf, writeText } from '../support/made-pdf.ts'
import { startJobProcess } from '../support/processes.ts'
import { scratchFolder } from '../support/vault.ts'

const quiet = { signal: new AbortController().signal, report: () => undefined }
const minutes = 10 * 60_000
const good: TestDocument = {
  title: 'A good document',
  name: 'good.pdf',
  bytes: madePdf({ pages: [{ content: writeText('a good page', [72, 700]) }] }),
}
const workOf = (...documents: TestDocument[]) =>
  bundleWork(scratchFolder(), { profile: 'general', title: 'Bundle', sections: [{ title: 'All', documents: [...documents, good] }] }) // prettier-ignore
const document = (bytes: Uint8Array, name = 'bad.pdf'): TestDocument => ({ title: 'Another document', name, bytes })

/** The last page is the good document's, whatever came before; the file is sound and hides nothing. */
async function expectSound(built: Built): Promise<void> {
  expect(built.read.pages.at(-1)?.pieces[0]?.text).toBe('a good page')
  if (hasProgram('qpdf')) expect(qpdfComplaints(built.path)).toBe('')
  const { checks } = await checkBundle({ path: built.path, profile: 'general', terms: null }, quiet)
  const failed = checks.filter(({ ok }) => !ok).map(({ id }) => id)
  expect(failed.filter(id => id !== 'text-layer' && id !== 'orientation')).toEqual([])
}

test.each(hostile)('planted: %s', { timeout: minutes }, async (_name, bytes) => {
  const built = await builtFrom(workOf(document(bytes)))
  await expectSound(built)
  expect(built.bytes.includes('JavaScript')).toBe(false)
  expect(built.bytes.includes('Launch')).toBe(false)
  expect(built.bytes.includes('EmbeddedFile')).toBe(false)
})

test(
  'a stream that unpacks to far more than any page needs is refused, not unpacked',
  { timeout: minutes },
  async () => {
    const bomb = deflateSync(deflateSync(Buffer.alloc(300 * 1024 ** 2)))
    const entries = `<</Length ${String(bomb.length)}/Filter[/FlateDecode/FlateDecode]>>`
    const single = deflateSync(Buffer.alloc(300 * 1024 ** 2))
    for (const [filter, bytes] of [
      [entries, bomb],
      [`<</Length ${String(single.length)}/Filter/FlateDecode>>`, single],
    ] as const) {
      // prettier-ignore
      const made = madePdf({ pages: [{ content: '', extra: '' }], objects: { 10000: { entries: filter, bytes } } })
      const pointing = Buffer.from(made.toString('latin1').replace('/Contents 5 0 R', '/Contents 10000 0 R'), 'latin1')
      const { report } = await buildWithRetriesHere(workOf(document(pointing)))
      expect(report.pages).toBeGreaterThanOrEqual(3)
      expect(report.problems.map(({ file }) => file)).toContain('bad.pdf')
    }
  },
)
async function buildWithRetriesHere(work: ReturnType<typeof workOf>) {
  const report = await buildWithRetries({ work, startProcess: startJobProcess, signal: quiet.signal, onProgress: () => undefined, memoryLimit: 1_500 * 1024 ** 2, patience: 60_000 }) // prettier-ignore
  return { report }
}

test('what a crop, a layer or a note hides stays out of the bundle, and the report says so', async () => {
  const cropped = madePdf({
    pages: [{ content: writeText('hidden words', [10, 10]) + writeText('seen', [300, 400]), mediaBox: [0, 0, 800, 1000], cropBox: [200, 300, 500, 700] }], // prettier-ignore
  })
  const layered = madePdf({
    catalog: '/OCProperties<</OCGs[10000 0 R]/D<</OFF[10000 0 R]>>>>',
    pages: [{ content: `/OC /L BDC ${writeText('hidden words', [72, 500])} EMC ${writeText('seen', [72, 700])}`, resources: '/Properties<</L 10000 0 R>>' }], // prettier-ignore
    objects: { 10000: { entries: '<</Type/OCG/Name(hidden words)>>' } },
  })
  const noted = madePdf({
    pages: [page('/Annots[<</Type/Annot/Subtype/Text/Rect[9 600 30 620]/Contents(hidden words)>>]')],
  })
  const built = await builtFrom(workOf(document(cropped, 'crop.pdf'), document(layered, 'layer.pdf'), document(noted, 'note.pdf'))) // prettier-ignore
  expect(built.report.problems.map(({ file, code }) => [file, code])).toEqual([
    ['crop.pdf', 'outside-removed'],
    ['layer.pdf', 'hidden-removed'],
    ['note.pdf', 'notes-removed'],
  ])
  expect(JSON.stringify(built.read)).not.toContain('hidden words')
  expect(built.read.pages.slice(1, 4).map(({ pieces }) => pieces[0]?.text)).toEqual(['seen', 'seen', 'seen'])
  await expectSound(built)
})

test('a filled form keeps what was written in it, as part of the page', async () => {
  const field = '<</Type/Annot/Subtype/Widget/FT/Tx/T(name)/V(filled in)/Rect[72 600 300 620]/DA(/Helv 12 Tf 0 g)/F 4>>'
  const form = madePdf({
    pages: [page('/Annots[10000 0 R]')],
    catalog: '/AcroForm<</Fields[10000 0 R]/NeedAppearances true/DA(/Helv 12 Tf 0 g)/DR<</Font<</Helv 3 0 R>>>>>>',
    objects: { 10000: { entries: field } },
  })
  const built = await builtFrom(workOf(document(form)))
  expect(built.read.pages[1]?.pieces.map(({ text }) => text)).toContain('filled in')
  await expectSound(built)
})

const highlight = '/Subtype/Highlight/QuadPoints[300 412 330 412 300 400 330 400]/Rect[300 400 330 412]/C[1 1 0]'
test('a cropped page that has to be drawn anew is cropped for good too', async () => {
  const made = madePdf({
    pages: [
      {
        content: writeText('hidden words', [10, 10]) + writeText('seen', [300, 400]),
        mediaBox: [0, 0, 800, 1000],
        cropBox: [200, 300, 500, 700],
        extra: `/Annots[<</Type/Annot${highlight}>>]`,
      },
    ],
  })
  const built = await builtFrom(workOf(document(made)))
  expect(JSON.stringify(built.read)).not.toContain('hidden words')
  expect(built.read.pages[1]?.pieces[0]?.text).toBe('seen')
  expect(built.report.problems.map(({ code }) => code)).toEqual(['outside-removed'])
})

test(
  'fuzzed: whatever is done to a file, the bundle is sound and the others are in it',
  { timeout: minutes },
  async () => {
    const seeds = [
      ...hostile.map(([, bytes]) => bytes),
      madePdf({ pages: Array.from({ length: 3 }, (_, at) => page('', writeText(`page ${String(at)}`, [72, 700]))) }),
    ]
    const edit = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), bytes: fc.uint8Array({ minLength: 0, maxLength: 12 }), cut: fc.nat(400) }) // prettier-ignore
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...seeds),
        fc.array(edit, { minLength: 1, maxLength: 6 }),
        async (seed, edits) => {
          const bytes = edits.reduce((before, { at, bytes: put, cut }) => {
            const from = Math.floor(at * before.length)
            return Buffer.concat([before.subarray(0, from), put, before.subarray(from + cut)])
          }, seed)
          await expectSound(await builtFrom(workOf(document(bytes))))
        },
      ),
      { numRuns: 60 },
    )
  },
)

test('a full disk, a cancelled build and a missing folder leave the earlier bundle as it was', async () => {
  const work = workOf()
  await buildBundle(work, quiet)
  const before = readFileSync(work.to.path)
  const stopped = new AbortController()
  stopped.abort(new AppError('cancelled'))
  await expect(buildBundle(work, { ...quiet, signal: stopped.signal })).rejects.toMatchObject({ code: 'cancelled' })
  expect(readFileSync(work.to.path).equals(before)).toBe(true)
  await expect(
    buildBundle({ ...work, to: { is: 'path', path: join(work.to.path, 'in/no/folder.pdf') } }, quiet),
  ).rejects.toThrow()
  const folder = join(work.to.path, '..')
  expect(readdirSync(folder).filter(name => name.endsWith('.part'))).toEqual([])
})

const isRoot = process.geteuid?.() === 0
const onSmallDisk = test.runIf(process.platform === 'linux' && isRoot) // only root can mount one
onSmallDisk('a disk that fills up while a bundle is written', async () => {
  const small = scratchFolder()
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=300k', 'tmpfs', small])
  try {
    const work = { ...workOf(), to: { is: 'path', path: join(small, 'bundle.pdf') } as const }
    await buildBundle(work, quiet)
    const before = readFileSync(work.to.path)
    const large = workOf(document(madePdf({ pages: Array.from({ length: 900 }, () => page('')) }), 'large.pdf'))
    const attempt = buildBundle({ ...large, to: work.to }, quiet)
    await expect(attempt).rejects.toMatchObject({ code: 'disk-full' })
    expect(readFileSync(work.to.path).equals(before)).toBe(true)
    expect(readdirSync(small)).toEqual(['bundle.pdf'])
  } finally {
    execFileSync('umount', [small])
  }
})

test('a document that ends its process is left out at the next try, and named', { timeout: minutes }, async () => {
  const work = workOf(document(good.bytes ?? new Uint8Array(), 'killer.pdf'))
  let tries = 0
  const report = await buildWithRetries({
    work,
    startProcess() {
      const channel = startJobProcess()
      tries += 1
      if (tries > 1) return channel
      // The first process dies as soon as it says that it has begun.
      return {
        ...channel,
        onMessage: listener =>
          channel.onMessage(message => {
            listener(message)
            channel.kill()
          }),
      }
    },
    signal: quiet.signal,
    onProgress: () => undefined,
  })
  expect(tries).toBe(2)
  expect(report.problems).toMatchObject([{ file: 'killer.pdf', code: 'file-dangerous' }])
  expect(report.pages).toBe(3)
})

/** Beside the project's folder, or beside the one that holds its worktrees. */
const places = ['../../../shared/samples', '../../../../shared/samples']
  .map(path => join(import.meta.dirname, path))
  .filter(existsSync)
const onSamples = test.runIf(places.length > 0) // real files that this project does not ship
onSamples('every sample file', { timeout: minutes }, async () => {
  const root = places[0] ?? ''
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
  const documents = files.map((entry, at) => ({
    title: entry.name,
    name: `${String(at)}-${entry.name}`,
    bytes: readFileSync(join(entry.parentPath, entry.name)),
  }))
  const work = { ...workOf(...documents), passwords: ['openpassword'] }
  const built = await builtFrom(work)
  await expectSound(built)
  if (hasProgram('pdftoppm')) expect(popplerPictures(work.to.path)).toBe(built.report.pages)
  expect(built.report.documents).toHaveLength(files.length + 1)
  expect(built.read.pages.flatMap(({ pieces }) => pieces.map(({ text }) => text.trim()))).toContain('Alice') // in a form
  const refused = built.report.problems.filter(({ code }) => /^(?:file|kind)-/.test(code)).map(({ file }) => file)
  expect(refused.filter(name => /\.(?:pdf|jpe?g|png|txt)$/i.test(name))).toEqual([])
  writeFileSync(work.to.path, '')
})
