import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { v7 } from 'uuid'
import * as mupdf from 'mupdf'
import { drawText } from '../../electron/jobs/bundle/text-pages.ts'
import { newFileKey } from '../../electron/jobs/sealed-file.ts'
import { BuiltBundle, type BundleWork } from '../../shared/features/bundle-work.ts'
import { madePdf } from '../support/made-pdf.ts'
import { jobOnce } from './job-process.ts'
import { middle, result, type Result } from './result.ts'

const runs = 5
const words = 'the police were told on several days that the suspect had come to the house again and waited outside until late'.split(' ') // prettier-ignore

/** Typed statements as an office exports them: tagged, with fonts of their own. `pages` each, all different. */
async function textDocuments(folder: string, documents: number, pages: number): Promise<string[]> {
  const variants = await Promise.all(
    Array.from({ length: 20 }, async (_, variant) => {
      const text = Array.from({ length: pages * 520 }, (_word, at) => words[(at * 7 + variant * 13 + Math.floor(at / 17)) % words.length]) // prettier-ignore
      return (await drawText(text.join(' '))).pdf
    }),
  )
  return written(folder, documents, at => variants[at % variants.length] ?? Buffer.alloc(0))
}

/** Scans: a grey picture of A4 at 150 dots an inch or so on each page, of 0.6 MB, as noisy as paper is. */
function scannedDocuments(folder: string, documents: number, pages: number): string[] {
  const pictures = Array.from({ length: pages }, (_, seed) => noise(1_240, 1_754, seed))
  const made = madePdf({
    pages: pictures.map((_, at) => ({
      content: 'q 595.28 0 0 841.89 0 0 cm /Scan Do Q',
      resources: `/XObject<</Scan ${String(10_000 + at)} 0 R>>`,
    })),
    objects: Object.fromEntries(
      pictures.map((bytes, at) => [
        10_000 + at,
        {
          entries: `<</Type/XObject/Subtype/Image/Width 1240/Height 1754/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/DCTDecode/Length ${String(bytes.length)}>>`,
          bytes,
        },
      ]),
    ),
  })
  return written(folder, documents, () => made)
}

/** The quality is chosen for about 0.6 MB a page, so that 400 make 246 MB. */
function noise(width: number, height: number, seed: number): Buffer {
  const pixmap = new mupdf.Pixmap(mupdf.ColorSpace.DeviceGray, [0, 0, width, height], false)
  const pixels = pixmap.getPixels()
  let state = seed + 1
  for (let at = 0; at < pixels.length; at += 1) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    pixels[at] = 200 + ((state >> 16) & 31)
  }
  const jpeg = Buffer.from(pixmap.asJPEG(89, false))
  pixmap.destroy()
  return jpeg
}

function written(folder: string, documents: number, bytesOf: (at: number) => Buffer): string[] {
  mkdirSync(folder, { recursive: true })
  return Array.from({ length: documents }, (_, at) => {
    const path = join(folder, `${String(at).padStart(3, '0')}.pdf`)
    writeFileSync(path, bytesOf(at))
    return path
  })
}

const workFor = (files: readonly string[], to: string): BundleWork => ({
  profile: 'general',
  title: 'A bundle to measure',
  court: 'Family Court at Exampleton',
  caseNumber: 'ZZ26F00001',
  hearingDate: null,
  sections: [0, 1, 2, 3].map(section => ({
    title: `Section ${String(section + 1)}`,
    documents: files
      .filter((_, at) => at % 4 === section)
      .map((path, at) => ({ title: `Statement ${String(at + 1)} of Alex Example about that week`, date: '2026-01-02', file: path, from: { is: 'path', path } as const })), // prettier-ignore
  })),
  to: { is: 'path', path: to },
  passwords: [],
  refused: [],
})

/** A merge, and nothing but a merge. */
function mergeOnce(files: readonly string[], to: string): number {
  const began = performance.now()
  const { status } = spawnSync('qpdf', ['--empty', '--pages', ...files, '--', to])
  if (status !== 0) throw new Error('qpdf could not merge the files')
  return performance.now() - began
}

async function compared(
  folder: string,
  name: string,
  files: readonly string[],
): Promise<{ time: Result; peak: number }> {
  const ours: number[] = []
  const theirs: number[] = []
  let peak = 0
  for (let run = 0; run < runs; run += 1) {
    const built = await jobOnce('build-bundle', workFor(files, join(folder, 'bundle.pdf')))
    ours.push(built.ms)
    peak = Math.max(peak, built.peak)
    theirs.push(mergeOnce(files, join(folder, 'merged.pdf')))
  }
  const figure = { name, unit: 'ms', peer: 'a bare qpdf merge of the same files', goal: 2 }
  return { time: result(figure, middle(ours), middle(theirs)), peak }
}

const sought = ['07700 900123', '12 Nowhere Lane', 'EX1 9ZZ']
/** The most memory of the search before saving, for ten people's details. */
async function searched(folder: string, name: string, files: readonly string[]): Promise<Result> {
  const [path, key] = [join(folder, 'bundle'), newFileKey()]
  const built = await jobOnce('build-bundle', { ...workFor(files, path), to: { is: 'sealed', path, key } })
  const { size, sha256 } = BuiltBundle.parse(built.done)
  const wanted = Array.from({ length: 10 }, () => ({ identifierId: v7(), terms: sought }))
  const { peak } = await jobOnce('search-bundle', { path, key, size, sha256, termsDigest: '', wanted })
  return result(
    { name: `most memory to search ${name}`, unit: 'MB', peer: 'limit of 700 MB', goal: 1 },
    peak / 1e6,
    700,
  )
}

/** Bundles with everything (index, stamps, labels, links, bookmarks) beside a bare merge. None where there is no qpdf, or no /proc. */
export async function bundleFigures(folder: string): Promise<Result[]> {
  if (process.platform !== 'linux' || spawnSync('qpdf', ['--version']).error) {
    console.error('No figures of bundles: they need qpdf (a package of Debian), and Linux.')
    return []
  }
  const place = join(folder, 'bundles')
  const figures: Result[] = []
  for (const [documents, pages] of [
    [100, 5],
    [200, 10],
    [500, 10],
  ] as const) {
    // prettier-ignore
    const files = await textDocuments(place, documents, pages)
    const name = `a bundle of ${(documents * pages).toLocaleString('en-GB')} text pages`
    figures.push((await compared(folder, name, files)).time)
    if (documents === 500) figures.push(await searched(folder, name, files))
    rmSync(place, { recursive: true })
  }
  const files = scannedDocuments(place, 40, 10)
  const { time, peak } = await compared(folder, 'a bundle of 400 scanned pages', files)
  const memory = { name: 'most memory for those scans', unit: 'MB', peer: 'limit of 700 MB', goal: 1 }
  const search = await searched(folder, 'those scans', files)
  rmSync(place, { recursive: true })
  return [...figures, time, result(memory, peak / 1e6, 700), search]
}
