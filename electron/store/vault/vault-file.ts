import { createHash } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'
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
export const vaultExists = (folder: string): boolean => existsSync(vaultFilePath(folder))

/** Throws `vault-not-found`, `vault-newer`, or `vault-damaged` when the file can't be read as a whole. */
export function readVaultFile(folder: string): VaultFile {
  if (!vaultExists(folder)) throw new AppError('vault-not-found')
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

/** Writes beside and renames, so that a crash leaves either the old file or the new one. Keeps damaged slots as they are. */
export function writeVaultFile(folder: string, file: Omit<VaultFile, 'damagedSlots'>): void {
  const { createdAt, practice, cipher, recovery } = file
  const damaged = vaultExists(folder) ? damagedSlotsOf(folder) : []
  const whole = {
    format: 'waymark-vault',
    formatVersion,
    createdAt,
    practice,
    cipher,
    slots: [...file.slots, ...damaged],
    recovery,
  }
  writeAtomically(vaultFilePath(folder), `${JSON.stringify(whole, null, 2)}\n`)
}

/** A damaged slot may be mended by hand from a backup one day; to drop it would be to lose it. */
function damagedSlotsOf(folder: string): unknown[] {
  const raw = OnDisk.safeParse(readJson(vaultFilePath(folder)))
  if (!raw.success) throw new AppError('vault-damaged', { rule: 'vault-file-damaged' })
  return raw.data.slots.filter(slot => {
    const parsed = Slot.safeParse(slot)
    return !parsed.success || !isIntact(parsed.data)
  })
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (cause) {
    if (cause instanceof SyntaxError) return null
    throw fromSystem(cause)
  }
}

/** Replaces a small file in one step, synced to the disk. */
export function writeAtomically(path: string, text: string): void {
  const beside = `${path}.new`
  try {
    const handle = openSync(beside, 'w', 0o600)
    writeSync(handle, text)
    fsyncSync(handle)
    closeSync(handle)
    renameSync(beside, path)
  } catch (cause) {
    throw fromSystem(cause)
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
