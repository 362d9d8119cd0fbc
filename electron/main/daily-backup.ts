import type { Push } from '../../shared/contract/bridge.ts'
import { backupPlaceCalls } from '../../shared/features/backup-place.ts'
import { vaultCalls } from '../../shared/features/vault.ts'
import type { Jobs } from '../call-runner.ts'
import type { Store } from '../store/store-host.ts'

// The copy holds the store for a second or more, since SQLite does one thing at a time: it waits until nobody is at work.
const quiet = 4_000
/** Somebody who never rests still gets their backup. */
const longestWait = 5 * 60_000

type Setting = { store: Store; jobs: Jobs; push: (push: Push) => void }
export type DailyBackup = {
  /** There was input: whoever gave it is at work. */
  touched: () => void
  callOff: () => void
}
/**
 * Makes the backup of the day if it is due, when nobody has typed or clicked for a few seconds, five minutes after the unlock at
 * the latest, and copies the newest to the second place. `callOff` is for a lock that comes first.
 */
export function planDailyBackup({ store, jobs, push }: Setting, now: () => number = Date.now): DailyBackup {
  const start = now()
  let last = start
  const look = (): void => {
    if (now() - last < quiet && now() - start < longestWait) return
    clearInterval(timer)
    void makeIfDue({ store, jobs }).then(error => {
      if (error) push({ is: 'daily-backup-failed', error })
      return copyIfBehind({ store, jobs })
    })
  }
  const timer = setInterval(look, 500)
  return { touched: () => (last = now()), callOff: () => clearInterval(timer) }
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
