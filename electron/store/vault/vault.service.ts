import { notChecked, type VaultStatus, type vaultCalls, type Unlocked } from '../../../shared/features/vault.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import type * as z from 'zod'
import { checkAuditChains } from '../audit/audit.repo.ts'
import { fromSystem } from '../../system-errors.ts'
import { cipher } from '../database.ts'
import type { LockedContext, OpenVault } from '../session.ts'
import type { StoreHandlers } from '../dispatch.ts'
import { listFiles } from '../files/files.repo.ts'
import { sealedFilePath } from '../files/sealed-files.ts'
import { versionOf } from '../migrations/index.ts'
import { requireFolder } from '../session.ts'
import { readSetting, writeSetting } from '../settings/settings.repo.ts'
import { backupHandlers } from './backups.service.ts'
import { createVault, refuseUsedFolder } from './create-vault.ts'
import { actorBySlot, auditOpening, openVault } from './open-vault.ts'
import { freshDerivation, toTry } from './passphrase-slots.ts'
import { newRecoveryKey, openRecoverySlot, recoverySlotFor } from './recovery-key.ts'
import { recoverUser, usersByRecoveryKey } from './recovery.ts'
import { formatVersion, readVaultFile, stageVaultFile, vaultExists } from './vault-file.ts'
import { countAttempt, secondsToWait } from './vault-lock.ts'
import { checkDatabase, checkForeignKeys, countRecords } from './vault.repo.ts'
import { asReadDb } from '../database.ts'

export const vaultHandlers: StoreHandlers<typeof vaultCalls> = {
  ...backupHandlers,
  'vault.status': statusOf,
  'vault.create': {
    prepare({ session }, { folder, passphrase }) {
      if (session.open) throw new AppError('vault-in-use')
      refuseUsedFolder(folder ?? requireFolder(session))
      return { tries: null, fresh: freshDerivation(passphrase) }
    },
    finish: ({ session, now }, { folder: chosen, userName, practice }, done) => {
      const folder = chosen ?? requireFolder(session)
      const { vault, recoveryKey } = createVault(session, { folder, now, userName, practice, done })
      return { recoveryKey, ...unlocked(vault) }
    },
  },
  'vault.unlock': {
    prepare({ session, now }, { passphrase }) {
      const folder = requireFolder(session)
      const { slots } = readVaultFile(folder)
      countAttempt(folder, now)
      return { tries: toTry(passphrase, slots), fresh: null }
    },
    finish({ session, now }, _input, { opened }) {
      const folder = requireFolder(session)
      if (!opened) throw new AppError(readVaultFile(folder).damagedSlots > 0 ? 'slot-damaged' : 'wrong-passphrase')
      const { slotId, vaultKey } = opened
      const vault = openVault(session, { folder, vaultKey, now, actorOf: actorBySlot(slotId) })
      try {
        auditOpening(session, vault, 'vault.unlocked')
        return unlocked(vault)
      } catch (cause) {
        session.open = null
        vault.close() // the caller is told that it is not open
        throw cause
      }
    },
  },
  'vault.checkRecoveryKey': (context, { recoveryKey }) => ({ users: usersByRecoveryKey(context, recoveryKey) }),
  'vault.recover': {
    prepare: (_context, { passphrase }) => ({ tries: null, fresh: freshDerivation(passphrase) }),
    finish(context, { recoveryKey, userId }, done) {
      const recovered = recoverUser(context, { typed: recoveryKey, userId, done })
      return { recoveryKey: recovered.recoveryKey, ...unlocked(recovered.vault) }
    },
  },
  'vault.confirmRecoveryKey'(tx, { recoveryKey }) {
    const { recovery } = readVaultFile(tx.vault.folder)
    const matches = recovery !== null && openRecoverySlot(recovery, recoveryKey) !== null
    if (matches) writeSetting(tx.db, 'recovery-confirmed', true)
    tx.audit(matches ? 'recovery-key.confirmed' : 'recovery-key.mistyped', {})
    return { matches }
  },
  'vault.replaceRecoveryKey'(tx) {
    const recoveryKey = newRecoveryKey()
    writeSetting(tx.db, 'recovery-confirmed', false)
    tx.audit('recovery-key.replaced', {})
    const file = readVaultFile(tx.vault.folder)
    const recovery = recoverySlotFor(recoveryKey, tx.vault.vaultKey)
    tx.afterCommit(stageVaultFile(tx.vault.folder, { ...file, recovery }))
    return { recoveryKey }
  },
  'vault.info'(tx) {
    const { createdAt, practice } = readVaultFile(tx.vault.folder)
    const schemaVersion = versionOf(tx.vault.db)
    return { formatVersion, schemaVersion, cipher, practice, createdAt, counts: countRecords(tx.db) }
  },
  'vault.verify': {
    prepare: ({ vault, db }) => ({
      database: checkDatabase(vault.db),
      foreignKeys: unlessDamaged(() => checkForeignKeys(vault.db), notChecked),
      auditChain: unlessDamaged(() => checkAuditChains(db, vault.auditKey), notChecked),
      files: unlessDamaged(
        () => listFiles(db).map(file => ({ ...file, path: sealedFilePath(vault.folder, file.id) })),
        null,
      ),
    }),
    finish(tx, _input, verification) {
      const ok = Object.values(verification).every(check => check.ok)
      // To write to a damaged database could make it worse.
      if (verification.database.ok) tx.audit(ok ? 'vault.verified' : 'vault.found-damaged', {})
      return verification
    },
  },
}

/** What a check found, or `otherwise` where it came upon a page that can't be read. */
function unlessDamaged<Found, Otherwise>(check: () => Found, otherwise: Otherwise): Found | Otherwise {
  try {
    return check()
  } catch (cause) {
    if (fromSystem(cause).code === 'vault-damaged') return otherwise
    throw cause
  }
}

function statusOf({ session, now }: LockedContext): z.infer<typeof VaultStatus> {
  const { folder, open } = session
  if (open) return { state: 'open', waitSeconds: 0, ...unlocked(open) }
  const closed = { practice: false, actor: null, recoveryConfirmed: true, waitSeconds: 0 }
  if (folder === null || !vaultExists(folder)) return { state: 'none', ...closed }
  return { state: 'locked', ...closed, practice: isPractice(folder), waitSeconds: waitOf(folder, now) }
}

/** The lock screen must come up even where the vault can't be read: the attempt to unlock says why. */
function isPractice(folder: string): boolean {
  try {
    return readVaultFile(folder).practice
  } catch {
    return false
  }
}
function waitOf(folder: string, now: LockedContext['now']): number {
  try {
    return secondsToWait(folder, now)
  } catch {
    return 0
  }
}

const unlocked = ({ actor, practice, db }: OpenVault): z.infer<typeof Unlocked> => ({
  actor,
  practice,
  recoveryConfirmed: readSetting(asReadDb(db), 'recovery-confirmed') === true,
})
