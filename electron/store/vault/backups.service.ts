import type { vaultCalls } from '../../../shared/features/vault.ts'
import type { StoreHandlers } from '../dispatch.ts'
import { copyForBackup } from './backup.ts'
import { listBackups, restoreBackup } from './restore.ts'

type BackupCalls = Pick<typeof vaultCalls, 'vault.backup' | 'vault.backups' | 'vault.restore'>

export const backupHandlers: StoreHandlers<BackupCalls> = {
  'vault.backup': {
    prepare: ({ vault, now }, { folder }) => copyForBackup(vault, now, folder),
    finish(tx, _input, summary) {
      tx.audit('vault.backed-up', {})
      return summary
    },
  },
  'vault.backups': ({ session }) => ({ rows: session.folder === null ? [] : listBackups(session.folder) }),
  'vault.restore': ({ session, now }, wanted) => restoreBackup(session, now, wanted),
}
