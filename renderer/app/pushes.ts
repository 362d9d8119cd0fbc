import { callOrThrow } from '../lib/api.ts'
import { bridge } from '../lib/bridge.ts'
import { flushDrafts } from '../lib/drafts.ts'
import { takeJobPush } from '../lib/jobs.ts'
import { useSession } from '../lib/session.ts'
import { toast } from '../ui/toast.ts'

/** Takes in what main says by itself. Called once; a lock ends the whole window, so nothing is reset. */
export const listenForPushes = (): (() => void) =>
  bridge().onPush(push => {
    takeJobPush(push)
    if (push.is === 'lock-warning') useSession.setState({ lockingInSeconds: push.seconds })
    if (push.is === 'flush-drafts') void flushDrafts().then(sayFlushed)
    if (push.is === 'cancelled-by-lock')
      toast('Locking stopped work that was under way. Start it again if you still need it.')
  })

const sayFlushed = () => callOrThrow('window.flushed', {}).catch(() => undefined)
