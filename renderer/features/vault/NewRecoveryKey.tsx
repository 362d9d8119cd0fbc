import { useState } from 'react'
import { recoveryKeyWords } from '../../../shared/wording/vault.ts'
import { useCommand } from '../../lib/api.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Row, Stack } from '../../ui/Layout.tsx'
import { sentenceFor } from '../../../shared/wording/errors.ts'
import { RecoveryKey, RecoverySheet } from './RecoveryKey.tsx'
import { TypeKeyBack } from './TypeKeyBack.tsx'

type NewRecoveryKeyProps = { recoveryKey: string; onConfirmed: () => void; onLater: () => void }

/** A new recovery key, shown this once: first to print or write down, then to be typed back from the paper. */
export function NewRecoveryKey({ recoveryKey, onConfirmed, onLater }: NewRecoveryKeyProps) {
  const [shown, setShown] = useState(true)
  const print = useCommand('window.print')
  if (!shown) {
    return <TypeKeyBack onConfirmed={onConfirmed} onShow={() => setShown(true)} onLater={onLater} />
  }
  return (
    <Stack gap={5}>
      <p className="wm-neutral-words">{recoveryKeyWords}</p>
      <RecoveryKey value={recoveryKey} />
      <RecoverySheet value={recoveryKey} />
      {print.error && <Banner tone="danger" title={sentenceFor(print.error)} announced />}
      <p className="wm-neutral-words">
        It is shown only now. Print it or write it down, and keep the paper away from this machine. A shared printer may
        keep a copy: write it down by hand if others use yours.
      </p>
      <Row>
        <Button kind="primary" onClick={() => setShown(false)}>
          I have it on paper
        </Button>
        <Button icon="print" busy={print.isPending} onClick={() => print.mutate({})}>
          Print
        </Button>
        <Button kind="quiet" onClick={onLater}>
          Later
        </Button>
      </Row>
    </Stack>
  )
}
