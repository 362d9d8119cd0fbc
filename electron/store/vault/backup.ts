import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { BackupWork } from '../../../shared/features/vault.ts'
import type { Instant } from '../../../shared/kernel/dates.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import { fromSystem } from '../../system-errors.ts'
import { asReadDb, openDatabase } from '../database.ts'
import { listFiles } from '../files/files.repo.ts'
import { sealedFilePath } from '../files/sealed-files.ts'
import type { OpenVault } from '../session.ts'
import { databasePath, vaultFilePath } from './vault-file.ts'
import { checkDatabase, countRecords } from './vault.repo.ts'

export const backupsFolder = (folder: string): string => join(folder, 'backups')
/** Ends the name of a backup that is still being made, or that a crash broke off. */
export const unfinishedEnding = '.unfinished'
export const backupName = (now: Instant): string => now.replaceAll(/[-:.]/g, '')
/** A backup elsewhere is a vault of its own and says so by its name. */
export const backupFolderElsewhere = (folder: string, name: string): string => join(folder, `waymark-backup-${name}`)

type Wanted = { elsewhere: string | null; daily: boolean }
/** Copies the database with `VACUUM INTO` (its copy is encrypted), opens the copy and checks it. The job does the rest. */
export function copyForBackup(vault: OpenVault, now: Instant, { elsewhere, daily }: Wanted): BackupWork {
  const name = backupName(now)
  const finished = elsewhere === null ? join(backupsFolder(vault.folder), name) : backupFolderElsewhere(elsewhere, name)
  const unfinished = `${finished}${unfinishedEnding}`
  try {
    mkdirSync(unfinished, { recursive: true, mode: 0o700 })
    vault.db.prepare('VACUUM INTO ?').run(databasePath(unfinished))
    copyFileSync(vaultFilePath(vault.folder), vaultFilePath(unfinished))
    const counts = checkCopy(unfinished, vault.vaultKey)
    const ids = elsewhere === null ? [] : listFiles(asReadDb(vault.db)).map(({ id }) => id)
    const files = ids.map(id => ({ from: sealedFilePath(vault.folder, id), to: sealedFilePath(unfinished, id) }))
    return { name, madeAt: now, counts, daily, unfinished, finished, files }
  } catch (cause) {
    rmSync(unfinished, { recursive: true, force: true }) // our own half copy, never a user's file
    throw fromSystem(cause)
  }
}

function checkCopy(folder: string, key: Uint8Array): BackupWork['counts'] {
  const copy = openDatabase(databasePath(folder), key, { mustExist: true, readonly: true })
  try {
    if (!checkDatabase(copy).ok) throw new AppError('vault-damaged', { rule: 'backup-damaged' })
    return countRecords(asReadDb(copy))
  } finally {
    copy.close()
  }
}

/** Removes half-made backups that a crash left behind. */
export function removeUnfinishedBackups(folder: string): void {
  const within = backupsFolder(folder)
  if (!existsSync(within)) return
  for (const name of readdirSync(within).filter(entry => entry.endsWith(unfinishedEnding)))
    rmSync(join(within, name), { recursive: true, force: true })
}
