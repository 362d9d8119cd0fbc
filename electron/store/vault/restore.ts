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
import { databasePath, vaultFilePath } from './vault-file.ts'
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
  const release = takeVaultLock(folder)
  const keptAs = `kept-${now.replaceAll(/[-:.]/g, '')}`
  try {
    setAside(folder, join(folder, keptAs))
    if (fs.existsSync(join(backup, 'files'))) linkTree(join(backup, 'files'), join(folder, 'files'))
    fs.copyFileSync(databasePath(backup), databasePath(folder))
    fs.copyFileSync(vaultFilePath(backup), vaultFilePath(folder))
  } catch (cause) {
    throw fromSystem(cause)
  } finally {
    release()
  }
  return { keptAs, cases: summary.counts.cases }
}

/** Moves the database and slots away; the sealed files stay too, since both the old and the restored database may name them. */
function setAside(folder: string, kept: string): void {
  fs.mkdirSync(kept, { mode: 0o700 })
  if (fs.existsSync(join(folder, 'files'))) linkTree(join(folder, 'files'), join(kept, 'files'))
  for (const name of ['vault.db-wal', 'vault.db-shm', 'vault.db', 'vault.json'])
    if (fs.existsSync(join(folder, name))) fs.renameSync(join(folder, name), join(kept, name))
}

/** The same files under a second name; copies where the disk has no links. What is there already is left alone. */
function linkTree(from: string, to: string): void {
  for (const entry of fs.readdirSync(from, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const source = join(entry.parentPath, entry.name)
    const target = join(to, source.slice(from.length))
    if (fs.existsSync(target)) continue
    fs.mkdirSync(dirname(target), { recursive: true, mode: 0o700 })
    try {
      fs.linkSync(source, target)
    } catch {
      fs.copyFileSync(source, target)
    }
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
