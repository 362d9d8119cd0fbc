import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { WrappedKey } from '../shared/features/keys.ts'
import type { SlotId } from '../shared/kernel/ids.ts'

const tagLength = 16

/** What binds a wrapped key to its slot. */
export const slotPurpose = (id: SlotId): string => `waymark passphrase slot ${id}`

/** Wraps a key under another (32 bytes each) with AES-256-GCM; `purpose` is bound in, so that no slot passes for another. */
export function wrapKey(key: Uint8Array, under: Uint8Array, purpose: string): WrappedKey {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', under, nonce).setAAD(Buffer.from(purpose))
  const sealed = Buffer.concat([cipher.update(key), cipher.final(), cipher.getAuthTag()])
  return { nonce: nonce.toString('base64'), sealed: sealed.toString('base64') }
}

/** The wrapped key, or null when `under` is not what wrapped it (or something was changed). */
export function unwrapKey(wrapped: WrappedKey, under: Uint8Array, purpose: string): Uint8Array | null {
  const sealed = Buffer.from(wrapped.sealed, 'base64')
  const nonce = Buffer.from(wrapped.nonce, 'base64')
  try {
    const decipher = createDecipheriv('aes-256-gcm', under, nonce, { authTagLength: tagLength })
    decipher.setAAD(Buffer.from(purpose)).setAuthTag(sealed.subarray(-tagLength))
    return new Uint8Array(Buffer.concat([decipher.update(sealed.subarray(0, -tagLength)), decipher.final()]))
  } catch {
    return null
  }
}
