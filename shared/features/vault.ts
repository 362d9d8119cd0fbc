import * as z from 'zod'
import { command, job, Nothing, query } from '../kernel/call.ts'
import { FileId, FileToken, UserId } from '../kernel/ids.ts'
import { Instant } from '../kernel/dates.ts'
import { DerivationDone, DerivationWork, KeyBytes, Passphrase, TypedPassphrase, TypedRecoveryKey } from './keys.ts'
import { Actor, UserName } from './users.ts'

const derivation = { job: 'derive-key', work: DerivationWork, done: DerivationDone } as const

/** What a screen may know before unlock: no names, no paths. */
export const VaultStatus = z.strictObject({
  state: z.enum(['none', 'locked', 'open']),
  practice: z.boolean(),
  actor: Actor.nullable(),
  recoveryConfirmed: z.boolean(),
  /** Seconds until the next attempt is allowed: attempts are slowed after failures. */
  waitSeconds: z.int().nonnegative(),
})
export type VaultStatus = z.infer<typeof VaultStatus>

export const Unlocked = z.strictObject({ actor: Actor, practice: z.boolean(), recoveryConfirmed: z.boolean() })
export type Unlocked = z.infer<typeof Unlocked>
/** The new recovery key is in the answer once and never again. */
export const WithRecoveryKey = z.strictObject({ recoveryKey: z.string() })

export const VaultCounts = z.strictObject({
  cases: z.int(),
  people: z.int(),
  events: z.int(),
  documents: z.int(),
  users: z.int(),
})
export const VaultInfo = z.strictObject({
  formatVersion: z.int(),
  schemaVersion: z.int(),
  cipher: z.string(),
  practice: z.boolean(),
  createdAt: Instant,
  counts: VaultCounts,
})

/** One part of a verification. Damage is a result here, not an error. */
export const Check = z.strictObject({
  ok: z.boolean(),
  checked: z.int().nonnegative(),
  problems: z.array(z.strictObject({ rule: z.string(), id: z.string() })),
})
export type Check = z.infer<typeof Check>
export const Verification = z.strictObject({ database: Check, foreignKeys: Check, auditChain: Check, files: Check })
export type Verification = z.infer<typeof Verification>
/** A part that damage elsewhere kept from being checked. It can't be vouched for, so it is not ok. */
export const notChecked: Check = { ok: false, checked: 0, problems: [{ rule: 'not-checked', id: '' }] }

/** A sealed file as the jobs see it: where it lies and the key that opens it. */
export const SealedFileRef = z.strictObject({
  id: FileId,
  path: z.string(),
  key: KeyBytes,
  size: z.int().nonnegative(),
  sha256: z.string(),
})
export type SealedFileRef = z.infer<typeof SealedFileRef>

export const BackupName = z.string().regex(/^\d{8}T\d{9}Z$/)
export const BackupSummary = z.strictObject({
  name: BackupName,
  madeAt: Instant,
  bytes: z.int().nonnegative(),
  sha256: z.string(),
  counts: VaultCounts,
  /** Made by the app itself, once a day; these alone make room for newer ones. */
  daily: z.boolean(),
})
export type BackupSummary = z.infer<typeof BackupSummary>

/** The database is copied and checked already; the job hashes it, copies the files and gives the folder its final name. */
export const BackupWork = z.strictObject({
  name: BackupName,
  madeAt: Instant,
  counts: VaultCounts,
  daily: z.boolean(),
  unfinished: z.string(),
  finished: z.string(),
  files: z.array(z.strictObject({ from: z.string(), to: z.string() })),
})
export type BackupWork = z.infer<typeof BackupWork>

/** What is in the present vault and not in a backup, by the record of changes. */
export const SinceBackup = z.discriminatedUnion('outcome', [
  z.strictObject({
    outcome: z.literal('compared'),
    changes: z.int().nonnegative(),
    /** How many records, people, cases and so on these changes were made to. */
    records: z.int().nonnegative(),
    lastAt: Instant.nullable(),
  }),
  /** The present vault or the backup can't be read, so nobody can say. */
  z.strictObject({ outcome: z.literal('unreadable') }),
])
export type SinceBackup = z.infer<typeof SinceBackup>

