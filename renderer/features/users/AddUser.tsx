import * as z from 'zod'
import { UserName, UserRole } from '../../../shared/features/users.ts'
import { roleHints, roleWords } from '../../../shared/wording/vault.ts'
import { useJob } from '../../lib/api.ts'
import { passphraseTwice, refusalOf, typedTheSame } from '../../lib/new-passphrase.ts'
import { usePlainForm } from '../../lib/plain-form.ts'
import { ChoiceField } from '../../ui/ChoiceField.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Form } from '../../ui/Form.tsx'
import { NewPassphrase } from '../../ui/NewPassphrase.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { toast } from '../../ui/toast.ts'

export const roleOptions = UserRole.options.map(role => ({
  value: role,
  label: roleWords[role],
  hint: roleHints[role],
}))

const Questions = z.strictObject({ name: UserName, role: UserRole, ...passphraseTwice }).refine(...typedTheSame)
const blank = { name: '', role: 'advocate', passphrase: '', again: '' }

/** Somebody new, who types their own first passphrase here. */
export function AddUser({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Dialog title="Add a person" open={open} onClose={onClose}>
      <AddUserForm onClose={onClose} />
    </Dialog>
  )
}

function AddUserForm({ onClose }: { onClose: () => void }) {
  const add = useJob('users.add')
  const form = usePlainForm(Questions, blank)
  const save = form.onSubmit(async ({ name, role, passphrase }) => {
    const refusal = await refusalOf(passphrase, [name])
    if (refusal !== null) return form.fail('passphrase', refusal)
    add.mutate(
      { user: { name, role }, passphrase },
      {
        onSuccess: ({ name: added }) => {
          toast(`${added} can open this vault now`)
          onClose()
        },
      },
    )
  })
  return (
    <Form
      label="Add a person"
      busy={add.isPending}
      error={add.error}
      onSubmit={save}
      submitLabel="Add"
      onCancel={onClose}
    >
      <TextField
        label="Name"
        hint="As it should stand beside what they record."
        autoFocus
        {...form.getInputProps('name')}
      />
      <ChoiceField label="Role" look="radio" options={roleOptions} {...form.getInputProps('role')} />
      <NewPassphrase
        label="Their passphrase"
        first={form.getInputProps('passphrase')}
        again={form.getInputProps('again')}
        known={[form.values.name]}
      />
      <p className="wm-hint">Let them type it themselves, so that only they know it.</p>
    </Form>
  )
}
