import { createHash } from 'node:crypto'
import * as fs from 'node:fs'
import { dirname, join } from 'node:path'
import type * as z from 'zod'
import { BackupSummary, type vaultCalls } from '../../../shared/features/vault.ts'
import type { Instant } from '../../../shared/kernel/dates.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import { fromSystem } from '../../system-errors.ts'
import { requireFolder, type Session } from '../session.ts'
import { backupFolderElsewhere, backupsFolder } from './backup.ts'
import { stageMark, type RestoredMark } from './restored-mark.ts'
import { databasePath, readVaultFile, syncFolder, vaultFilePath } from './vault-file.ts'
import { takeVaultLock } from './vault-lock.ts'

/** The backups in a vault's own folder, newest first. Their summaries hold counts only. */
export function listBackups(folder: string): BackupSummary[] {
  const within = backupsFolder(folder)
  if (!fs.existsSync(within)) return []
  return fs
    .readdirSync(within)
    .flatMap(name => readSummary(join(within, name)) ?? [])
    .sort((a, b) => (a.name < b.name ? 1 : -1))
    .slice(0, 200)
}

function readSummary(backup: string): BackupSummary | null {
  try {
    return BackupSummary.parse(JSON.parse(fs.readFileSync(join(backup, 'backup.json'), 'utf8')))
  } catch {
    return null // not finished, or not ours
  }
}

type Restore = (typeof vaultCalls)['vault.restore']
/**
 * Puts a backup in the place of the vault's database and slots. All that was there, sealed files included, is kept in a
 * folder beside it. The backup's digest is checked first; a vault that is open anywhere is refused.
 */
export function restoreBackup(
  session: Session,
  now: Instant,
  { name, folder: elsewhere }: z.infer<Restore['input']>,
): z.infer<Restore['output']> {
  if (session.open) throw new AppError('vault-in-use')
  const folder = requireFolder(session)
  const backup = elsewhere === null ? join(backupsFolder(folder), name) : backupFolderElsewhere(elsewhere, name)
  const summary = readSummary(backup)
  if (!summary) throw new AppError('not-found', { what: 'backup' })
  if (digestOf(databasePath(backup)) !== summary.sha256) throw new AppError('vault-damaged', { rule: 'backup-damaged' })
  const backed = readVaultFile(backup)
  if (backed.slots.length === 0 && !backed.recovery) throw new AppError('vault-damaged', { rule: 'backup-damaged' })
  const keptAs = `kept-${now.replaceAll(/[-:.]/g, '')}`
  try {
    fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
    const lock = takeVaultLock(folder)
    try {
      const mark = stageMark(folder, { at: now, backup: name, keptAs })
      putInPlace({ backup, folder, kept: join(folder, keptAs) }, mark)
    } finally {
      lock.release()
    }
  } catch (cause) {
    throw fromSystem(cause)
  }
  return { keptAs, cases: summary.counts.cases }
}

const openers = ['vault.json', 'vault.db-wal', 'vault.db-shm'] as const
type Places = { backup: string; folder: string; kept: string }
/**
 * All that needs room on the disk comes first and under other names. From then on a crash leaves a folder without `vault.json`
 * that says it must be restored, never a new database beside an old log; and what can be opened again has the mark already.
 */
function putInPlace({ backup, folder, kept }: Places, mark: RestoredMark): void {
  const [database, vaultFile] = [`${databasePath(folder)}.restoring`, `${vaultFilePath(folder)}.restoring`]
  try {
    copySynced(databasePath(backup), database)
    copySynced(vaultFilePath(backup), vaultFile)
    if (fs.existsSync(join(backup, 'files'))) linkTree(join(backup, 'files'), join(folder, 'files'))
    fs.mkdirSync(kept, { mode: 0o700 })
    // The sealed files stay too, since both the old and the restored database may name them.
    if (fs.existsSync(join(folder, 'files'))) linkTree(join(folder, 'files'), join(kept, 'files'))
    for (const name of [...openers, 'vault.db'])
      if (fs.existsSync(join(folder, name))) link(join(folder, name), join(kept, name))
  } catch (cause) {
    mark.drop()
    for (const path of [database, vaultFile]) fs.rmSync(path, { force: true }) // our own copies
    throw cause
  }
  for (const name of openers) fs.rmSync(join(folder, name), { force: true }) // kept under another name
  fs.renameSync(database, databasePath(folder))
  mark.put()
  fs.renameSync(vaultFile, vaultFilePath(folder))
  syncFolder(folder)
}

function copySynced(from: string, to: string): void {
  fs.copyFileSync(from, to)
  const handle = fs.openSync(to, 'r+')
  try {
    fs.fsyncSync(handle)
  } finally {
    fs.closeSync(handle)
  }
}

/** The same files under a second name; copies where the disk has no links. What is there already is left alone. */
function linkTree(from: string, to: string): void {
  for (const entry of fs.readdirSync(from, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const source = join(entry.parentPath, entry.name)
    const target = join(to, source.slice(from.length))
    if (fs.existsSync(target)) continue
    fs.mkdirSync(dirname(target), { recursive: true, mode: 0o700 })
    link(source, target)
  }
}

function link(source: string, target: string): void {
  try {
    fs.linkSync(source, target)
  } catch {
    fs.copyFileSync(source, target, fs.constants.COPYFILE_EXCL)
  }
}

function digestOf(path: string): string {
  const hash = createHash('sha256')
  const handle = fs.openSync(path, 'r')
  const buffer = Buffer.alloc(1 << 20)
  try {
    for (let read = fs.readSync(handle, buffer); read > 0; read = fs.readSync(handle, buffer))
      hash.update(buffer.subarray(0, read))
  } finally {
    fs.closeSync(handle)
  }
  return hash.digest('hex')
}
