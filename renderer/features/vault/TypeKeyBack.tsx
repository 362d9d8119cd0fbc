import * as z from 'zod'
import { TypedRecoveryKey } from '../../../shared/features/keys.ts'
import { useCommand } from '../../lib/api.ts'
import { usePlainForm } from '../../lib/plain-form.ts'
import { Button } from '../../ui/Button.tsx'
import { Form } from '../../ui/Form.tsx'
import { TextField } from '../../ui/TextField.tsx'

const Questions = z.strictObject({ recoveryKey: TypedRecoveryKey })

type TypeKeyBackProps = { onConfirmed: () => void; onShow?: () => void; onLater?: () => void }

/** The key typed back from the paper, out of sight of the screen's own copy: only then is it known to be on paper. */
export function TypeKeyBack({ onConfirmed, onShow, onLater }: TypeKeyBackProps) {
  const confirm = useCommand('vault.confirmRecoveryKey')
  const form = usePlainForm(Questions, { recoveryKey: '' })
  const mismatch = 'This is not the newest recovery key of this vault. Compare it with your paper, group by group.'
  const save = form.onSubmit(typed =>
    confirm.mutate(typed, {
      onSuccess: ({ matches }) => (matches ? onConfirmed() : form.fail('recoveryKey', mismatch)),
      onError: error => {
        if (error.code !== 'wrong-recovery-key') return
        form.fail(
          'recoveryKey',
          'This is not a whole recovery key. Check it letter by letter: it has nine groups of four.',
        )
      },
    }),
  )
  const refused = confirm.error?.code === 'wrong-recovery-key' ? null : confirm.error
  return (
    <Form
      label="Type the recovery key back"
      busy={confirm.isPending}
      error={refused}
      onSubmit={save}
      submitLabel="Check it"
      footer={
        <>
          {onShow && (
            <Button kind="quiet" onClick={onShow}>
              Show it again
            </Button>
          )}
          {onLater && (
            <Button kind="quiet" onClick={onLater}>
              Later
            </Button>
          )}
        </>
      }
    >
      <TextField
        label="Recovery key"
        hint="Type it from your paper. Spaces, dashes and capital letters don’t matter."
        width="full"
        autoFocus
        {...form.getInputProps('recoveryKey')}
      />
    </Form>
  )
}
