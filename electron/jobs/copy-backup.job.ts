import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { copyFile, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { CopyWork, type CopyDone, type CopyProblem } from '../../shared/features/backup-place.ts'
import { BackupSummary } from '../../shared/features/vault.ts'
import { surplusBackups } from '../../shared/rules/backups-kept.ts'
import { fromSystem } from '../system-errors.ts'
import type { JobContext } from './serve-job.ts'

/**
 * Copies a backup and the sealed documents to a second place, as the vault keeps them. Nothing has its name there before it
 * was written out and read again. A missing drive, a full one and one that lies are answers; only a cancel is an error.
 */
export async function copyBackup(given: unknown, context: JobContext): Promise<CopyDone> {
  const work = CopyWork.parse(given)
  if (!(await isFolder(work.place))) return { outcome: 'not-copied', why: 'missing' }
  try {
    await copyAll(work, context)
    return { outcome: 'copied', name: work.backup.name }
  } catch (cause) {
    context.signal.throwIfAborted()
    return { outcome: 'not-copied', why: (await isFolder(work.place)) ? problemOf(cause) : 'missing' }
  }
}

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    found => found.isDirectory(),
    () => false,
  )
const problemOf = (cause: unknown): CopyProblem => (fromSystem(cause).code === 'disk-full' ? 'full' : 'failed')

async function copyAll({ mirror, backup, files }: CopyWork, { signal, report }: JobContext): Promise<void> {
  const total = files.length + 1
  for (const [index, { from, to }] of files.entries()) {
    signal.throwIfAborted()
    if (!existsSync(to) && existsSync(from)) await copyChecked(from, to, signal) // a missing document is Verify's to tell of
    report({ done: index + 1, total })
  }
  await copyBackupFolder(mirror, backup, signal)
  await showAsVault(mirror, backup.name, signal)
  await makeRoom(join(mirror, 'backups'))
  report({ done: total, total })
}

const parts = ['vault.db', 'vault.json', 'backup.json'] as const

async function copyBackupFolder(mirror: string, backup: CopyWork['backup'], signal: AbortSignal): Promise<void> {
  const finished = join(mirror, 'backups', backup.name)
  if (existsSync(join(finished, 'backup.json'))) return
  const unfinished = `${finished}.unfinished`
  try {
    await rm(unfinished, { recursive: true, force: true }) // our own, of a try that was broken off
    for (const part of parts) await copyChecked(join(backup.folder, part), join(unfinished, part), signal)
    const digest = await digestOf(join(unfinished, 'vault.db'), signal)
    if (digest !== backup.sha256) throw new Error('The copy is not what was backed up')
    await rename(unfinished, finished)
    await syncFolder(dirname(finished))
  } catch (cause) {
    await rm(unfinished, { recursive: true, force: true }).catch(() => undefined) // the drive may be gone
    throw cause
  }
}

/**
 * With the slots beside them, the backups can be restored from there as from any vault. Where somebody has done so already
 * there is a database, and its own slots stay.
 */
async function showAsVault(mirror: string, name: string, signal: AbortSignal): Promise<void> {
  if (existsSync(join(mirror, 'vault.db'))) return
  await copyChecked(join(mirror, 'backups', name, 'vault.json'), join(mirror, 'vault.json'), signal)
}

/** Daily copies are thinned out as the vault's own are. What can't be removed now stays until the next time. */
async function makeRoom(backups: string): Promise<void> {
  const found = await Promise.all((await readdir(backups)).map(name => summaryOf(join(backups, name))))
  const newestFirst = found.flatMap(one => one ?? []).toSorted((a, b) => (a.name < b.name ? 1 : -1))
  for (const { name } of surplusBackups(newestFirst))
    await rm(join(backups, name), { recursive: true, force: true }).catch(() => undefined)
}

async function summaryOf(folder: string): Promise<BackupSummary | null> {
  try {
    return BackupSummary.parse(JSON.parse(await readFile(join(folder, 'backup.json'), 'utf8')))
  } catch {
    return null // not ours
  }
}

/** Copies to another name, writes it out, compares digests with what was copied, and gives the name. */
async function copyChecked(from: string, to: string, signal: AbortSignal): Promise<void> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 })
  const copying = `${to}.copying`
  try {
    await copyFile(from, copying)
    const handle = await open(copying, 'r+')
    await handle.sync().finally(() => handle.close())
    if ((await digestOf(copying, signal)) !== (await digestOf(from, signal))) throw new Error('The copy differs')
    await rename(copying, to)
  } catch (cause) {
    await rm(copying, { force: true }).catch(() => undefined) // the drive may be gone
    throw cause
  }
}

async function digestOf(path: string, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(path, { signal })) hash.update(piece as Buffer) // a stream without encoding
  return hash.digest('hex')
}

/** So that the name outlasts a power cut too. Not every system lets a folder be opened. */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r')
    await handle.sync().finally(() => handle.close())
  } catch {
    return
  }
}
