import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import type { OutputTarget } from '../../../shared/features/bundle-work.ts'
import { halfWritten } from '../../half-written.ts'
import { fromSystem } from '../../system-errors.ts'
import { sealingSink } from '../sealed-file.ts'
import type { Sink } from './pdf-file.ts'

/**
 * Writes a file beside its place, sealed if it is to be, and gives it its name when it is whole and on the disk. Whatever goes
 * wrong, the earlier file there stays as it was, and nothing else is left.
 */
export async function writeWhole<Result>(to: OutputTarget, write: (sink: Sink) => Promise<Result>): Promise<Result> {
  const beside = halfWritten(to.path)
  rmSync(beside, { force: true }) // of a try that was killed
  const file = openSync(beside, 'wx', 0o600)
  let isOpen = true
  try {
    const sink = sinkInto(file, to)
    const result = await write(sink.write)
    sink.end()
    fsyncSync(file)
    closeSync(file)
    isOpen = false
    renameSync(beside, to.path)
    return result
  } catch (cause) {
    if (isOpen) closeSync(file)
    rmSync(beside, { force: true })
    throw cause
  }
}

function sinkInto(file: number, to: OutputTarget): { write: Sink; end: () => void } {
  const write = (bytes: Uint8Array): void => writeAll(file, bytes)
  return to.is === 'sealed' ? sealingSink(to.key, write) : { write, end: () => undefined }
}

/** A full disk writes a part without an error at first. Throws `AppError`, which no bad document does. */
function writeAll(file: number, bytes: Uint8Array): void {
  try {
    for (let from = 0; from < bytes.length;) from += writeSync(file, bytes, from)
  } catch (cause) {
    throw fromSystem(cause)
  }
}
