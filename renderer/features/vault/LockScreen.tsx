import { useEffect, useRef, useState, type SyntheticEvent } from 'react'
import type { Unlocked, VaultStatus } from '../../../shared/features/vault.ts'
import type { AppError, ErrorCode } from '../../../shared/kernel/errors.ts'
import { sentenceFor, waitSentence } from '../../../shared/wording/errors.ts'
import { practicePassphrase } from '../../../shared/wording/vault.ts'
import { useJob } from '../../lib/api.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { PassphraseField } from '../../ui/PassphraseField.tsx'
import { NeutralPage } from './NeutralPage.tsx'
import { useSecondsLeft } from './seconds-left.ts'
import type { OtherVault } from './vault-folder.ts'

type LockScreenProps = {
  status: VaultStatus
  other: OtherVault
  onUnlocked: (unlocked: Unlocked) => void
  onFailed: () => void
  onRecover: () => void
  onRestore: () => void
}

/** A name and one question. */
export function LockScreen({ status, other, onUnlocked, onFailed, onRecover, onRestore }: LockScreenProps) {
  const nextSteps: NextSteps = {
    'vault-damaged': { label: 'Restore a backup', go: onRestore },
    'slot-damaged': { label: 'Use the recovery key', go: onRecover },
    'vault-not-found': { label: 'Open another vault', go: other.choose },
  }
  return (
    <NeutralPage
      ways={
        <>
          {!status.practice && (
            <Button kind="quiet" size="small" onClick={onRecover}>
              Use the recovery key
            </Button>
          )}
          <Button kind="quiet" size="small" onClick={other.choose}>
            Open another vault
          </Button>
          {status.practice && (
            <Button kind="quiet" size="small" onClick={other.useUsual}>
              Leave the practice vault
            </Button>
          )}
          <Button kind="quiet" size="small" onClick={onRestore}>
            Restore a backup
          </Button>
        </>
      }
    >
      {status.practice && (
        <Banner tone="info" title="Practice vault">
          Nothing in it is real. Its passphrase is “{practicePassphrase}”.
        </Banner>
      )}
      {other.error && <Banner tone="danger" title={sentenceFor(other.error)} announced />}
      <UnlockForm waitSeconds={status.waitSeconds} onUnlocked={onUnlocked} onFailed={onFailed} nextSteps={nextSteps} />
    </NeutralPage>
  )
}

/** What helps, for the refusals that another passphrase does not. */
type NextSteps = Partial<Record<ErrorCode, { label: string; go: () => void }>>
type UnlockFormProps = Pick<LockScreenProps, 'onUnlocked' | 'onFailed'> & { waitSeconds: number; nextSteps: NextSteps }

function UnlockForm({ waitSeconds, onUnlocked, onFailed, nextSteps }: UnlockFormProps) {
  const unlock = useJob('vault.unlock')
  const [passphrase, setPassphrase] = useState('')
  const [empty, setEmpty] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const left = useSecondsLeft(waitSeconds)
  const { error } = unlock
  const isAnswerWrong = error !== null && ['wrong-passphrase', 'too-many-attempts'].includes(error.code)
  useEffect(() => {
    if (unlock.isError) form.current?.querySelector('input')?.select()
  }, [unlock.isError])
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    if (unlock.isPending || left > 0) return
    if (passphrase === '') setEmpty(true)
    else unlock.mutate({ passphrase }, { onSuccess: onUnlocked, onError: onFailed })
  }
  const change = (next: string) => {
    setPassphrase(next)
    setEmpty(false)
  }
  return (
    <form ref={form} aria-label="Unlock" className="wm-unlock" noValidate onSubmit={submit}>
      {error && !isAnswerWrong && <Refusal error={error} nextStep={nextSteps[error.code]} />}
      <PassphraseField
        label="Passphrase"
        width="full"
        autoFocus
        value={passphrase}
        onChange={change}
        error={problemOf({ empty, left, error: isAnswerWrong ? error : null })}
      />
      <p role="status" className="wm-hidden">
        {left > 0 && waitSentence(Math.ceil(left / 10) * 10)}
      </p>
      <Button
        kind="primary"
        type="submit"
        full
        busy={unlock.isPending}
        {...(left > 0 && { disabledReason: waitSentence(left) })}
      >
        Unlock
      </Button>
    </form>
  )
}

type Told = { empty: boolean; left: number; error: AppError | null }

/** The sentence beside the field: how long to wait goes before why. */
function problemOf({ empty, left, error }: Told): string | undefined {
  if (left > 0) return waitSentence(left)
  if (empty) return 'Type your passphrase.'
  return error ? sentenceFor(error) : undefined
}

function Refusal({ error, nextStep }: { error: AppError; nextStep: NextSteps[ErrorCode] }) {
  return (
    <Banner
      tone="danger"
      title={sentenceFor(error)}
      announced
      actions={
        nextStep && (
          <Button size="small" onClick={nextStep.go}>
            {nextStep.label}
          </Button>
        )
      }
    />
  )
}
