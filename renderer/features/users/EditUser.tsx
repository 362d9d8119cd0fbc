import { useState } from 'react'
import { UserDraft, type User } from '../../../shared/features/users.ts'
import { ruleSentences } from '../../../shared/wording/errors.ts'
import { roleWords } from '../../../shared/wording/vault.ts'
import { useCommand } from '../../lib/api.ts'
import { usePlainForm } from '../../lib/plain-form.ts'
import { useSession } from '../../lib/session.ts'
import { Banner } from '../../ui/Banner.tsx'
import { ChoiceField } from '../../ui/ChoiceField.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Form } from '../../ui/Form.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { toast } from '../../ui/toast.ts'
import { roleOptions } from './AddUser.tsx'

/** A person's name and role. When somebody else saved in between, both versions are shown and saving again decides. */
export function EditUser({ user, onClose }: { user: User; onClose: () => void }) {
  const update = useCommand('users.update')
  const [theirs, setTheirs] = useState<User | null>(null)
  const form = usePlainForm(UserDraft, { name: user.name, role: user.role })
  const saved = (record: User) => {
    const { actor } = useSession.getState()
    if (actor?.id === record.id) useSession.setState({ actor: { id: record.id, name: record.name, role: record.role } })
    toast('Saved')
    onClose()
  }
  const save = form.onSubmit(next =>
    update.mutate(
      { id: user.id, revision: (theirs ?? user).revision, user: next },
      { onSuccess: answer => (answer.outcome === 'saved' ? saved(answer.record) : setTheirs(answer.current)) },
    ),
  )
  return (
    <Dialog title={`Change ${user.name}`} open onClose={onClose}>
      <Form label="Change name or role" busy={update.isPending} error={update.error} onSubmit={save} onCancel={onClose}>
        {theirs && (
          <Banner tone="warning" title={ruleSentences['stale-revision']} announced>
            Saved in between: {theirs.name}, {roleWords[theirs.role]}. Save again to keep what is written here.
          </Banner>
        )}
        <TextField label="Name" autoFocus {...form.getInputProps('name')} />
        <ChoiceField label="Role" look="radio" options={roleOptions} {...form.getInputProps('role')} />
      </Form>
    </Dialog>
  )
}
