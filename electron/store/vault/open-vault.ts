import { copyFileSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../../../shared/kernel/errors.ts'
import type { Instant } from '../../../shared/kernel/dates.ts'
import type { SlotId } from '../../../shared/kernel/ids.ts'
import type { Actor } from '../../../shared/features/users.ts'
import { fromSystem } from '../../system-errors.ts'
import { auditKeyFrom } from '../audit/audit.repo.ts'
import { asReadDb, openDatabase, type Connection, type ReadDb } from '../database.ts'
import { auditWriter } from '../dispatch.ts'
import { removeOrphanedFiles } from '../files/sealed-files.ts'
import { migrate, versionOf } from '../migrations/index.ts'
import type { OpenVault, Session } from '../session.ts'
import { findUserBySlot } from '../users/users.repo.ts'
import { removeUnfinishedBackups } from './backup.ts'
import { tellOfRestore } from './restored-mark.ts'
import { creationMarkPath, databasePath, readVaultFile, vaultFilePath } from './vault-file.ts'
import { takeVaultLock } from './vault-lock.ts'

type Opening = {
  folder: string
  vaultKey: Uint8Array
  now: Instant
  /** Who is acting, once the database can be read. Undefined: nobody of this vault. */
  actorOf: (db: ReadDb) => Actor | undefined
}

/**
 * Takes the vault's lock, opens its database, migrates it (after a copy) and removes what a crash left over. Throws
 * `vault-in-use`, `vault-damaged` when a good key can't read the pages, `vault-newer`, `wrong-passphrase` for a user who is gone.
 */
export function openVault(session: Session, { folder, vaultKey, now, actorOf }: Opening): OpenVault {
  const { practice } = readVaultFile(folder)
  const lock = takeVaultLock(folder)
  let db: Connection | null = null
  try {
    db = openDatabase(databasePath(folder), vaultKey, { mustExist: true })
    const opened = db
    // An emptied file is a fine new database to SQLite; here it is damage, and must not be filled with empty tables.
    if (versionOf(db) === 0) throw new AppError('vault-damaged', { rule: 'database-empty' })
    migrate(db, undefined, () => copyBeforeMigration(folder, opened, now))
    const actor = actorOf(asReadDb(db))
    if (!actor) throw new AppError('wrong-passphrase', { rule: 'user-removed' })
    const close = (): void => {
      opened.close()
      lock.release()
      vaultKey.fill(0)
    }
    const vault = { folder, db, vaultKey, auditKey: auditKeyFrom(vaultKey), actor, practice, close }
    lock.opened()
    cleanUp(db, folder)
    tellOfRestore(session, vault)
    session.open = vault
    return vault
  } catch (cause) {
    db?.close()
    lock.release()
    throw damaged(cause)
  }
}

/** What a crash left over. A file that can't be removed now is no reason to keep anyone out: the next unlock tries again. */
function cleanUp(db: Connection, folder: string): void {
  try {
    rmSync(creationMarkPath(folder), { force: true })
    removeOrphanedFiles(asReadDb(db), folder)
    removeUnfinishedBackups(folder)
  } catch (cause) {
    if (fromSystem(cause).code === 'vault-damaged') throw cause
  }
}

/** A missing database file is damage too: the folder says that there is a vault. */
function damaged(cause: unknown): AppError {
  const code = cause instanceof Error && 'code' in cause ? cause.code : ''
  return code === 'SQLITE_CANTOPEN' ? new AppError('vault-damaged', { rule: 'database-missing' }) : fromSystem(cause)
}

/** Tells of an unlock, in a transaction of its own. */
export function auditOpening(session: Session, vault: OpenVault, action: string): void {
  const audit = auditWriter({
    vault,
    installationId: session.installationId,
    now: session.now(),
    count: () => undefined,
  })
  vault.db.transaction(() => audit(action, { id: vault.actor.id })).immediate()
}

/** `vault.db` and `vault.json` as they were, beside the backups. Kept until a person deletes it. */
function copyBeforeMigration(folder: string, db: Connection, now: Instant): void {
  const to = join(folder, 'backups', `before-migration-${now.replaceAll(/[-:.]/g, '')}`)
  mkdirSync(to, { recursive: true, mode: 0o700 })
  db.prepare('VACUUM INTO ?').run(join(to, 'vault.db'))
  copyFileSync(vaultFilePath(folder), join(to, 'vault.json'))
}

export const actorBySlot =
  (slotId: SlotId) =>
  (db: ReadDb): Actor | undefined =>
    findUserBySlot(db, slotId)
