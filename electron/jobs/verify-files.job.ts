import { notChecked, vaultCalls, type SealedFileRef, type Verification } from '../../shared/features/vault.ts'
import { AppError } from '../../shared/kernel/errors.ts'
import { digestSealed } from './sealed-file.ts'
import type { JobContext } from './serve-job.ts'

/** Reads every sealed file of the vault and adds what it finds to the store's own checks. One bad file is one problem. */
export async function verifyFiles(given: unknown, { signal, report }: JobContext): Promise<Verification> {
  const { files, ...checks } = vaultCalls['vault.verify'].work.parse(given)
  if (files === null) return { ...checks, files: notChecked }
  const problems: { rule: string; id: string }[] = []
  const total = files.reduce((sum, file) => sum + file.size, 0)
  let before = 0
  for (const file of files) {
    const onProgress = (bytes: number): void => report({ done: before + bytes, total })
    const rule = await problemOf(file, { signal, onProgress })
    if (rule !== null) problems.push({ rule, id: file.id })
    before += file.size
  }
  return { ...checks, files: { ok: problems.length === 0, checked: files.length, problems: problems.slice(0, 100) } }
}

async function problemOf(file: SealedFileRef, reading: Parameters<typeof digestSealed>[1]): Promise<string | null> {
  try {
    return (await digestSealed(file, reading)) === file.sha256 ? null : 'file-changed'
  } catch (cause) {
    reading.signal.throwIfAborted()
    if (cause instanceof AppError) return cause.details['rule'] ?? cause.code
    return cause instanceof Error && 'code' in cause && cause.code === 'ENOENT' ? 'file-missing' : 'file-unreadable'
  }
}
