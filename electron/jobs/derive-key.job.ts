import { setImmediate as nextImmediate } from 'node:timers/promises'
import { argon2id } from 'hash-wasm'
import { DerivationWork, type DerivationCost, type DerivationDone } from '../../shared/features/keys.ts'
import { slotPurpose, unwrapKey } from '../key-wrap.ts'
import type { JobContext } from './serve-job.ts'

/** Tries slots in turn with one passphrase, and derives the wrapping key of a new slot. Keys travel by message alone. */
export async function deriveKey(given: unknown, { signal, report }: JobContext): Promise<DerivationDone> {
  const { tries, fresh } = DerivationWork.parse(given)
  const total = (tries?.slots.length ?? 0) + (fresh ? 1 : 0)
  let opened: DerivationDone['opened'] = null
  let done = 0
  for (const slot of tries?.slots ?? []) {
    await unlessCancelled(signal)
    const derived = await derive(tries?.passphrase ?? '', slot.salt, slot.cost)
    const vaultKey = unwrapKey(slot.key, derived, slotPurpose(slot.id))
    derived.fill(0)
    report({ done: (done += 1), total })
    if (vaultKey) {
      opened = { slotId: slot.id, vaultKey }
      break
    }
  }
  const key = fresh ? await derive(fresh.passphrase, fresh.salt, fresh.cost) : null
  await unlessCancelled(signal)
  report({ done: total, total })
  return { opened, fresh: fresh && key ? { salt: fresh.salt, cost: fresh.cost, key } : null }
}

/** Lets a cancel message in, which takes a whole turn of the event loop: deriving never yields by itself. */
async function unlessCancelled(signal: AbortSignal): Promise<void> {
  await nextImmediate()
  await nextImmediate()
  signal.throwIfAborted()
}

/** Argon2id (RFC 9106), 32 bytes. The passphrase is normalised, so that é typed on two keyboards is the same. */
export const derive = (passphrase: string, salt: string, cost: DerivationCost): Promise<Uint8Array> =>
  argon2id({
    password: passphrase.normalize('NFKC'),
    salt: Buffer.from(salt, 'base64'),
    memorySize: cost.memoryKiB,
    iterations: cost.passes,
    parallelism: cost.lanes,
    hashLength: 32,
    outputType: 'binary',
  })
