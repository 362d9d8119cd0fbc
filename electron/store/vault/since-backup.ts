import { join } from 'node:path'
import type { SinceBackup } from '../../../shared/features/vault.ts'
import { fromSystem } from '../../system-errors.ts'
import { asReadDb, openDatabase, type ReadDb } from '../database.ts'
import { backupsFolder } from './backup.ts'
import { changesAfter, lastChange } from './since-backup.repo.ts'
import { databasePath } from './vault-file.ts'
import { takeVaultLock } from './vault-lock.ts'

/**
 * How much was written into the vault of this folder after one of its backups. Both are only read; a good key that can't read
 * them, or a missing file, means that nobody can say. Throws `vault-in-use`.
 */
export function sinceBackup(folder: string, name: string, vaultKey: Uint8Array): SinceBackup {
  const lock = takeVaultLock(folder)
  try {
    lock.opened() // the passphrase was right
    const last = reading(join(backupsFolder(folder), name), vaultKey, lastChange)
    const counted = reading(folder, vaultKey, db => changesAfter(db, last))
    return { outcome: 'compared', ...counted }
  } catch (cause) {
    const { code } = fromSystem(cause)
    if (code === 'vault-damaged' || isMissing(cause)) return { outcome: 'unreadable' }
    throw cause
  } finally {
    lock.release()
    vaultKey.fill(0)
  }
}

/** A database that lost its tables is as unreadable as one that is not there. */
const isMissing = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && (cause.code === 'SQLITE_CANTOPEN' || cause.code === 'SQLITE_ERROR')

function reading<Found>(folder: string, vaultKey: Uint8Array, read: (db: ReadDb) => Found): Found {
  const db = openDatabase(databasePath(folder), vaultKey, { mustExist: true, readonly: true })
  try {
    return read(asReadDb(db))
  } finally {
    db.close()
  }
}
