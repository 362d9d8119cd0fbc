import * as z from 'zod'
import { TypedPassphrase } from '../../../shared/features/keys.ts'
import { useJob } from '../../lib/api.ts'
import { passphraseTwice, refusalOf, typedTheSame } from '../../lib/new-passphrase.ts'
import { usePlainForm } from '../../lib/plain-form.ts'
import { useSession } from '../../lib/session.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Form } from '../../ui/Form.tsx'
import { NewPassphrase } from '../../ui/NewPassphrase.tsx'
import { PassphraseField } from '../../ui/PassphraseField.tsx'
import { toast } from '../../ui/toast.ts'

const Questions = z.strictObject({ current: TypedPassphrase, ...passphraseTwice }).refine(...typedTheSame)
const blank = { current: '', passphrase: '', again: '' }

/** One's own passphrase. The present one is asked again: an open screen is not enough. */
export function ChangePassphrase({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Dialog title="Change my passphrase" open={open} onClose={onClose}>
      <ChangePassphraseForm onClose={onClose} />
    </Dialog>
  )
}

function ChangePassphraseForm({ onClose }: { onClose: () => void }) {
  const change = useJob('users.changePassphrase')
  const name = useSession(({ actor }) => actor?.name ?? '')
  const form = usePlainForm(Questions, blank)
  const save = form.onSubmit(async ({ current, passphrase }) => {
    const refusal = await refusalOf(passphrase, [name])
    if (refusal !== null) return form.fail('passphrase', refusal)
    change.mutate(
      { current, passphrase },
      {
        onSuccess: () => {
          toast('Your new passphrase opens the vault from now on')
          onClose()
        },
        onError: error => {
          if (error.code === 'wrong-passphrase') form.fail('current', 'This is not your present passphrase.')
        },
      },
    )
  })
  const refused = change.error?.code === 'wrong-passphrase' ? null : change.error
  return (
    <Form
      label="Change my passphrase"
      busy={change.isPending}
      error={refused}
      onSubmit={save}
      submitLabel="Change it"
      onCancel={onClose}
    >
      <PassphraseField label="Present passphrase" width="full" autoFocus {...form.getInputProps('current')} />
      <NewPassphrase
        label="New passphrase"
        first={form.getInputProps('passphrase')}
        again={form.getInputProps('again')}
        known={[name]}
      />
      <p className="wm-hint">Backups made before still open with the old passphrase.</p>
    </Form>
  )
}
