import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { createHash, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  chunkSize,
  digestSealed,
  newFileKey,
  readSealed,
  sealFile,
  unwatched,
} from '../../electron/jobs/sealed-file.ts'
import { runJobHere } from '../support/jobs.ts'
import { newVault, openCase, refusal, reopened, scratchFolder } from '../support/vault.ts'

const folder = scratchFolder()
let count = 0
async function sealed(plain: Buffer) {
  const from = join(folder, `plain-${String((count += 1))}`)
  const path = `${from}.sealed`
  writeFileSync(from, plain)
  const key = newFileKey()
  const { size, sha256 } = await sealFile({ from, to: path, key }, unwatched)
  return { path, key, size, sha256, from }
}
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
const [header, tag] = [16, 16]

describe('sealed files', () => {
  const size = fc.oneof(
    fc.integer({ min: 0, max: 300_000 }),
    fc.constantFrom(0, 1, chunkSize - 1, chunkSize, chunkSize + 1, 2 * chunkSize - 1, 2 * chunkSize, 2 * chunkSize + 1),
  )

  test('come back as they were, whole and from any place to any other', async () => {
    await fc.assert(
      fc.asyncProperty(
        size,
        fc.array(fc.tuple(fc.double({ min: 0, max: 1.1, noNaN: true }), fc.integer({ min: 0, max: 150_000 })), {
          maxLength: 6,
        }),
        async (length, ranges) => {
          const plain = randomBytes(length)
          const file = await sealed(plain)
          expect([file.size, file.sha256]).toEqual([length, sha256(plain)])
          expect(await digestSealed(file, unwatched)).toBe(sha256(plain))
          expect((await readSealed(file, 0, length)).equals(plain)).toBe(true)
          for (const [at, more] of ranges) {
            const start = Math.floor(at * length)
            expect((await readSealed(file, start, start + more)).equals(plain.subarray(start, start + more))).toBe(true)
          }
        },
      ),
      { numRuns: 40 },
    )
  })

  test('the same bytes sealed twice look different, and nothing of them shows', async () => {
    const plain = Buffer.from('the same words '.repeat(9_000))
    const [one, two] = [await sealed(plain), await sealed(plain)]
    expect(readFileSync(one.path).subarray(header).equals(readFileSync(two.path).subarray(header))).toBe(false)
    expect(readFileSync(one.path).includes('same words')).toBe(false)
    expect(statSync(one.path).mode & 0o077).toBe(0)
  })

  const sealedChunk = chunkSize + tag
  const damages: [string, (bytes: Buffer) => Buffer][] = [
    ['its last byte cut', bytes => bytes.subarray(0, -1)],
    ['its last chunk dropped', bytes => bytes.subarray(0, header + 2 * sealedChunk)],
    ['cut in the middle', bytes => bytes.subarray(0, bytes.length / 2)],
    ['emptied', () => Buffer.alloc(0)],
    ['a byte added', bytes => Buffer.concat([bytes, Buffer.alloc(1)])],
    ['a chunk added', bytes => Buffer.concat([bytes, bytes.subarray(-sealedChunk)])],
    [
      'two chunks swapped',
      bytes => {
        const [first, second] = [header, header + sealedChunk].map(at => bytes.subarray(at, at + sealedChunk))
        return Buffer.concat([
          bytes.subarray(0, header),
          second ?? '',
          first ?? '',
          bytes.subarray(header + 2 * sealedChunk),
        ] as Buffer[])
      },
    ],
    [
      'a chunk of another file put in',
      bytes =>
        Buffer.concat([bytes.subarray(0, header), randomBytes(sealedChunk), bytes.subarray(header + sealedChunk)]),
    ],
  ]
  test.each(damages)('%s: refused', async (_name, damage) => {
    const file = await sealed(randomBytes(2 * chunkSize + 5_000))
    writeFileSync(file.path, damage(readFileSync(file.path)))
    expect(await refusal(() => digestSealed(file, unwatched))).toMatchObject({ code: 'file-unreadable' })
    expect(
      await refusal(() =>
        readSealed(file, 0, file.size).then(async whole => {
          if (whole.length === file.size && sha256(whole) === file.sha256) await digestSealed(file, unwatched) // only beyond its end
        }),
      ),
    ).toMatchObject({ code: 'file-unreadable' })
  })

  test('any bit turned anywhere: refused', async () => {
    const file = await sealed(randomBytes(chunkSize + 900))
    const whole = readFileSync(file.path)
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: whole.length - 1 }),
        fc.integer({ min: 0, max: 7 }),
        async (at, bit) => {
          const turned = Buffer.from(whole)
          turned.writeUInt8(turned.readUInt8(at) ^ (1 << bit), at)
          writeFileSync(file.path, turned)
          expect(await refusal(() => digestSealed(file, unwatched))).toMatchObject({ code: 'file-unreadable' })
        },
      ),
      {
        numRuns: 60,
        examples: [
          [0, 0],
          [15, 7],
          [16, 0],
          [whole.length - 1, 0],
        ],
      },
    )
  })

  test('with another key: refused', async () => {
    const file = await sealed(randomBytes(100))
    expect(await refusal(() => readSealed({ ...file, key: newFileKey() }, 0, 100))).toMatchObject({
      code: 'file-unreadable',
    })
  })

  test('cancelled half-way nothing is left, and the original is untouched', async () => {
    const plain = randomBytes(20 * chunkSize)
    const from = join(folder, 'cancelled')
    writeFileSync(from, plain)
    const cancel = new AbortController()
    const onProgress = (bytes: number): void => {
      if (bytes > 5 * chunkSize) cancel.abort(new Error('stopped'))
    }
    await expect(
      sealFile({ from, to: `${from}.sealed`, key: newFileKey() }, { signal: cancel.signal, onProgress }),
    ).rejects.toThrow('stopped')
    expect(readdirSync(folder).filter(name => name.startsWith('cancelled'))).toEqual(['cancelled'])
    expect(readFileSync(from).equals(plain)).toBe(true)
  })
})

