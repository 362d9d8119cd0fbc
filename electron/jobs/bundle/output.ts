import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fromSystem } from '../../system-errors.ts'
import type { Sink } from './pdf-file.ts'

/**
 * Writes a file beside its place and gives it its name when it is whole and on the disk. Whatever goes wrong, the earlier file
 * there stays as it was, and nothing else is left.
 */
export async function writeWhole<Result>(to: string, write: (sink: Sink) => Promise<Result>): Promise<Result> {
  const beside = join(dirname(to), `.${basename(to)}.part`)
  rmSync(beside, { force: true }) // of a try that was killed
  const file = openSync(beside, 'wx', 0o600)
  let isOpen = true
  try {
    const result = await write(bytes => writeAll(file, bytes))
    fsyncSync(file)
    closeSync(file)
    isOpen = false
    renameSync(beside, to)
    return result
  } catch (cause) {
    if (isOpen) closeSync(file)
    rmSync(beside, { force: true })
    throw cause
  }
}

/** A full disk writes a part without an error at first. Throws `AppError`, which no bad document does. */
function writeAll(file: number, bytes: Uint8Array): void {
  try {
    for (let from = 0; from < bytes.length;) from += writeSync(file, bytes, from)
  } catch (cause) {
    throw fromSystem(cause)
  }
}
