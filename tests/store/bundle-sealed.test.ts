import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { startBundleJob } from '../../electron/bundle-jobs.ts'
import { buildBundle } from '../../electron/jobs/bundle/build-bundle.ts'
import { readBundle } from '../../electron/jobs/bundle-check/read-bundle.ts'
import {
  chunkSize,
  digestSealed,
  newFileKey,
  readSealed,
  readWholeSealed,
  sealFile,
  sealingSink,
  unwatched,
} from '../../electron/jobs/sealed-file.ts'
import type { BundleWork, DocumentSource } from '../../shared/features/bundle-work.ts'
import { AppError } from '../../shared/kernel/errors.ts'
import { bundleWork, builtFrom, type TestDocument } from '../support/bundles.ts'
import { madePdf, writeText } from '../support/made-pdf.ts'
import { startJobProcess } from '../support/processes.ts'
import { scratchFolder } from '../support/vault.ts'

const quiet = { signal: new AbortController().signal, report: () => undefined }
const pdf = (...words: string[]): Buffer =>
  madePdf({ pages: words.map(word => ({ content: writeText(word, [72, 700]) })) })
const document = (title: string, bytes: Uint8Array): TestDocument => ({ title, name: `${title}.pdf`, bytes })
const workOf = (folder: string, documents: TestDocument[]): BundleWork =>
  bundleWork(folder, { profile: 'general', title: 'Sealed bundle', sections: [{ title: 'All', documents }] })

/** The same work with every file sealed, and the bundle sealed as well. */
async function sealedWork(work: BundleWork): Promise<BundleWork & { to: { is: 'sealed'; key: Uint8Array } }> {
  const seal = async (from: DocumentSource): Promise<DocumentSource> => {
    if (from.is !== 'path') return from
    const to = `${from.path}.sealed`
    const key = newFileKey()
    return { is: 'sealed', path: to, key, ...(await sealFile({ from: from.path, to, key }, unwatched)) }
  }
  const sections = await Promise.all(
    work.sections.map(async section => ({
      ...section,
      documents: await Promise.all(section.documents.map(async item => ({ ...item, from: await seal(item.from) }))),
    })),
  )
  return { ...work, sections, to: { is: 'sealed', path: `${work.to.path}.sealed`, key: newFileKey() } }
}

test(
  'sealed in, sealed out: byte for byte the bundle that the same readable files give',
  { timeout: 120_000 },
  async () => {
    const text = fc.string({ minLength: 1, maxLength: 30 }).map(words => words.replaceAll(/[^a-z ]/g, 'x'))
    const files = fc.array(fc.oneof(fc.array(text, { minLength: 1, maxLength: 4 }).map(words => pdf(...words)), fc.integer({ min: 1, max: 3 * chunkSize }).map(size => Buffer.alloc(size, 'plain words '))), { minLength: 1, maxLength: 4 }) // prettier-ignore
    await fc.assert(
      fc.asyncProperty(files, async given => {
        const folder = scratchFolder()
        const work = workOf(folder, given.map((bytes, at) => document(`Document ${String(at)}`, bytes))) // prettier-ignore
        const plain = await builtFrom(work)
        const sealed = await sealedWork(work)
        const { size, sha256, ...report } = await buildBundle(sealed, quiet)
        expect(report).toEqual(plain.report)
        const file = { ...sealed.to, size, sha256 }
        expect((await readWholeSealed(file)).equals(plain.bytes)).toBe(true)
        expect((await readSealed(file, 0, size)).equals(plain.bytes)).toBe(true)
        expect(await digestSealed(file, unwatched)).toBe(sha256)
        expect(readFileSync(sealed.to.path).includes('%PDF')).toBe(false)
      }),
      { numRuns: 12 },
    )
  },
)

test('what is sealed as it comes is what a file of the same bytes is sealed as', async () => {
  const sizes = fc.oneof(fc.integer({ min: 0, max: 300_000 }), fc.constantFrom(0, 1, chunkSize - 1, chunkSize, chunkSize + 1, 2 * chunkSize)) // prettier-ignore
  await fc.assert(
    fc.asyncProperty(sizes, fc.array(fc.integer({ min: 0, max: 150_000 }), { maxLength: 5 }), async (size, cuts) => {
      const folder = scratchFolder()
      const [plain, key] = [randomBytes(size), newFileKey()]
      writeFileSync(join(folder, 'plain'), plain)
      const { sha256 } = await sealFile({ from: join(folder, 'plain'), to: join(folder, 'sealed'), key }, unwatched)
      const pieces: Uint8Array[] = []
      const sink = sealingSink(key, piece => void pieces.push(Buffer.from(piece)))
      let from = 0
      for (const cut of [...cuts, size]) {
        sink.write(plain.subarray(from, from + cut))
        from = Math.min(size, from + cut)
      }
      sink.end()
      expect(Buffer.concat(pieces).equals(readFileSync(join(folder, 'sealed')))).toBe(true)
      const whole = await readWholeSealed({ path: join(folder, 'sealed'), key, size, sha256 })
      expect(whole.equals(plain)).toBe(true)
    }),
    { numRuns: 25 },
  )
})

