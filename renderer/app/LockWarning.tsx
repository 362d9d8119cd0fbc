import { useEffect, useState } from 'react'
import { useCommand } from '../lib/api.ts'
import { useSession } from '../lib/session.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'

/** Shown while the idle lock is near. Any answer keeps the app open; so does typing or moving, which main hears itself. */
export function LockWarning() {
  const seconds = useSession(state => state.lockingInSeconds)
  const stay = useCommand('window.stayOpen')
  const lock = useCommand('window.lock')
  const stayOpen = () => {
    useSession.setState({ lockingInSeconds: null })
    stay.mutate({})
  }
  return (
    <Dialog title="Waymark is about to lock" open={seconds !== null} onClose={stayOpen} size="small">
      <div className="wm-confirm">
        {seconds !== null && <Countdown key={seconds} from={seconds} />}
        <div className="wm-dialog-buttons">
          <Button kind="primary" autoFocus onClick={stayOpen}>
            Stay open
          </Button>
          <Button icon="lock" onClick={() => lock.mutate({})}>
            Lock now
          </Button>
        </div>
      </div>
    </Dialog>
  )
}

/** Seen every second, said every ten: a voice that counts down drowns the question. */
function Countdown({ from }: { from: number }) {
  const [left, setLeft] = useState(from)
  useEffect(() => {
    const timer = setInterval(() => setLeft(before => Math.max(0, before - 1)), 1000)
    return () => clearInterval(timer)
  }, [])
  const said = Math.ceil(left / 10) * 10
  return (
    <div>
      <p aria-hidden>
        Nobody has used it for a while. It locks in {left === 1 ? '1 second' : `${String(left)} seconds`}.
      </p>
      <p role="status" className="wm-hidden">
        Waymark locks in {said} seconds.
      </p>
      <p>Half-written words are kept.</p>
    </div>
  )
}
