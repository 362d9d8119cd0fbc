import type { QueryClient } from '@tanstack/react-query'
import { isCallName, type CallName } from '../../shared/contract/contract.ts'
import { sentenceFor } from '../../shared/wording/errors.ts'
import { jobWords } from '../../shared/wording/vault.ts'
import { callOrThrow } from '../lib/api.ts'
import { bridge } from '../lib/bridge.ts'
import { flushDrafts } from '../lib/drafts.ts'
import { takeJobPush } from '../lib/jobs.ts'
import { useSession } from '../lib/session.ts'
import { markStale } from '../lib/stale.ts'
import { toast } from '../ui/toast.ts'

/** Takes in what main says by itself. Called once; a lock ends the whole window, so nothing is reset. */
export const listenForPushes = (client: QueryClient): (() => void) =>
  bridge().onPush(push => {
    takeJobPush(push)
    if (push.is === 'lock-warning') useSession.setState({ lockingInSeconds: push.seconds })
    if (push.is === 'cancelled-by-lock') sayCancelled(push.names)
    if (push.is === 'job-done') void takeBackup(client, push.name)
    if (push.is === 'daily-backup-failed') {
      useSession.setState({ backupFailed: true })
      toast(`Today’s backup could not be made. ${sentenceFor(push.error)}`, { tone: 'warning' })
    }
    if (push.is === 'flush-drafts') void flushDrafts().then(sayFlushed)
  })

const madeByMain: readonly string[] = ['vault.backUpDaily', 'backupPlace.copy'] satisfies CallName[]

/** Backups that main makes by itself change what the screens say about them. */
async function takeBackup(client: QueryClient, name: string): Promise<void> {
  if (name === 'vault.backUpDaily' || name === 'vault.backup') useSession.setState({ backupFailed: false })
  if (madeByMain.includes(name) && isCallName(name)) await markStale(client, name)
}

/** Names what the lock cut short. A derived key is not worth a word: its form is still there. */
function sayCancelled(names: readonly string[]): void {
  const what = names.flatMap(name => jobWords[name] ?? []).join(', ')
  if (what !== '') toast(`Locking stopped this before it was done: ${what}. Start it again.`, { tone: 'warning' })
}

const sayFlushed = () => callOrThrow('window.flushed', {}).catch(() => undefined)
