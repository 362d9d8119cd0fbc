import * as z from 'zod'
import { UserName } from '../../../shared/features/users.ts'
import type { Unlocked } from '../../../shared/features/vault.ts'
import type { FileToken } from '../../../shared/kernel/ids.ts'
import { useCommand, useJob } from '../../lib/api.ts'
import { passphraseTwice, refusalOf, typedTheSame } from '../../lib/new-passphrase.ts'
import { usePlainForm } from '../../lib/plain-form.ts'
import { Form } from '../../ui/Form.tsx'
import { NewPassphrase } from '../../ui/NewPassphrase.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { NeutralPage } from './NeutralPage.tsx'
import { useFolderChoice, VaultPlace } from './VaultPlace.tsx'

const Questions = z
  .strictObject({ userName: UserName, place: z.enum(['usual', 'folder']), ...passphraseTwice })
  .refine(...typedTheSame)
const blank = { userName: '', place: 'usual', passphrase: '', again: '' }

export type Made = { recoveryKey: string; unlocked: Unlocked }

/** A new vault: who its first user is, where it lies, and the words that open it. */
export function CreateVault({ onMade, onCancel }: { onMade: (made: Made) => void; onCancel: () => void }) {
  const create = useJob('vault.create')
  const pointAt = useCommand('vaultFolder.use')
  const form = usePlainForm(Questions, blank)
  const choice = useFolderChoice()
  const save = form.onSubmit(async ({ userName, place, passphrase }) => {
    const refusal = await refusalOf(passphrase, [userName])
    if (refusal !== null) return form.fail('passphrase', refusal)
    const make = (token: FileToken | null) =>
      create.mutate(
        { folder: token, userName, passphrase, practice: false },
        {
          onSuccess: ({ recoveryKey, ...unlocked }) => onMade({ recoveryKey, unlocked }),
          onError: choice.forget,
        },
      )
    if (place === 'usual') return pointAt.mutate({ which: 'usual' }, { onSuccess: () => make(null) })
    if (choice.folder === null) return form.fail('place', 'Choose the folder first.')
    make(choice.folder.token)
  })
  return (
    <NeutralPage title="Make a new vault" wide>
      <Form
        label="Make a new vault"
        busy={create.isPending || pointAt.isPending}
        error={choice.error ?? pointAt.error ?? create.error}
        onSubmit={save}
        submitLabel="Make the vault"
        onCancel={onCancel}
        cancelLabel="Back"
      >
        <TextField
          label="Your name"
          hint="As colleagues should see it beside what you record."
          autoFocus
          {...form.getInputProps('userName')}
        />
        <NewPassphrase
          first={form.getInputProps('passphrase')}
          again={form.getInputProps('again')}
          known={[form.values.userName]}
        />
        <VaultPlace choice={choice} {...form.getInputProps('place')} />
      </Form>
    </NeutralPage>
  )
}
