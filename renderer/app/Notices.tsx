import { useRouter } from '@tanstack/react-router'
import type { AppError } from '../../shared/kernel/errors.ts'
import { sentenceFor } from '../../shared/wording/errors.ts'
import { useSession } from '../lib/session.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'

/** What stands above every screen for as long as it is true. */
export function Notices({ lockError }: { lockError: AppError | null }) {
  const { isPractice, recoveryConfirmed } = useSession()
  return (
    <>
      {isPractice && (
        <div className="wm-practice" role="note">
          <strong>Practice vault.</strong> Everything here is invented. Keep real work in a vault of its own.
        </div>
      )}
      {!isPractice && !recoveryConfirmed && <RecoveryNotice />}
      {lockError && <Banner tone="danger" title={`Not locked. ${sentenceFor(lockError)}`} announced />}
    </>
  )
}

function RecoveryNotice() {
  const router = useRouter()
  return (
    <div className="wm-notice" role="note">
      <span>
        <strong>Your recovery key is not confirmed.</strong>{' '}
        <span>If the passphrase is forgotten, nobody can open this vault.</span>
      </span>
      <Button size="small" onClick={() => void router.navigate({ to: '/settings', search: { section: 'vault' } })}>
        Confirm it now
      </Button>
    </div>
  )
}
