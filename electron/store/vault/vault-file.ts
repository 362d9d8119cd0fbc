import { createHash } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import * as z from 'zod'
import { DerivationCost, WrappedKey } from '../../../shared/features/keys.ts'
import { Instant } from '../../../shared/kernel/dates.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import { SlotId } from '../../../shared/kernel/ids.ts'
import { fromSystem } from '../../system-errors.ts'

export const formatVersion = 1

/** One way to the vault key. Holds no name; the checksum tells a damaged slot from a wrong passphrase. */
export const Slot = z.strictObject({
  id: SlotId,
  salt: z.base64(),
  cost: DerivationCost,
  key: WrappedKey,
  checksum: z.string(),
})
export type Slot = z.infer<typeof Slot>
/** The recovery key is random, so a plain HKDF with this salt derives its wrapping key. */
export const RecoverySlot = z.strictObject({ salt: z.base64(), key: WrappedKey, checksum: z.string() })
export type RecoverySlot = z.infer<typeof RecoverySlot>

const OnDisk = z.looseObject({
  format: z.literal('waymark-vault'),
  formatVersion: z.int(),
  createdAt: Instant,
  practice: z.boolean(),
  cipher: z.string(),
  slots: z.array(z.unknown()),
  recovery: z.unknown(),
})
/** `vault.json`: what is needed before unlock. `damagedSlots` counts those whose checksum does not fit. */
export type VaultFile = {
  createdAt: Instant
  practice: boolean
  cipher: string
  slots: Slot[]
  damagedSlots: number
  recovery: RecoverySlot | null
}

export const vaultFilePath = (folder: string): string => join(folder, 'vault.json')
export const databasePath = (folder: string): string => join(folder, 'vault.db')
/** Lies in the folder from before a vault's database is made until its `vault.json` is written. */
export const creationMarkPath = (folder: string): string => join(folder, 'vault.creating')
/** A database that lost its `vault.json` is a vault too, to be mended from a backup; one still being made is none. */
export const vaultExists = (folder: string): boolean =>
  existsSync(vaultFilePath(folder)) || (existsSync(databasePath(folder)) && !existsSync(creationMarkPath(folder)))

/** Throws `vault-not-found`, `vault-newer`, or `vault-damaged` when the file is missing or can't be read as a whole. */
export function readVaultFile(folder: string): VaultFile {
  if (!vaultExists(folder)) throw new AppError('vault-not-found')
  if (!existsSync(vaultFilePath(folder))) throw new AppError('vault-damaged', { rule: 'vault-file-missing' })
  const raw = OnDisk.safeParse(readJson(vaultFilePath(folder)))
  if (!raw.success) throw new AppError('vault-damaged', { rule: 'vault-file-damaged' })
  if (raw.data.formatVersion > formatVersion) throw new AppError('vault-newer')
  const slots = raw.data.slots.map(slot => Slot.safeParse(slot)).filter(slot => slot.success && isIntact(slot.data))
  const recovery = RecoverySlot.safeParse(raw.data.recovery)
  return {
    createdAt: raw.data.createdAt,
    practice: raw.data.practice,
    cipher: raw.data.cipher,
    slots: slots.flatMap(slot => slot.data ?? []),
    damagedSlots: raw.data.slots.length - slots.length,
    recovery: recovery.success && isIntact(recovery.data) ? recovery.data : null,
  }
}

type Contents = Omit<VaultFile, 'damagedSlots'>
/** Writes beside and renames, so that a crash leaves either the old file or the new one. Keeps damaged slots as they are. */
export const writeVaultFile = (folder: string, file: Contents): void => stageVaultFile(folder, file)()

/**
 * Writes the new file beside the old one; the answer puts it in place. For a transaction: a full disk still undoes all of it,
 * and what the file says changes only with what the database says. `gone` is a slot whose user was removed.
 */
export function stageVaultFile(folder: string, file: Contents, gone: SlotId | null = null): () => void {
  const { createdAt, practice, cipher, recovery } = file
  const written = new Set<unknown>([...file.slots.map(({ id }) => id), gone])
  const damaged = existsSync(vaultFilePath(folder)) ? damagedSlotsOf(folder, written) : []
  const whole = {
    format: 'waymark-vault',
    formatVersion,
    createdAt,
    practice,
    cipher,
    slots: [...file.slots, ...damaged],
    recovery,
  }
  return stageFile(vaultFilePath(folder), `${JSON.stringify(whole, null, 2)}\n`)
}

/** A damaged slot may be mended by hand from a backup one day: it is dropped only when its user gets a new one. */
function damagedSlotsOf(folder: string, replaced: ReadonlySet<unknown>): unknown[] {
  const raw = OnDisk.safeParse(readJson(vaultFilePath(folder)))
  if (!raw.success) throw new AppError('vault-damaged', { rule: 'vault-file-damaged' })
  return raw.data.slots.filter(slot => {
    const parsed = Slot.safeParse(slot)
    const isDamaged = !parsed.success || !isIntact(parsed.data)
    return isDamaged && !replaced.has(idOf(slot))
  })
}
const idOf = (slot: unknown): unknown => (typeof slot === 'object' && slot !== null && 'id' in slot ? slot.id : null)

const largestVaultFile = 4 * 1024 * 1024 // thousands of users
/** What a small file of a vault says. Null for what is no such file: garbled, huge, a folder, or a device that a link leads to. */
export function readJson(path: string): unknown {
  try {
    const found = statSync(path)
    return found.isFile() && found.size <= largestVaultFile ? JSON.parse(readFileSync(path, 'utf8')) : null
  } catch (cause) {
    if (cause instanceof SyntaxError) return null
    throw fromSystem(cause)
  }
}

/** Writes a small file beside its place, under its name and `.new`, synced to the disk; the answer puts it there in one step. */
export function stageFile(path: string, text: string): () => void {
  const beside = `${path}.new`
  try {
    const handle = openSync(beside, 'w', 0o600)
    try {
      writeFileSync(handle, text) // unlike writeSync it goes on after a short write, or throws
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
  } catch (cause) {
    throw fromSystem(cause)
  }
  return () => {
    try {
      renameSync(beside, path)
      syncFolder(dirname(path))
    } catch (cause) {
      throw fromSystem(cause)
    }
  }
}

/** Makes a rename last through a power cut. Systems that can't open a folder do without. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

type Unsummed = { salt: string; key: z.infer<typeof WrappedKey>; id?: string; cost?: z.infer<typeof DerivationCost> }
/** The slot with its plain checksum. */
export const withChecksum = <S extends Unsummed>(slot: S): S & { checksum: string } => ({
  ...slot,
  checksum: checksumOf(slot),
})
const isIntact = (slot: Unsummed & { checksum: string }): boolean => slot.checksum === checksumOf(slot)
const checksumOf = ({ id, salt, cost, key }: Unsummed): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        id ?? null,
        salt,
        cost ? [cost.memoryKiB, cost.passes, cost.lanes] : null,
        key.nonce,
        key.sealed,
      ]),
    )
    .digest('hex')
    .slice(0, 32)
