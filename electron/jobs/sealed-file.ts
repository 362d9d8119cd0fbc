import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { open, rename, rm, type FileHandle } from 'node:fs/promises'
import { AppError } from '../../shared/kernel/errors.ts'

// A sealed file: 16 bytes of header ('WMF1' and 12 zero bytes), then chunks of 64 KiB, each AES-256-GCM with its own tag. The
// nonce of a chunk is its number and a flag on the last, so that none can be moved, dropped or cut off; the key is the file's own.
export const magic = Buffer.from('WMF1\0\0\0\0\0\0\0\0\0\0\0\0')
export const chunkSize = 65_536
export const tagSize = 16
export const sealedChunkSize = chunkSize + tagSize

export const newFileKey = (): Uint8Array => new Uint8Array(randomBytes(32))

function nonceOf(chunk: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeUInt8(last ? 1 : 0, 0)
  nonce.writeBigUInt64BE(BigInt(chunk), 4)
  return nonce
}

export type Reading = { signal: AbortSignal; onProgress: (bytes: number) => void }
export type Sealing = { from: string; to: string; key: Uint8Array }
export const unwatched: Reading = { signal: new AbortController().signal, onProgress: () => undefined }

/**
 * Seals a file under a key: written beside under a temporary name, synced, renamed. Answers the plain size in bytes and
 * SHA-256. On any failure, or when cancelled, nothing is left behind.
 */
export async function sealFile(
  { from, to, key }: Sealing,
  reading: Reading,
): Promise<{ size: number; sha256: string }> {
  const beside = `${to}.new`
  const source = await open(from, 'r')
  try {
    const target = await open(beside, 'wx', 0o600)
    try {
      const sealed = await sealInto({ source, target, key }, reading)
      await target.sync()
      await target.close()
      await rename(beside, to)
      return sealed
    } catch (cause) {
      await target.close().catch(() => undefined)
      await rm(beside, { force: true })
      throw cause
    }
  } finally {
    await source.close()
  }
}

type Handles = { source: FileHandle; target: FileHandle; key: Uint8Array }
const stride = chunkSize * 16
const syncEvery = stride * 128

/** Reads one piece ahead, and writes and syncs behind, so that the disk works while the processor seals. */
async function sealInto({ source, target, key }: Handles, { signal, onProgress }: Reading) {
  const hash = createHash('sha256')
  const [inputs, outputs] = [twoBuffers(stride), twoBuffers(stride + sealedChunkSize * 2)]
  let [output, filled] = [outputs(), 0]
  const sink = sealingSink(key, piece => {
    output.set(piece, filled)
    filled += piece.length
  })
  let size = 0
  let [written, synced] = [atOnce, atOnce]
  for (let reading = readPiece(source, inputs(), 0); ;) {
    signal.throwIfAborted()
    const piece = await reading
    const last = piece.length < stride
    size += piece.length
    if (!last) reading = held(readPiece(source, inputs(), size))
    hash.update(piece)
    sink.write(piece)
    if (last) sink.end()
    await written
    written = held(target.writeFile(output.subarray(0, filled))) // goes on after a short write, or throws: a full disk must not cut a file
    ;[output, filled] = [outputs(), 0]
    onProgress(size)
    if (last) break
    if (size % syncEvery !== 0) continue
    await synced
    synced = held(written.then(() => target.datasync())) // or the disk would do it all at the end
  }
  await written
  await synced
  return { size, sha256: hash.digest('hex') }
}

/** One of two buffers by turns: memory that is new each time costs more than sealing does. */
function twoBuffers(size: number): () => Buffer {
  const [one, other] = [Buffer.alloc(size), Buffer.alloc(size)]
  let turn = false
  return () => ((turn = !turn) ? one : other)
}

const atOnce = Promise.resolve()
/** A promise that is awaited only later: until then its failure is nobody's surprise. */
function held<Value>(promise: Promise<Value>): Promise<Value> {
  promise.catch(() => undefined)
  return promise
}

function sealChunk(key: Uint8Array, plain: Uint8Array, { number, last }: ChunkPlace): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonceOf(number, last))
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}
type ChunkPlace = { number: number; last: boolean }

/**
 * Seals bytes as they come, for what is made piece by piece: `write` takes them in order, keeping none of them, and hands every
 * sealed piece on at once. Nothing is whole until `end`.
 */
export function sealingSink(
  key: Uint8Array,
  pass: (sealed: Uint8Array) => void,
): { write: (bytes: Uint8Array) => void; end: () => void } {
  const chunk = Buffer.alloc(chunkSize)
  let [filled, number] = [0, 0]
  const seal = (last: boolean): void => {
    pass(sealChunk(key, chunk.subarray(0, filled), { number, last }))
    number += 1
    filled = 0
  }
  pass(magic)
  return {
    write(bytes) {
      for (let from = 0; from < bytes.length;) {
        if (filled === chunkSize) seal(false) // only now is it known that it was not the last
        const piece = bytes.subarray(from, from + chunkSize - filled)
        chunk.set(piece, filled)
        filled += piece.length
        from += piece.length
      }
    },
    end: () => seal(true),
  }
}

