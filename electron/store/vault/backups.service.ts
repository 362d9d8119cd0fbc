import type { vaultCalls } from '../../../shared/features/vault.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import type { StoreHandlers } from '../dispatch.ts'
import { requireFolder } from '../session.ts'
import { copyForBackup } from './backup.ts'
import { isDailyDue, removeSurplusBackups } from './daily-backup.ts'
import { toTry } from './passphrase-slots.ts'
import { listBackups, restoreBackup } from './restore.ts'
import { sinceBackup } from './since-backup.ts'
import { readVaultFile } from './vault-file.ts'
import { countAttempt } from './vault-lock.ts'

type BackupCalls = Pick<
  typeof vaultCalls,
  'vault.backup' | 'vault.backUpDaily' | 'vault.backups' | 'vault.compareBackup' | 'vault.restore'
>

export const backupHandlers: StoreHandlers<BackupCalls> = {
  'vault.backup': {
    prepare: ({ vault, now }, { folder }) => copyForBackup(vault, now, { elsewhere: folder, daily: false }),
    finish(tx, _input, summary) {
      tx.audit('vault.backed-up', {})
      return summary
    },
  },
  'vault.backUpDaily': {
    prepare: ({ vault, now }) => copyForBackup(vault, now, { elsewhere: null, daily: true }),
    finish(tx, _input, summary) {
      tx.audit('vault.backed-up', {})
      const { folder } = tx.vault
      tx.afterCommit(() => removeSurplusBackups(folder, listBackups(folder)))
      return summary
    },
  },
  'vault.backups'({ session: { folder, open }, now }) {
    if (folder === null) return { rows: [], dailyDue: false }
    const rows = listBackups(folder)
    return { rows, dailyDue: open !== null && !open.practice && isDailyDue(rows, now) }
  },
  'vault.compareBackup': {
    prepare({ session, now }, { passphrase }) {
      if (session.open) throw new AppError('vault-in-use')
      const folder = requireFolder(session)
      const { slots } = readVaultFile(folder)
      countAttempt(folder, now)
      return { tries: toTry(passphrase, slots), fresh: null }
    },
    finish({ session }, { name }, { opened }) {
      const folder = requireFolder(session)
      if (!opened) throw new AppError(readVaultFile(folder).damagedSlots > 0 ? 'slot-damaged' : 'wrong-passphrase')
      return sinceBackup(folder, name, opened.vaultKey)
    },
  },
  'vault.restore': ({ session, now }, wanted) => restoreBackup(session, now, wanted),
}
