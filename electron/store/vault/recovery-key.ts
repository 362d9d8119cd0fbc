import { createHash, hkdfSync, randomBytes } from 'node:crypto'
import { AppError } from '../../../shared/kernel/errors.ts'
import { unwrapKey, wrapKey } from '../../key-wrap.ts'
import { withChecksum, type RecoverySlot } from './vault-file.ts'

/** Crockford's base 32: no I, L, O or U, so that print and handwriting can't be misread. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const keyLetters = 32 // 160 bits
const checkLetters = 4
const purpose = 'waymark recovery slot'

/** A new recovery key: 32 random letters and 4 to check the typing, in nine groups of four. */
export function newRecoveryKey(): string {
  const key = Array.from(randomBytes(keyLetters), byte => letters[byte % 32]).join('')
  return (`${key}${checkOf(key)}`.match(/.{4}/g) ?? []).join('-')
}

/** The letters of a typed key. Throws `wrong-recovery-key` with rule `mistyped` when it can't be any vault's. */
export function readRecoveryKey(typed: string): string {
  const plain = typed
    .toUpperCase()
    .replaceAll(/[\s\-–—]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
  const key = plain.slice(0, keyLetters)
  if (plain.length !== keyLetters + checkLetters || plain.slice(keyLetters) !== checkOf(key))
    throw new AppError('wrong-recovery-key', { rule: 'mistyped' })
  return key
}

/** Wraps the vault key under a recovery key. */
export function recoverySlotFor(recoveryKey: string, vaultKey: Uint8Array): RecoverySlot {
  const salt = randomBytes(16).toString('base64')
  return withChecksum({ salt, key: wrapKey(vaultKey, derive(readRecoveryKey(recoveryKey), salt), purpose) })
}

/** The vault key, or null when the recovery key is another vault's or an old one. */
export const openRecoverySlot = (slot: RecoverySlot, typed: string): Uint8Array | null =>
  unwrapKey(slot.key, derive(readRecoveryKey(typed), slot.salt), purpose)

const derive = (key: string, salt: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', Buffer.from(key), Buffer.from(salt, 'base64'), 'waymark recovery key', 32))

function checkOf(key: string): string {
  const sum = createHash('sha256').update(`waymark recovery ${key}`).digest()
  return Array.from(sum.subarray(0, checkLetters), byte => letters[byte % 32]).join('')
}