/** As much of a file as the buffer holds; less only at its end. */
async function readPiece(source: FileHandle, buffer: Buffer, position: number): Promise<Buffer> {
  let filled = 0
  while (filled < buffer.length) {
    const { bytesRead } = await source.read(buffer, filled, buffer.length - filled, position + filled)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return buffer.subarray(0, filled)
}

export type SealedFile = { path: string; key: Uint8Array; size: number }
/** Plain bytes of a sealed file from `start` (included) to `end` (excluded), reading only the chunks that hold them. */
export async function readSealed({ path, key, size }: SealedFile, start: number, end: number): Promise<Buffer> {
  const handle = await open(path, 'r')
  try {
    await checkHeader(handle)
    const lastChunk = Math.max(0, Math.ceil(size / chunkSize) - 1)
    const pieces: Buffer[] = []
    for (
      let number = Math.floor(start / chunkSize);
      number <= Math.min(lastChunk, Math.floor((end - 1) / chunkSize));
      number += 1
    )
      pieces.push(await openChunk(handle, key, { number, last: number === lastChunk }))
    const offset = Math.floor(start / chunkSize) * chunkSize
    return Buffer.concat(pieces).subarray(start - offset, Math.min(end, size) - offset)
  } finally {
    await handle.close()
  }
}

const chunksAtOnce = 64

/** All plain bytes of a sealed file, in one piece of memory. Throws `file-unreadable` on any change or cut, or another hash. */
export async function readWholeSealed({ path, key, size, sha256 }: SealedFile & { sha256: string }): Promise<Buffer> {
  const whole = Buffer.alloc(size)
  const handle = await open(path, 'r')
  try {
    const chunks = await checkLength(handle, size)
    await checkHeader(handle)
    const sealed = Buffer.alloc(Math.min(chunks, chunksAtOnce) * sealedChunkSize)
    for (let first = 0; first < chunks; first += chunksAtOnce) {
      const { bytesRead } = await handle.read(sealed, 0, sealed.length, magic.length + first * sealedChunkSize)
      for (let number = first; number < Math.min(chunks, first + chunksAtOnce); number += 1) {
        const from = (number - first) * sealedChunkSize
        const piece = sealed.subarray(from, Math.min(from + sealedChunkSize, bytesRead))
        whole.set(unsealChunk(piece, key, { number, last: number === chunks - 1 }), number * chunkSize)
      }
    }
  } finally {
    await handle.close()
  }
  if (createHash('sha256').update(whole).digest('hex') !== sha256)
    throw new AppError('file-unreadable', { rule: 'file-changed' })
  return whole
}

/** How many chunks a sealed file has. Throws where its length is another than theirs. */
async function checkLength(handle: FileHandle, size: number): Promise<number> {
  const chunks = Math.max(1, Math.ceil(size / chunkSize))
  const expected = magic.length + size + chunks * tagSize
  if ((await handle.stat()).size !== expected) throw new AppError('file-unreadable', { rule: 'file-cut' })
  return chunks
}

/** Reads a whole sealed file and answers the SHA-256 of its plain bytes. Throws `file-unreadable` on any change or cut. */
export async function digestSealed({ path, key, size }: SealedFile, { signal, onProgress }: Reading): Promise<string> {
  const hash = createHash('sha256')
  const handle = await open(path, 'r')
  try {
    const chunks = await checkLength(handle, size)
    await checkHeader(handle)
    for (let number = 0; number < chunks; number += 1) {
      signal.throwIfAborted()
      hash.update(await openChunk(handle, key, { number, last: number === chunks - 1 }))
      onProgress(Math.min(size, (number + 1) * chunkSize))
    }
    return hash.digest('hex')
  } finally {
    await handle.close()
  }
}

async function checkHeader(handle: FileHandle): Promise<void> {
  const { buffer } = await handle.read(Buffer.alloc(magic.length), 0, magic.length, 0)
  if (!buffer.equals(magic)) throw new AppError('file-unreadable', { rule: 'file-changed' })
}

async function openChunk(handle: FileHandle, key: Uint8Array, place: ChunkPlace): Promise<Buffer> {
  const buffer = Buffer.alloc(sealedChunkSize)
  const { bytesRead } = await handle.read(buffer, 0, sealedChunkSize, magic.length + place.number * sealedChunkSize)
  return unsealChunk(buffer.subarray(0, bytesRead), key, place)
}

/** The plain bytes of one chunk. Throws `file-unreadable` where it is not the one that was sealed at this place. */
export function unsealChunk(sealed: Uint8Array, key: Uint8Array, { number, last }: ChunkPlace): Buffer {
  if (sealed.length < tagSize) throw new AppError('file-unreadable', { rule: 'file-cut' })
  const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(number, last), { authTagLength: tagSize })
  decipher.setAuthTag(sealed.subarray(-tagSize))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, -tagSize)), decipher.final()])
  } catch (cause) {
    throw new AppError('file-unreadable', { rule: 'file-changed' }, { cause })
  }
}
