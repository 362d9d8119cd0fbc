import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { AppError } from '../../../shared/kernel/errors.ts'
import { chunkSize, magic, sealedChunkSize, tagSize, unsealChunk, type SealedFile } from '../sealed-file.ts'

const keptChunks = 64

/** A sealed file read here and there, at once: MuPDF waits for every byte. Opening it reads its header alone. */
export type SealedBytes = {
  size: number
  /** Puts plain bytes from `position` on into `target`; answers how many, 0 at the end or where the file is not what was sealed. */
  read: (target: Uint8Array, position: number) => number
  /** Throws `file-unreadable` where a read before has met a change or a cut. */
  check: () => void
  close: () => void
}

/** Throws `file-unreadable` where the file is missing or cut. */
export function openSealedBytes({ path, key, size }: SealedFile): SealedBytes {
  const file = openedOrThrow(path)
  const chunks = Math.max(1, Math.ceil(size / chunkSize))
  const kept = new Map<number, Buffer>()
  let broken: AppError | null = null
  const chunkAt = (number: number): Buffer => {
    const before = kept.get(number)
    const sealed = before ?? readAt(file, magic.length + number * sealedChunkSize, sealedChunkSize)
    const plain = before ?? unsealChunk(sealed, key, { number, last: number === chunks - 1 })
    kept.delete(number)
    kept.set(number, plain) // the newest comes last
    const [oldest] = kept.keys()
    if (kept.size > keptChunks && oldest !== undefined) kept.delete(oldest)
    return plain
  }
  const whole =
    fstatSync(file).size === magic.length + size + chunks * tagSize && readAt(file, 0, magic.length).equals(magic)
  if (!whole) {
    closeSync(file)
    throw new AppError('file-unreadable', { rule: 'file-cut' })
  }
  return {
    size,
    read(target, position) {
      if (position >= size || position < 0) return 0
      try {
        const number = Math.floor(position / chunkSize)
        return chunkAt(number).copy(target, 0, position - number * chunkSize)
      } catch (cause) {
        broken = AppError.from(cause)
        return 0 // nothing may be thrown through MuPDF
      }
    },
    check() {
      if (broken) throw broken
    },
    close: () => closeSync(file),
  }
}

/** All of it. */
export function allOf(bytes: SealedBytes): Buffer {
  const all = Buffer.alloc(bytes.size)
  for (let at = 0; at < bytes.size;) {
    const more = bytes.read(all.subarray(at), at)
    bytes.check()
    at += more
  }
  return all
}

function openedOrThrow(path: string): number {
  try {
    return openSync(path, 'r')
  } catch (cause) {
    throw new AppError('file-unreadable', { rule: 'file-missing' }, { cause })
  }
}

function readAt(file: number, position: number, length: number): Buffer {
  const buffer = Buffer.alloc(length)
  return buffer.subarray(0, readSync(file, buffer, 0, length, position))
}
