import type { Push } from '../../shared/contract/bridge.ts'
import { backupPlaceCalls } from '../../shared/features/backup-place.ts'
import { vaultCalls } from '../../shared/features/vault.ts'
import type { Jobs } from '../call-runner.ts'
import type { Store } from '../store/store-host.ts'

// The first screen comes before the copy: SQLite does one thing at a time.
const patience = 3_000

type Setting = { store: Store; jobs: Jobs; push: (push: Push) => void }
/** Makes the backup of the day if it is due, a little after an unlock, and copies the newest to the second place. The answer calls it off, before a lock. */
export function planDailyBackup({ store, jobs, push }: Setting): () => void {
  const timer = setTimeout(() => {
    void makeIfDue({ store, jobs }).then(error => {
      if (error) push({ is: 'daily-backup-failed', error })
      return copyIfBehind({ store, jobs })
    })
  }, patience)
  return () => clearTimeout(timer)
}

/** A try that fails is kept by the store for the screens, and the next unlock is another one. */
async function copyIfBehind({ store, jobs }: Pick<Setting, 'store' | 'jobs'>): Promise<void> {
  const reply = await store.ask({ is: 'call', name: 'backupPlace.read', input: {} })
  if (!reply.ok || backupPlaceCalls['backupPlace.read'].output.parse(reply.value).place?.behind !== true) return
  await jobs.start('backupPlace.copy', {})
}

async function makeIfDue({ store, jobs }: Pick<Setting, 'store' | 'jobs'>) {
  const reply = await store.ask({ is: 'call', name: 'vault.backups', input: {} })
  if (!reply.ok || !vaultCalls['vault.backups'].output.parse(reply.value).dailyDue) return null
  const started = await jobs.start('vault.backUpDaily', {})
  const ended = started.ok ? await jobs.ended(started.value.jobId) : started
  return ended.ok ? null : ended.error
}