export const vaultCalls = {
  'vault.status': query({ input: Nothing, output: VaultStatus, tag: 'vault', whileLocked: true }),
  'vault.create': job({
    ...derivation,
    input: z.strictObject({
      folder: FileToken.nullable(),
      userName: UserName,
      passphrase: Passphrase,
      practice: z.boolean(),
    }),
    output: WithRecoveryKey.extend(Unlocked.shape),
    files: ['folder'],
    whileLocked: true,
    touches: ['vault'],
  }),
  'vault.unlock': job({
    ...derivation,
    input: z.strictObject({ passphrase: TypedPassphrase }),
    output: Unlocked,
    whileLocked: true,
    touches: ['vault'],
  }),
  /** Says who may be recovered, if the printed key is right. Changes nothing. */
  'vault.checkRecoveryKey': command({
    input: z.strictObject({ recoveryKey: TypedRecoveryKey }),
    output: z.strictObject({ users: z.array(Actor) }),
    whileLocked: true,
    unaudited: true,
  }),
  /** Gives a user a new passphrase with the printed key, which is used up: the answer has its successor. */
  'vault.recover': job({
    ...derivation,
    input: z.strictObject({ recoveryKey: TypedRecoveryKey, userId: UserId, passphrase: Passphrase }),
    output: WithRecoveryKey.extend(Unlocked.shape),
    whileLocked: true,
    touches: ['vault'],
  }),
  /** The printed key typed back: only then is it known to be on paper. */
  'vault.confirmRecoveryKey': command({
    input: z.strictObject({ recoveryKey: TypedRecoveryKey }),
    output: z.strictObject({ matches: z.boolean() }),
    touches: ['vault'],
  }),
  'vault.replaceRecoveryKey': command({
    input: Nothing,
    output: WithRecoveryKey,
    managersOnly: true,
    touches: ['vault'],
  }),
  'vault.info': query({ input: Nothing, output: VaultInfo, tag: 'vault' }),
  'vault.verify': job({
    job: 'verify-files',
    input: Nothing,
    work: z.strictObject({
      database: Check,
      foreignKeys: Check,
      auditChain: Check,
      /** Null: the list of them could not be read. */
      files: z.array(SealedFileRef).nullable(),
    }),
    done: Verification,
    output: Verification,
    unaudited: true,
    touches: [],
  }),
  /**
   * A copy that was opened and checked. With a folder, a whole vault is made there, sealed files and all, which opens like any
   * other; without one, the copy of the database lies in the vault's own `backups`.
   */
  'vault.backup': job({
    job: 'finish-backup',
    input: z.strictObject({ folder: FileToken.nullable() }),
    work: BackupWork,
    done: BackupSummary,
    output: BackupSummary,
    files: ['folder'],
    finishesAfterLock: true,
    touches: ['vault'],
  }),
  /** The backup of the day, in the vault's own `backups`; older ones of its kind are thinned out after it. */
  'vault.backUpDaily': job({
    job: 'finish-backup',
    input: Nothing,
    work: BackupWork,
    done: BackupSummary,
    output: BackupSummary,
    finishesAfterLock: true,
    touches: ['vault'],
  }),
  /** Newest first. `dailyDue`: none was made on this day in London, and this is no practice vault. */
  'vault.backups': query({
    input: Nothing,
    output: z.strictObject({ rows: z.array(BackupSummary), dailyDue: z.boolean() }),
    tag: 'vault',
    whileLocked: true,
  }),
  /**
   * Looks, without changing anything, how much was written into the present vault after one of its backups. Needs a passphrase
   * of the present vault; throws `vault-damaged` where not even that can be tried.
   */
  'vault.compareBackup': job({
    ...derivation,
    input: z.strictObject({ name: BackupName, passphrase: TypedPassphrase }),
    output: SinceBackup,
    whileLocked: true,
    unaudited: true,
    touches: [],
  }),
  /** Puts a backup in the place of the vault's database. What was there is kept beside it, and the answer says where. */
  'vault.restore': command({
    input: z.strictObject({ name: BackupName, folder: FileToken.nullable() }),
    output: z.strictObject({ keptAs: z.string(), cases: z.int().nullable() }),
    files: ['folder'],
    whileLocked: true,
    unaudited: true,
    touches: ['vault'],
  }),
}
