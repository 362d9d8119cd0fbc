import { randomBytes } from 'node:crypto'
import type { DerivationCost, DerivationDone, DerivationWork } from '../../../shared/features/keys.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import type { SlotId } from '../../../shared/kernel/ids.ts'
import { slotPurpose, wrapKey } from '../../key-wrap.ts'
import { withChecksum, type Slot } from './vault-file.ts'

/** Argon2id at about half a second where this was tuned: 64 MiB and 3 passes, the second recommended option of RFC 9106. */
export const derivationCost: DerivationCost = { memoryKiB: 65_536, passes: 3, lanes: 1 }

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
