import { createHash } from 'node:crypto'
import { open, rename, rm, stat, type FileHandle } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type * as z from 'zod'
import { documentCalls } from '../../shared/features/documents.ts'
import { AppError } from '../../shared/kernel/errors.ts'
import { fromSystem } from '../system-errors.ts'
import { chunkSize, readSealed } from './sealed-file.ts'
import type { JobContext } from './serve-job.ts'

const call = documentCalls['documents.export']
type Work = z.infer<typeof call.work>

/**
 * Writes the plain bytes of a sealed file into a folder: under another name first, its hash compared, then renamed to a name that
 * is free. On any failure, or when cancelled, nothing is left behind.
 */
export async function exportFile(given: unknown, context: JobContext): Promise<z.infer<typeof call.done>> {
  const work = call.work.parse(given)
  const name = await freeName(work.folder, safeName(work.name))
  const beside = join(work.folder, `${name}.part`)
  const target = await open(beside, 'wx', 0o600)
  try {
    await copyInto(target, work, context)
    await target.sync()
    await target.close()
    await rename(beside, join(work.folder, name))
    return { name }
  } catch (cause) {
    await target.close().catch(() => undefined)
    await rm(beside, { force: true })
    throw fromSystem(cause).code === 'disk-full'
      ? new AppError('disk-full', { rule: 'no-room-for-copy' }, { cause })
      : cause
  }
}

const stride = chunkSize * 64

async function copyInto(target: FileHandle, work: Work, { signal, report }: JobContext): Promise<void> {
  const { size, sha256 } = work
  const hash = createHash('sha256')
  for (let start = 0; start < size; start += stride) {
    signal.throwIfAborted()
    const piece = await readSealed(work, start, Math.min(size, start + stride))
    hash.update(piece)
    await target.writeFile(piece)
    report({ done: Math.min(size, start + stride), total: size })
  }
  if (hash.digest('hex') !== sha256) throw new AppError('file-unreadable', { rule: 'file-changed' })
}

/** A name that every system takes: no folders, no control characters, nothing that hides or that Windows reserves. */
export function safeName(name: string): string {
  const plain = name
    .replaceAll(/[\p{Cc}\p{Cf}/\\:*?"<>|]/gu, '_')
    .replace(/^\.+/, '')
    .replace(/[. ]+$/, '')
    .slice(0, 180)
  return plain === '' || /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(plain) ? `document ${plain}`.trim() : plain
}

async function freeName(folder: string, name: string): Promise<string> {
  const end = extname(name)
  const start = name.slice(0, name.length - end.length)
  for (let number = 1; number < 1_000; number += 1) {
    const wanted = number === 1 ? name : `${start} (${String(number)})${end}`
    const taken = await stat(join(folder, wanted)).then(
      () => true,
      () => false,
    )
    if (!taken) return wanted
  }
  throw new AppError('invalid-input', { field: 'folder', rule: 'no-free-name' })
}
