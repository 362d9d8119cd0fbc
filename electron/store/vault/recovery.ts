import type { DerivationDone } from '../../../shared/features/keys.ts'
import type { Actor } from '../../../shared/features/users.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import { SlotId, type UserId } from '../../../shared/kernel/ids.ts'
import { asReadDb, asWriteDb, type ReadDb } from '../database.ts'
import { auditWriter } from '../dispatch.ts'
import { requireFolder, type LockedContext, type OpenVault } from '../session.ts'
import { writeSetting } from '../settings/settings.repo.ts'
import { listUsers, requireUser, slotOf, updateUser } from '../users/users.repo.ts'
import { openVault } from './open-vault.ts'
import { slotFrom } from './passphrase-slots.ts'
import { newRecoveryKey, openRecoverySlot, readRecoveryKey, recoverySlotFor } from './recovery-key.ts'
import { readVaultFile, stageVaultFile } from './vault-file.ts'
import { countAttempt } from './vault-lock.ts'

/** Who has a passphrase in this vault, for the holder of its recovery key. The vault is closed again at once. */
export function usersByRecoveryKey({ session, now }: LockedContext, typed: string): Actor[] {
  const folder = requireFolder(session)
  const vaultKey = vaultKeyOf(folder, typed, now)
  const vault = openVault(session, { folder, vaultKey, now, actorOf: firstUser })
  session.open = null
  try {
    return activeUsers(asReadDb(vault.db))
  } finally {
    vault.close()
  }
}

type Recovery = { typed: string; userId: UserId; done: DerivationDone }
/** Opens the vault as a user who gets a new passphrase. The recovery key is used up; the answer has its successor. */
export function recoverUser(
  { session, now }: LockedContext,
  { typed, userId, done }: Recovery,
): { vault: OpenVault; recoveryKey: string } {
  const folder = requireFolder(session)
  const vaultKey = vaultKeyOf(folder, typed, now)
  const vault = openVault(session, {
    folder,
    vaultKey,
    now,
    actorOf: db => activeUsers(db).find(({ id }) => id === userId),
  })
  const recoveryKey = newRecoveryKey()
  const audit = auditWriter({ vault, installationId: session.installationId, now, count: () => undefined })
  try {
    const putInPlace = vault.db
      .transaction(() => {
        const tx = { db: asWriteDb(vault.db), now, actor: vault.actor, audit }
        const slotId = SlotId.parse(slotOf(tx.db, userId))
        updateUser(tx, requireUser(tx.db, userId), { set: 'slot_id = slot_id', action: 'user.recovered' })
        writeSetting(tx.db, 'recovery-confirmed', false)
        audit('recovery-key.replaced', {})
        const file = readVaultFile(folder)
        const slots = [...file.slots.filter(({ id }) => id !== slotId), slotFrom(slotId, done, vaultKey)]
        return stageVaultFile(folder, { ...file, slots, recovery: recoverySlotFor(recoveryKey, vaultKey) })
      })
      .immediate()
    putInPlace()
  } catch (cause) {
    session.open = null
    vault.close()
    throw cause
  }
  return { vault, recoveryKey }
}

/** Throws `wrong-recovery-key`, or `slot-damaged` when this vault's recovery slot can't be read. */
function vaultKeyOf(folder: string, typed: string, now: LockedContext['now']): Uint8Array {
  const { recovery } = readVaultFile(folder)
  if (!recovery) throw new AppError('slot-damaged', { rule: 'recovery-slot' })
  readRecoveryKey(typed) // a slip of the pen is no attempt
  countAttempt(folder, now)
  const vaultKey = openRecoverySlot(recovery, typed)
  if (!vaultKey) throw new AppError('wrong-recovery-key')
  return vaultKey
}

const activeUsers = (db: ReadDb): Actor[] =>
  listUsers(db)
    .filter(user => user.active)
    .map(({ id, name, role }) => ({ id, name, role }))
const firstUser = (db: ReadDb): Actor | undefined => activeUsers(db)[0]
