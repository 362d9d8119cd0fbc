import { useEffect, useState } from 'react'
import type { Unlocked } from '../../../shared/features/vault.ts'
import { waitingWords } from '../../../shared/wording/vault.ts'
import { useCall } from '../../lib/api.ts'
import { beginSession } from '../../lib/session.ts'
import { Button } from '../../ui/Button.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { LoadingState } from '../../ui/LoadingState.tsx'
import { Muted } from '../../ui/Text.tsx'
import { CreateVault, type Made } from './CreateVault.tsx'
import { FirstRun } from './FirstRun.tsx'
import { LockScreen } from './LockScreen.tsx'
import { NeutralPage } from './NeutralPage.tsx'
import { NewRecoveryKey } from './NewRecoveryKey.tsx'
import { RecoverAccess } from './RecoverAccess.tsx'
import { RestoreBackup } from './RestoreBackup.tsx'
import { useOtherVault, usePractice } from './vault-folder.ts'

type Step = { is: 'start' | 'create' | 'recover' | 'restore' } | ({ is: 'new-key' } & Made)
const start: Step = { is: 'start' }

/** Everything before the app proper: first run, unlock, recovery, restoring. Ends in a session. */
export function LockedScreens() {
  const [step, setStep] = useState<Step>(start)
  const back = () => setStep(start)
  const showKey = (made: Made) => setStep({ is: 'new-key', ...made })
  if (step.is === 'create') return <CreateVault onMade={showKey} onCancel={back} />
  if (step.is === 'recover') return <RecoverAccess onMade={showKey} onCancel={back} />
  if (step.is === 'restore') return <RestoreBackup onBack={back} />
  if (step.is === 'new-key') {
    const { unlocked, recoveryKey } = step
    return (
      <NeutralPage title="Your recovery key" wide>
        <NewRecoveryKey
          recoveryKey={recoveryKey}
          onConfirmed={() => beginSession({ ...unlocked, recoveryConfirmed: true })}
          onLater={() => beginSession({ ...unlocked, recoveryConfirmed: false })}
        />
      </NeutralPage>
    )
  }
  return <Start onStep={is => setStep({ is })} />
}

function Start({ onStep }: { onStep: (step: 'create' | 'recover' | 'restore') => void }) {
  const status = useCall('vault.status', {})
  const other = useOtherVault()
  const practice = usePractice(beginSession)
  if (status.error) {
    return (
      <NeutralPage>
        <ErrorState error={status.error} title="The vault can’t be opened" onRetry={() => void status.refetch()} />
        <Button full onClick={() => onStep('restore')}>
          Restore a backup
        </Button>
        <Button full onClick={other.choose}>
          Open another vault
        </Button>
      </NeutralPage>
    )
  }
  if (!status.data) return <Waiting />
  const { state, actor, practice: isPractice, recoveryConfirmed } = status.data
  if (state === 'open' && actor)
    return <Resume actor={actor} practice={isPractice} recoveryConfirmed={recoveryConfirmed} />
  if (state === 'none') return <FirstRun other={other} practice={practice} onCreate={() => onStep('create')} />
  return (
    <LockScreen
      status={status.data}
      other={other}
      onUnlocked={beginSession}
      onFailed={() => void status.refetch()}
      onRecover={() => onStep('recover')}
      onRestore={() => onStep('restore')}
    />
  )
}

const longWait = 3_000

/** A lock lets work that only writes into the vault come to its end first. Somebody who waits for it is told, and nobody learns of what. */
function Waiting() {
  const [isLong, setIsLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setIsLong(true), longWait)
    return () => clearTimeout(timer)
  }, [])
  return (
    <NeutralPage>
      <LoadingState label="Looking for the vault" shape="form" rows={2} />
      <div role="status">{isLong && <Muted>{waitingWords}</Muted>}</div>
    </NeutralPage>
  )
}

/** The page was loaded again while the vault was open. */
function Resume(unlocked: Unlocked) {
  const { actor, practice, recoveryConfirmed } = unlocked
  useEffect(() => beginSession({ actor, practice, recoveryConfirmed }), [actor, practice, recoveryConfirmed])
  return null
}
