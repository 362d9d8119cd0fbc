import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { newFileKey, sealFile, unwatched } from '../../electron/jobs/sealed-file.ts'
import { makeReader, type Reader } from '../../electron/reader.ts'
import { OpenedReading, type ReadingWork } from '../../shared/features/reading.ts'
import { AppError } from '../../shared/kernel/errors.ts'
import { startJobProcess } from './processes.ts'
import { scratchFolder } from './vault.ts'

/** Bytes sealed as the vault seals them, ready to be read. */
export async function sealedBytes(bytes: Uint8Array): Promise<ReadingWork> {
  const folder = scratchFolder()
  const [from, path] = [join(folder, 'plain'), join(folder, 'sealed')]
  writeFileSync(from, bytes)
  const key = newFileKey()
  const { size } = await sealFile({ from, to: path, key }, unwatched)
  return { path, key, size }
}

/** A reader in a process of its own, as the app has it, from its source. */
export const testReader = (limits: { memoryLimit?: number; patience?: number } = {}): Reader =>
  makeReader({ startProcess: startJobProcess, patience: 60_000, ...limits })

/** Opens what must open. Throws how it was refused. */
export async function opened(reader: Reader, bytes: Uint8Array): Promise<OpenedReading & { is: 'open' }> {
  const reply = await reader.open(await sealedBytes(bytes))
  if (!reply.ok) throw new AppError(reply.error.code, reply.error.details)
  const found = OpenedReading.parse(reply.value)
  if (found.is !== 'open') throw new Error('This is locked')
  return found
}
