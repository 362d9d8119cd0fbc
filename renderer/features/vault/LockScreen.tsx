import { useEffect, useRef, useState, type SyntheticEvent } from 'react'
import type { Unlocked, VaultStatus } from '../../../shared/features/vault.ts'
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
      <UnlockForm waitSeconds={status.waitSeconds} onUnlocked={onUnlocked} onFailed={onFailed} />
    </NeutralPage>
  )
}

type UnlockFormProps = Pick<LockScreenProps, 'onUnlocked' | 'onFailed'> & { waitSeconds: number }

function UnlockForm({ waitSeconds, onUnlocked, onFailed }: UnlockFormProps) {
  const unlock = useJob('vault.unlock')
  const [passphrase, setPassphrase] = useState('')
  const [empty, setEmpty] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const left = useSecondsLeft(waitSeconds)
  const refused = unlock.error ? sentenceFor(unlock.error) : null
  const beside = unlock.error && ['wrong-passphrase', 'too-many-attempts'].includes(unlock.error.code)
  useEffect(() => {
    if (unlock.isError) form.current?.querySelector('input')?.select()
  }, [unlock.isError])
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    if (unlock.isPending || left > 0) return
    if (passphrase === '') return setEmpty(true)
    unlock.mutate({ passphrase }, { onSuccess: onUnlocked, onError: onFailed })
  }
  const change = (next: string) => {
    setPassphrase(next)
    setEmpty(false)
  }
  return (
    <form ref={form} aria-label="Unlock" className="wm-unlock" noValidate onSubmit={submit}>
      {refused !== null && beside === false && <Banner tone="danger" title={refused} announced />}
      <PassphraseField
        label="Passphrase"
        width="full"
        autoFocus
        value={passphrase}
        onChange={change}
        error={empty ? 'Type your passphrase.' : beside === true && left === 0 && refused}
      />
      <p role="status" className="wm-wait">
        {left > 0 && waitSentence(left)}
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
