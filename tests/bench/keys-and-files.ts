import { createCipheriv, randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { derive } from '../../electron/jobs/derive-key.job.ts'
import { newFileKey, sealFile, unwatched } from '../../electron/jobs/sealed-file.ts'
import { derivationCost } from '../../electron/store/vault/passphrase-slots.ts'
import { quickMs, medianMsOfBoth, result, type Result } from './result.ts'

/** Unlocking is slow on purpose: about half a second, as the design has it. */
export async function unlockFigure(): Promise<Result> {
  const salt = randomBytes(16).toString('base64')
  const value = await quickMs(5, () => derive('correct horse battery staple', salt, derivationCost))
  return result({ name: 'derive a key from a passphrase', unit: 'ms', peer: 'aim of 500 ms', goal: 1.5 }, value, 500)
}

/** A sealed file (chunks, digest, sync, rename) beside the barest encrypted copy that Node makes. */
export async function sealingFigure(folder: string): Promise<Result> {
  const from = join(folder, 'plain')
  await writeFile(from, randomBytes(256 * 1024 * 1024))
  const [sealed, copied] = [join(folder, 'sealed'), join(folder, 'copied')]
  const bare = () =>
    pipeline(
      createReadStream(from, { highWaterMark: 1 << 16 }),
      createCipheriv('aes-256-gcm', newFileKey(), randomBytes(12)),
      createWriteStream(copied),
    )
  const [value, peerValue] = await medianMsOfBoth(
    3,
    () => sealFile({ from, to: sealed, key: newFileKey() }, unwatched),
    bare,
  )
  for (const path of [from, sealed, copied]) await rm(path, { force: true })
  return result(
    {
      name: 'seal a file of 256 MB',
      unit: 'ms',
      peer: 'a bare AES-256-GCM stream of node:crypto into a file',
      goal: 2.5,
    },
    value,
    peerValue,
  )
}
