import { useState } from 'react'
import * as z from 'zod'
import { UserName } from '../../../shared/features/users.ts'
import type { Unlocked } from '../../../shared/features/vault.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import type { FileToken } from '../../../shared/kernel/ids.ts'
import { callOrThrow, useCommand, useJob } from '../../lib/api.ts'
import { passphraseTwice, refusalOf, typedTheSame } from '../../lib/new-passphrase.ts'
import { usePlainForm } from '../../lib/plain-form.ts'
import { ChoiceField } from '../../ui/ChoiceField.tsx'
import { Form } from '../../ui/Form.tsx'
import { NewPassphrase } from '../../ui/NewPassphrase.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { NeutralPage } from './NeutralPage.tsx'

type Place = { token: FileToken; name: string }
const Questions = z
  .strictObject({ userName: UserName, place: z.enum(['usual', 'folder']), ...passphraseTwice })
  .refine(...typedTheSame)
const blank = { userName: '', place: 'usual' as 'usual' | 'folder', passphrase: '', again: '' }

export type Made = { recoveryKey: string; unlocked: Unlocked }

/** A new vault: who its first user is, where it lies, and the words that open it. */
export function CreateVault({ onMade, onCancel }: { onMade: (made: Made) => void; onCancel: () => void }) {
  const create = useJob('vault.create')
  const pointAt = useCommand('vaultFolder.use')
  const form = usePlainForm(Questions, blank)
  const { folder, choose, error } = usePlace()
  const save = form.onSubmit(async ({ userName, place, passphrase }) => {
    const refusal = await refusalOf(passphrase, [userName])
    if (refusal !== null) return form.fail('passphrase', refusal)
    const make = (token: FileToken | null) =>
      create.mutate(
        { folder: token, userName, passphrase, practice: false },
        { onSuccess: ({ recoveryKey, ...unlocked }) => onMade({ recoveryKey, unlocked }) },
      )
    if (place === 'usual') return pointAt.mutate({ which: 'usual' }, { onSuccess: () => make(null) })
    if (folder === null) return form.fail('place', 'Choose the folder first.')
    make(folder.token)
  })
  const pick = (place: string | null) => {
    form.set('place', place === 'folder' ? 'folder' : 'usual')
    if (place === 'folder') choose()
  }
  return (
    <NeutralPage title="Make a new vault" wide>
      <Form
        label="Make a new vault"
        busy={create.isPending || pointAt.isPending}
        error={error ?? pointAt.error ?? create.error}
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
        <ChoiceField
          label="Where to keep it"
          look="radio"
          options={[
            { value: 'usual', label: 'In the usual place on this machine' },
            {
              value: 'folder',
              label: folder === null ? 'In a folder I choose, such as on a stick' : `In “${folder.name}”`,
              hint: 'The folder should be empty.',
            },
          ]}
          {...form.getInputProps('place')}
          onChange={pick}
        />
      </Form>
    </NeutralPage>
  )
}

function usePlace() {
  const [folder, setFolder] = useState<Place | null>(null)
  const [error, setError] = useState<AppError | null>(null)
  const choose = () => {
    setError(null)
    callOrThrow('vaultFolder.choose', { purpose: 'create' }).then(
      ({ chosen }) => setFolder(before => chosen ?? before),
      (cause: unknown) => setError(AppError.from(cause)),
    )
  }
  return { folder, choose, error }
}