describe('files in the vault', () => {
  const filesIn = (vault: string): string[] =>
    readdirSync(join(vault, 'files'), { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => entry.name)

  test('one is added, recorded once, found whole by a verification, and its original is left alone', async () => {
    const store = await newVault()
    const { id: caseId } = openCase(store)
    const original = join(folder, 'Canary photo.jpg')
    const plain = randomBytes(200_000)
    writeFileSync(original, plain)
    const added = await store.job('files.add', { caseId, file: original as never })
    expect(added).toMatchObject({ name: 'Canary photo.jpg', size: 200_000, sha256: sha256(plain) })
    expect(filesIn(store.folder)).toEqual([added.id])
    expect(readFileSync(original).equals(plain)).toBe(true)
    const path = join(store.folder, 'files', added.id.slice(-2), added.id)
    truncateSync(path, 100_000)
    expect((await store.job('vault.verify', {})).files).toEqual({
      ok: false,
      checked: 1,
      problems: [{ rule: 'file-cut', id: added.id }],
    })
    store.close()
  })

  test('a crash between sealing and recording leaves an orphan, which goes with the next unlock; the others stay', async () => {
    const store = await newVault()
    const { id: caseId } = openCase(store)
    const original = join(folder, 'letter.txt')
    writeFileSync(original, 'words')
    const kept = await store.job('files.add', { caseId, file: original as never })
    const prepared = store.dispatch({ is: 'prepare', name: 'files.add', input: { caseId, file: original } })
    if (!prepared.ok) throw new Error('refused')
    await runJobHere('files.add', prepared.value) // and here the process dies
    copyFileSync(original, join(store.folder, 'files', `${kept.id}.new`))
    expect(filesIn(store.folder)).toHaveLength(3)
    const later = await reopened(store)
    expect(filesIn(store.folder)).toEqual([kept.id])
    later.close()
  })

  test('what is no file, or is gone, is refused with its reason', async () => {
    const store = await newVault()
    const { id: caseId } = openCase(store)
    const add = (file: string) => refusal(() => store.job('files.add', { caseId, file: file as never }))
    expect(await add(join(folder, 'nowhere'))).toEqual({ code: 'file-unreadable', details: { rule: 'file-missing' } })
    expect(await add(folder)).toEqual({ code: 'file-unreadable', details: { rule: 'not-a-file' } })
    symlinkSync('/dev/zero', join(folder, 'endless'))
    expect(await add(join(folder, 'endless'))).toEqual({ code: 'file-unreadable', details: { rule: 'not-a-file' } })
    expect(existsSync(join(store.folder, 'files')) ? filesIn(store.folder) : []).toEqual([])
    store.close()
  })
})
