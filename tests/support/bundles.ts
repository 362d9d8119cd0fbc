import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildBundle } from '../../electron/jobs/bundle/build-bundle.ts'
import { readBundle, type Piece, type ReadBundle } from '../../electron/jobs/bundle-check/read-bundle.ts'
import { BundleSpec, type BundleReport, type BundleWork } from '../../shared/features/bundle-work.ts'
import type { z } from 'zod'

export type SpecInput = z.input<typeof BundleSpec>
export type TestDocument = { title: string; date?: string | null; name: string; bytes: Uint8Array | null }
export type TestBundle = Omit<SpecInput, 'sections'> & { sections: { title: string; documents: TestDocument[] }[] }

/** Writes the files of a bundle into a folder; answers its work. A document without bytes has no file. */
export function bundleWork(folder: string, { sections, ...spec }: TestBundle): BundleWork {
  const parsed = BundleSpec.parse({
    ...spec,
    sections: sections.map(({ title, documents }) => ({
      title,
      documents: documents.map(({ title: name, date = null, name: file }) => ({ title: name, date, file })),
    })),
  })
  for (const { name, bytes } of sections.flatMap(({ documents }) => documents))
    if (bytes) writeFileSync(join(folder, name), bytes)
  return {
    ...parsed,
    sections: parsed.sections.map(section => ({
      ...section,
      documents: section.documents.map(document => ({
        ...document,
        from: { is: 'path', path: join(folder, document.file) },
      })),
    })),
    to: { is: 'path', path: join(folder, 'bundle.pdf') },
    passwords: [],
    refused: [],
  }
}

const quiet = { signal: new AbortController().signal, report: () => undefined }
export type Built = { report: BundleReport; bytes: Buffer; read: ReadBundle; path: string }

/** Builds in this process, and reads the result back with pdf.js. */
export async function builtFrom(work: BundleWork): Promise<Built> {
  const { pages, documents, problems } = await buildBundle(work, quiet)
  const { path } = work.to
  const bytes = readFileSync(path)
  const read = await readBundle(new Uint8Array(bytes), () => undefined)
  return { report: { pages, documents, problems }, bytes, read, path }
}

export const hasProgram = (name: string): boolean => spawnSync(name, ['--version']).error === undefined

/** What qpdf finds wrong with a file: empty for nothing. */
export function qpdfComplaints(path: string): string {
  const { status, stdout, stderr } = spawnSync('qpdf', ['--check', path], { encoding: 'utf8' })
  return status === 0 ? '' : `${stdout}${stderr}`
}

export const popplerText = (path: string): string =>
  execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8', maxBuffer: 2 ** 28 })

/** How many pages poppler can draw. */
export function popplerPictures(path: string): number {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-pictures-'))
  try {
    spawnSync('pdftoppm', ['-r', '12', path, join(folder, 'page')], { stdio: 'ignore' })
    return readdirSync(folder).length
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The number stamped on a page: the lowest piece of text at its right edge. */
export function stampOf(pieces: readonly Piece[], width: number): Piece | undefined {
  return pieces.filter(({ x, y, width: own }) => y < 38 && x + own > width - 40).at(-1)
}
