import type { Actor } from '../../shared/features/users.ts'
import type { Instant } from '../../shared/kernel/dates.ts'
import { AppError } from '../../shared/kernel/errors.ts'
import type { InstallationId } from '../../shared/kernel/ids.ts'
import type { Connection } from './database.ts'

/** A vault that is open: its connection, key and acting user. Exists only between unlock and lock. */
export type OpenVault = {
  folder: string
  db: Connection
  vaultKey: Uint8Array
  auditKey: Uint8Array
  actor: Actor
  practice: boolean
  close: () => void
}

/** What the store process is about: one folder, open or not. */
export type Session = {
  readonly installationId: InstallationId
  readonly now: () => Instant
  /** Told of what should not have happened, for tests and development; nothing is logged in the built app. */
  readonly onInternal?: (cause: unknown) => void
  folder: string | null
  open: OpenVault | null
}

/** What a handler gets that works before unlock. */
export type LockedContext = { session: Session; now: Instant }

/** The folder of this session. Throws `vault-not-found` when none was chosen. */
export function requireFolder(session: Session): string {
  if (session.folder === null) throw new AppError('vault-not-found')
  return session.folder
}

/** The open vault. Throws `locked`. */
export function requireOpen(session: Session): OpenVault {
  if (!session.open) throw new AppError('locked')
  return session.open
}
