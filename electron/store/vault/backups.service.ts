import type { vaultCalls } from '../../../shared/features/vault.ts'
import type { StoreHandlers } from '../dispatch.ts'
import { copyForBackup } from './backup.ts'
import { isDailyDue, removeSurplusBackups } from './daily-backup.ts'
import { listBackups, restoreBackup } from './restore.ts'

type BackupCalls = Pick<typeof vaultCalls, 'vault.backup' | 'vault.backUpDaily' | 'vault.backups' | 'vault.restore'>

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
  'vault.restore': ({ session, now }, wanted) => restoreBackup(session, now, wanted),
}
