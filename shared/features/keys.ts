import * as z from 'zod'
import { SlotId } from '../kernel/ids.ts'

/** Long enough for a few words. Never trimmed, since spaces count. */
export const Passphrase = z.string().min(12).max(1024)
/** What may open a vault: any text, since the rule for new passphrases says nothing about old ones. */
export const TypedPassphrase = z.string().min(1).max(1024)
/** The printed recovery key as typed back: spaces, dashes and case don't matter. */
export const TypedRecoveryKey = z.string().trim().min(1).max(200)
/** Random or derived bytes. They travel by message between our own processes and never reach a screen. */
export const KeyBytes = z.custom<Uint8Array>(value => value instanceof Uint8Array)

/** Argon2id's cost: memory in KiB, passes, lanes (RFC 9106). */
export const DerivationCost = z.strictObject({
  memoryKiB: z.int().min(8).max(4_194_304),
  passes: z.int().min(1).max(100),
  lanes: z.int().min(1).max(16),
})
export type DerivationCost = z.infer<typeof DerivationCost>

/** One vault key wrapped with AES-256-GCM: 12 bytes of nonce, then the key with its 16-byte tag; base64. */
export const WrappedKey = z.strictObject({ nonce: z.base64(), sealed: z.base64() })
export type WrappedKey = z.infer<typeof WrappedKey>

/** Work of the derivation job: slots to try in turn with one passphrase, and a new slot to derive a wrapping key for. */
export const DerivationWork = z.strictObject({
  tries: z
    .strictObject({
      passphrase: z.string(),
      slots: z.array(z.strictObject({ id: SlotId, salt: z.base64(), cost: DerivationCost, key: WrappedKey })),
    })
    .nullable(),
  fresh: z.strictObject({ passphrase: z.string(), salt: z.base64(), cost: DerivationCost }).nullable(),
})
export type DerivationWork = z.infer<typeof DerivationWork>
/** `opened` is null when no slot fits the passphrase; `fresh` is the wrapping key of the new slot. */
export const DerivationDone = z.strictObject({
  opened: z.strictObject({ slotId: SlotId, vaultKey: KeyBytes }).nullable(),
  fresh: z.strictObject({ salt: z.base64(), cost: DerivationCost, key: KeyBytes }).nullable(),
})
export type DerivationDone = z.infer<typeof DerivationDone>