const damages: [string, (source: Extract<DocumentSource, { is: 'sealed' }>) => unknown][] = [
  ['cut', ({ path, size }) => truncateSync(path, size / 2)],
  ['gone', ({ path }) => rmSync(path)],
  ['under another key', () => ({ key: newFileKey() })],
  ['of another hash', () => ({ sha256: '0'.repeat(64) })],
  [
    'changed in one bit',
    ({ path }) => {
      const bytes = readFileSync(path)
      bytes.writeUInt8(bytes.readUInt8(bytes.length - 40) ^ 1, bytes.length - 40)
      writeFileSync(path, bytes)
    },
  ],
]
test.each(damages)(
  'a vault copy that is %s is named, a sheet stands in its place, the rest goes on',
  async (_name, damage) => {
    const folder = scratchFolder()
    const work = await sealedWork(workOf(folder, [document('Bad', pdf('never seen')), document('Good', pdf('seen'))]))
    const [bad] = work.sections[0]?.documents ?? []
    if (bad?.from.is !== 'sealed') throw new Error('not sealed')
    Object.assign(bad.from, damage(bad.from))
    const { problems, size, sha256, pages } = await buildBundle(work, quiet)
    expect(problems.map(({ file, code }) => [file, code])).toEqual([['Bad.pdf', 'vault-copy-damaged']])
    const read = await readBundle(new Uint8Array(await readWholeSealed({ ...work.to, size, sha256 })), () => undefined)
    expect(pages).toBe(3)
    expect(read.pages[1]?.pieces.map(({ text }) => text).join(' ')).toContain('This document is not in the bundle')
    expect(read.pages[2]?.pieces[0]?.text).toBe('seen')
  },
)

test('cancelled, or on a disk that is full, a sealed bundle leaves nothing and the earlier one stays', async () => {
  const folder = scratchFolder()
  const work = await sealedWork(workOf(folder, [document('One', pdf('one')), document('Two', pdf('two'))]))
  await buildBundle(work, quiet)
  const before = [readdirSync(folder), readFileSync(work.to.path)]
  const cancel = new AbortController()
  const begin = ({ done }: { done: number }): void => {
    if (done === 1) cancel.abort(new AppError('cancelled'))
  }
  const cancelled = buildBundle(work, { signal: cancel.signal, report: () => undefined, begin })
  await expect(cancelled).rejects.toMatchObject({ code: 'cancelled' })
  expect([readdirSync(folder), readFileSync(work.to.path)]).toEqual(before)
})

const onSmallDisk = test.runIf(process.platform === 'linux' && process.geteuid?.() === 0) // only root can mount one
onSmallDisk('a disk that fills up while a sealed bundle is written', async () => {
  const small = scratchFolder()
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=200k', 'tmpfs', small])
  try {
    const big = pdf(...Array.from({ length: 900 }, (_, at) => `page ${String(at)}`))
    const work = await sealedWork(workOf(scratchFolder(), [document('Big', big)]))
    const to = { ...work.to, path: join(small, 'bundle') }
    await expect(buildBundle({ ...work, to }, quiet)).rejects.toMatchObject({ code: 'disk-full' })
    expect(readdirSync(small)).toEqual([])
  } finally {
    execFileSync('umount', [small])
  }
})

test(
  'a job of the app that builds a bundle has the retries too, and counts documents',
  { timeout: 60_000 },
  async () => {
    const work = await sealedWork(workOf(scratchFolder(), [document('Killer', pdf('x')), document('Good', pdf('y'))]))
    let tries = 0
    const progress: string[] = []
    const dying = () => {
      const channel = startJobProcess()
      tries += 1
      if (tries > 1) return channel
      const onMessage: typeof channel.onMessage = listener =>
        channel.onMessage(message => {
          listener(message)
          channel.kill()
        })
      return { ...channel, onMessage }
    }
    const running = startBundleJob({
      work,
      startProcess: dying,
      onProgress: ({ done, total }) => void progress.push(`${String(done)} of ${String(total)}`),
    })
    expect(await running.done).toMatchObject({ pages: 3, problems: [{ file: 'Killer.pdf', code: 'file-dangerous' }] })
    expect(tries).toBe(2)
    expect(progress).toEqual(['0 of 2', '0 of 2', '1 of 2', '2 of 2'])
  },
)

test('one that is cancelled ends as that', { timeout: 60_000 }, async () => {
  const work = await sealedWork(workOf(scratchFolder(), [document('One', pdf('x'))]))
  const running = startBundleJob({ work, startProcess: startJobProcess, onProgress: () => undefined })
  running.cancel()
  await expect(running.done).rejects.toMatchObject({ code: 'cancelled' })
})
