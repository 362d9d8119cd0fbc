import { randomBytes } from 'node:crypto'
import type { DerivationCost, DerivationDone, DerivationWork } from '../../../shared/features/keys.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import type { SlotId } from '../../../shared/kernel/ids.ts'
import { slotPurpose, wrapKey } from '../../key-wrap.ts'
import { withChecksum, type Slot } from './vault-file.ts'

/** Argon2id at about half a second on the machines this was tuned on: 128 MiB, 3 passes (RFC 9106 asks for 64 MiB or more). */
export const derivationCost: DerivationCost = { memoryKiB: 131_072, passes: 3, lanes: 1 }

export const freshDerivation = (passphrase: string): NonNullable<DerivationWork['fresh']> => ({
  passphrase,
  salt: randomBytes(16).toString('base64'),
  cost: derivationCost,
})
export const toTry = (passphrase: string, slots: readonly Slot[]): NonNullable<DerivationWork['tries']> => ({
  passphrase,
  slots: slots.map(({ id, salt, cost, key }) => ({ id, salt, cost, key })),
})

/** A slot for a derived key. Throws `internal` when the job derived none. */
export function slotFrom(id: SlotId, done: DerivationDone, vaultKey: Uint8Array): Slot {
  if (!done.fresh) throw new AppError('internal', { rule: 'no-derived-key' })
  const { salt, cost, key } = done.fresh
  return withChecksum({ id, salt, cost, key: wrapKey(vaultKey, key, slotPurpose(id)) })
}
