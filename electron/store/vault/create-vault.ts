import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import type { DerivationDone } from '../../../shared/features/keys.ts'
import type { Instant } from '../../../shared/kernel/dates.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import { SlotId, UserId } from '../../../shared/kernel/ids.ts'
import { fromSystem } from '../../system-errors.ts'
import { auditKeyFrom } from '../audit/audit.repo.ts'
import { asWriteDb, cipher, openDatabase } from '../database.ts'
import { auditWriter } from '../dispatch.ts'
import { migrate } from '../migrations/index.ts'
import { newId } from '../new-id.ts'
import type { OpenVault, Session } from '../session.ts'
import { insertUser } from '../users/users.repo.ts'
import { slotFrom } from './passphrase-slots.ts'
import { newRecoveryKey, recoverySlotFor } from './recovery-key.ts'
import { creationMarkPath, databasePath, vaultExists, writeVaultFile } from './vault-file.ts'
import { takeVaultLock } from './vault-lock.ts'

/** Throws `vault-exists`, or `invalid-input` when there are other things in the folder. Makes nothing. */
export function refuseUsedFolder(folder: string): void {
  if (vaultExists(folder)) throw new AppError('vault-exists')
  // What an earlier attempt left before it had its `vault.json` may be written over; anything else is somebody's.
  const strange = existsSync(folder) && readdirSync(folder).some(name => !leftovers.has(name))
  if (strange) throw new AppError('invalid-input', { field: 'folder', rule: 'folder-not-empty' })
}

function prepareFolder(folder: string): void {
  try {
    makeFolder(folder)
    refuseUsedFolder(folder)
    for (const part of ['files', 'backups']) mkdirSync(join(folder, part), { recursive: true, mode: 0o700 })
  } catch (cause) {
    throw fromSystem(cause)
  }
}
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch (cause) {
    // What Node says where a disk can only be read, or is not there.
    const nowhere = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT'
    throw nowhere ? new AppError('read-only', {}, { cause }) : cause
  }
}
const databaseFiles = ['vault.db', 'vault.db-wal', 'vault.db-shm', 'vault.db-journal']
const leftovers = new Set([
  ...databaseFiles,
  ...['files', 'backups', 'vault.lock', 'vault.lock-journal', 'vault.json.new', 'vault.creating'],
])

type Creation = { folder: string; now: Instant; userName: string; practice: boolean; done: DerivationDone }
/** A new vault, open, with its first user (a manager) and its recovery key. `vault.json` comes last: without it there is none. */
export function createVault(session: Session, creation: Creation): { vault: OpenVault; recoveryKey: string } {
  const { folder, now, practice, done } = creation
  prepareFolder(folder)
  const vaultKey = new Uint8Array(randomBytes(32))
  const recoveryKey = newRecoveryKey()
  const slot = slotFrom(newId(SlotId, now), done, vaultKey)
  const { db, close } = emptyDatabase(folder, vaultKey)
  const actor = { id: newId(UserId, now), name: creation.userName, role: 'manager' as const }
  const vault = { folder, db, vaultKey, auditKey: auditKeyFrom(vaultKey), actor, practice, close }
  try {
    migrate(db)
    const audit = auditWriter({ vault, installationId: session.installationId, now, count: () => undefined })
    db.transaction(() => {
      insertUser({ db: asWriteDb(db), now, actor, audit }, { id: actor.id, slotId: slot.id, user: actor })
      audit('vault.created', {})
    }).immediate()
    writeVaultFile(folder, {
      createdAt: now,
      practice,
      cipher,
      slots: [slot],
      recovery: recoverySlotFor(recoveryKey, vaultKey),
    })
    rmSync(creationMarkPath(folder), { force: true })
  } catch (cause) {
    close()
    throw fromSystem(cause)
  }
  session.folder = folder
  session.open = vault
  return { vault, recoveryKey }
}

/** A database of no tables in the place of one whose making broke off, and the vault's lock taken. On failure nothing is held. */
function emptyDatabase(folder: string, vaultKey: Uint8Array): Pick<OpenVault, 'db' | 'close'> {
  const { release } = takeVaultLock(folder)
  try {
    writeFileSync(creationMarkPath(folder), '')
    for (const name of databaseFiles) rmSync(join(folder, name), { force: true })
    const db = openDatabase(databasePath(folder), vaultKey, { mustExist: false })
    const close = (): void => {
      db.close()
      release()
      vaultKey.fill(0)
    }
    return { db, close }
  } catch (cause) {
    release()
    throw fromSystem(cause)
  }
}
