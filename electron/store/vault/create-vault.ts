import { mkdirSync, readdirSync, rmSync } from 'node:fs'
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
import { requireFolder, type OpenVault, type Session } from '../session.ts'
import { insertUser } from '../users/users.repo.ts'
import { slotFrom } from './passphrase-slots.ts'
import { newRecoveryKey, recoverySlotFor } from './recovery-key.ts'
import { databasePath, vaultExists, writeVaultFile } from './vault-file.ts'
import { takeVaultLock } from './vault-lock.ts'

/** Makes the folder if need be. Throws `vault-exists`, or `invalid-input` when there are other things in it. */
export function prepareFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    if (vaultExists(folder)) throw new AppError('vault-exists')
    // What an earlier attempt left before it had its `vault.json` may be written over; anything else is somebody's.
    const strange = readdirSync(folder).filter(name => !leftovers.has(name))
    if (strange.length > 0) throw new AppError('invalid-input', { field: 'folder', rule: 'folder-not-empty' })
    for (const part of ['files', 'backups']) mkdirSync(join(folder, part), { recursive: true, mode: 0o700 })
  } catch (cause) {
    throw fromSystem(cause)
  }
}
const leftovers = new Set([
  'files',
  'backups',
  'vault.lock',
  'vault.db',
  'vault.db-wal',
  'vault.db-shm',
  'vault.json.new',
])

type Creation = { now: Instant; userName: string; practice: boolean; done: DerivationDone }
/** A new vault, open, with its first user (a manager) and its recovery key. `vault.json` comes last: without it there is none. */
export function createVault(session: Session, creation: Creation): { vault: OpenVault; recoveryKey: string } {
  const folder = requireFolder(session)
  const { now, practice, done } = creation
  prepareFolder(folder)
  const release = takeVaultLock(folder)
  for (const name of ['vault.db', 'vault.db-wal', 'vault.db-shm']) rmSync(join(folder, name), { force: true })
  const vaultKey = new Uint8Array(randomBytes(32))
  const recoveryKey = newRecoveryKey()
  const slot = slotFrom(newId(SlotId, now), done, vaultKey)
  const db = openDatabase(databasePath(folder), vaultKey, { mustExist: false })
  const actor = { id: newId(UserId, now), name: creation.userName, role: 'manager' as const }
  const close = (): void => {
    db.close()
    release()
    vaultKey.fill(0)
  }
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
  } catch (cause) {
    close()
    throw fromSystem(cause)
  }
  session.open = vault
  return { vault, recoveryKey }
}
