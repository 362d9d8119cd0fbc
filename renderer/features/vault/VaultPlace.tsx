import { useState } from 'react'
import { AppError } from '../../../shared/kernel/errors.ts'
import type { FileToken } from '../../../shared/kernel/ids.ts'
import { callOrThrow } from '../../lib/api.ts'
import { Button } from '../../ui/Button.tsx'
import { ChoiceField } from '../../ui/ChoiceField.tsx'
import type { FieldProps } from '../../ui/Field.tsx'
import { Stack } from '../../ui/Layout.tsx'

export type VaultFolder = { token: FileToken; name: string }
export type FolderChoice = {
  folder: VaultFolder | null
  choose: () => void
  /** A token is good for one call: after a refusal the folder has to be chosen again. */
  forget: () => void
  error: AppError | null
}

/** A folder that the person picks in the system's dialog. */
export function useFolderChoice(): FolderChoice {
  const [folder, setFolder] = useState<VaultFolder | null>(null)
  const [error, setError] = useState<AppError | null>(null)
  const choose = () => {
    setError(null)
    callOrThrow('vaultFolder.choose', { purpose: 'create' }).then(
      ({ chosen }) => setFolder(before => chosen ?? before),
      (cause: unknown) => setError(AppError.from(cause)),
    )
  }
  return { folder, choose, forget: () => setFolder(null), error }
}

const options = [
  { value: 'usual', label: 'In the usual place on this machine' },
  { value: 'folder', label: 'In a folder I choose', hint: 'Such as on a stick. It should be empty.' },
]

type VaultPlaceProps = Omit<FieldProps<string | null>, 'label'> & { choice: FolderChoice }

/** Where a new vault goes. The dialog opens by its own button: arrow keys pass over the answers. */
export function VaultPlace({ choice: { folder, choose }, ...field }: VaultPlaceProps) {
  return (
    <Stack gap={3} align="start">
      <ChoiceField label="Where to keep it" look="radio" options={options} {...field} />
      {field.value === 'folder' && (
        <Button icon="folder" onClick={choose}>
          {folder === null ? 'Choose the folder…' : `In “${folder.name}”. Choose another…`}
        </Button>
      )}
    </Stack>
  )
}
