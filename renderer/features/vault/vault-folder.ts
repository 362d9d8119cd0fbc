import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { practicePassphrase, practiceUserName } from '../../../shared/wording/vault.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import type { Unlocked } from '../../../shared/features/vault.ts'
import { practiceCaseload } from '../../../shared/features/practice.ts'
import { callOrThrow, useCommand, useJob } from '../../lib/api.ts'
import { todayInLondon } from '../../lib/today.ts'

/** Reads again what this window's vault is, after main was told of another folder. */
function useReadAgain() {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: ['vault.status'] })
}

export type OtherVault = {
  /** Asks for a folder and makes its vault the one of this window. */
  choose: () => void
  /** Goes back to the usual place. */
  useUsual: () => void
  error: AppError | null
  /** The name of the folder that was chosen last. */
  folderName: string | null
}

/** Opening a vault that lies elsewhere, such as on a stick. */
export function useOtherVault(): OtherVault {
  const readAgain = useReadAgain()
  const [error, setError] = useState<AppError | null>(null)
  const [folderName, setFolderName] = useState<string | null>(null)
  const attempt = (work: () => Promise<void>) => {
    setError(null)
    work().then(readAgain, (cause: unknown) => setError(AppError.from(cause)))
  }
  return {
    error,
    folderName,
    choose: () =>
      attempt(async () => {
        const { chosen } = await callOrThrow('vaultFolder.choose', { purpose: 'open' })
        if (!chosen) return
        await callOrThrow('vaultFolder.use', { which: 'folder', folder: chosen.token })
        setFolderName(chosen.name)
      }),
    useUsual: () =>
      attempt(async () => {
        await callOrThrow('vaultFolder.use', { which: 'usual' })
        setFolderName(null)
      }),
  }
}

export type Practice = { open: () => void; busy: boolean; error: AppError | null }

/** Opens the practice vault, making it the first time. Nothing in it is real, so its passphrase is no secret. */
export function usePractice(onOpen: (unlocked: Unlocked) => void): Practice {
  const create = useJob('vault.create')
  const seed = useCommand('practice.seed')
  const unlock = useJob('vault.unlock')
  const [folderError, setFolderError] = useState<AppError | null>(null)
  const start = async () => {
    await callOrThrow('vaultFolder.use', { which: 'practice' })
    const { state } = await callOrThrow('vault.status', {})
    if (state !== 'none') {
      unlock.mutate({ passphrase: practicePassphrase }, { onSuccess: onOpen })
      return
    }
    const asked = { folder: null, userName: practiceUserName, passphrase: practicePassphrase, practice: true }
    create.mutate(asked, {
      onSuccess: ({ recoveryKey: _unused, ...unlocked }) =>
        // Without its stories the vault is still good to try things in.
        seed.mutate({ ...practiceCaseload, today: todayInLondon() }, { onSettled: () => onOpen(unlocked) }),
    })
  }
  return {
    open: () => {
      setFolderError(null)
      start().catch((cause: unknown) => setFolderError(AppError.from(cause)))
    },
    busy: create.isPending || seed.isPending || unlock.isPending,
    error: folderError ?? create.error ?? unlock.error,
  }
}
