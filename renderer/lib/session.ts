import { create } from 'zustand'
import { thisMoment } from './today.ts'
import type { Unlocked } from '../../shared/features/vault.ts'
import type { Actor } from '../../shared/features/users.ts'

type Session = {
  /** Null while the vault is locked. */
  actor: Actor | null
  isPractice: boolean
  recoveryConfirmed: boolean
  /** Seconds until the idle lock, while its warning is on. */
  lockingInSeconds: number | null
  /** When the vault was opened in this window; null while it is locked. */
  openedAt: Date | null
  /** The backup of the day could not be made. */
  backupFailed: boolean
}

/** Who is here. No reset on lock: the whole window goes. */
export const useSession = create<Session>()(() => ({
  actor: null,
  isPractice: false,
  recoveryConfirmed: true,
  lockingInSeconds: null,
  openedAt: null,
  backupFailed: false,
}))

/** Opens the app proper: the vault is unlocked and nothing is left to ask. */
export const beginSession = ({ actor, practice, recoveryConfirmed }: Unlocked): void =>
  useSession.setState({ actor, isPractice: practice, recoveryConfirmed, openedAt: thisMoment() })
