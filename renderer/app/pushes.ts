import type { QueryClient } from '@tanstack/react-query'
import type { EndedBehindLock } from '../../shared/contract/bridge.ts'
import { isCallName, type CallName } from '../../shared/contract/contract.ts'
import { sentenceFor } from '../../shared/wording/errors.ts'
import { lockedJobWords } from '../../shared/wording/vault.ts'
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
    if (push.is === 'ended-behind-lock') sayEnded(push.jobs)
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

/** Names what a lock cut short, what failed behind it and what was done. A derived key is not worth a word: its form is still there. */
function sayEnded(jobs: readonly EndedBehindLock[]): void {
  const named = jobs.flatMap(({ name, error }) => (lockedJobWords[name] ? [{ what: lockedJobWords[name], error }] : []))
  const those = (is: (error: EndedBehindLock['error']) => boolean) =>
    named.filter(({ error }) => is(error)).map(({ what }) => what)
  const done = those(error => error === null)
  const stopped = those(error => error?.code === 'cancelled')
  if (stopped.length > 0)
    toast(`Locking stopped this before it was done: ${stopped.join(', ')}. Start it again.`, { tone: 'warning' })
  for (const { what, error } of named)
    if (error && error.code !== 'cancelled')
      toast(`This could not be finished while Waymark was locked: ${what}. ${sentenceFor(error)}`, { tone: 'danger' })
  if (done.length > 0) toast(`Finished while Waymark was locked: ${done.join(', ')}.`) // last: another would take its place
}

const sayFlushed = () => callOrThrow('window.flushed', {}).catch(() => undefined)
