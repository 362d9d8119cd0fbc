import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { fileTypeFromFile } from 'file-type'
import type * as z from 'zod'
import { fileCalls } from '../../shared/features/files.ts'
import { AppError } from '../../shared/kernel/errors.ts'
import { newFileKey, sealFile } from './sealed-file.ts'
import type { JobContext } from './serve-job.ts'

const call = fileCalls['files.add']

/** Seals a copy of a file for the vault under a key of its own. The record that holds the key is the store's to write. */
export async function sealIntoVault(
  given: unknown,
  { signal, report }: JobContext,
): Promise<z.infer<typeof call.done>> {
  const { id, from, to } = call.work.parse(given)
  const found = await stat(from).catch((cause: unknown) => {
    throw new AppError('file-unreadable', { rule: 'file-missing' }, { cause })
  })
  if (!found.isFile()) throw new AppError('file-unreadable', { rule: 'not-a-file' })
  if (found.size === 0) throw new AppError('file-unreadable', { rule: 'nothing-in-file' })
  const mediaType = (await fileTypeFromFile(from).catch(() => undefined))?.mime ?? null // a guess is no reason to refuse
  const key = newFileKey()
  const onProgress = (bytes: number): void => report({ done: bytes, total: found.size })
  const { size, sha256 } = await sealFile({ from, to, key }, { signal, onProgress })
  return { file: { id, name: basename(from).slice(0, 255), size, sha256, mediaType }, key }
}
