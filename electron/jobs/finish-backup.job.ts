import { createHash } from 'node:crypto'
import { constants, createReadStream } from 'node:fs'
import { copyFile, mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { BackupWork, type BackupSummary } from '../../shared/features/vault.ts'
import { AppError } from '../../shared/kernel/errors.ts'
import type { JobContext } from './serve-job.ts'

/** Copies the sealed files, hashes the database's copy, writes the summary and only then gives the backup its name. */
export async function finishBackup(given: unknown, { signal, report }: JobContext): Promise<BackupSummary> {
  const work = BackupWork.parse(given)
  const { name, madeAt, counts, daily, files, unfinished, finished } = work
  try {
    for (const [index, { from, to }] of files.entries()) {
      signal.throwIfAborted()
      await mkdir(dirname(to), { recursive: true, mode: 0o700 })
      await copyFile(from, to, constants.COPYFILE_EXCL).catch(unlessMissing)
      report({ done: index + 1, total: files.length + 1 })
    }
    const database = join(unfinished, 'vault.db')
    const summary = {
      name,
      madeAt,
      bytes: (await stat(database)).size,
      sha256: await digestOf(database, signal),
      counts,
      daily,
    }
    await writeSynced(join(unfinished, 'backup.json'), `${JSON.stringify(summary, null, 2)}\n`)
    await rename(unfinished, finished)
    return summary
  } catch (cause) {
    await rm(unfinished, { recursive: true, force: true }) // our own half copy
    throw cause
  }
}

/** A sealed file that is gone is damage to tell of by name; a full or read-only disk keeps its own error. */
function unlessMissing(cause: unknown): never {
  const isMissing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT'
  throw isMissing ? new AppError('file-unreadable', { rule: 'document-missing' }, { cause }) : cause
}

async function digestOf(path: string, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(path, { signal })) hash.update(piece as Buffer) // a stream without encoding
  return hash.digest('hex')
}

async function writeSynced(path: string, text: string): Promise<void> {
  const handle = await open(path, 'wx', 0o600)
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
}
