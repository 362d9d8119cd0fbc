import { spawnSync } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { derive } from '../../electron/jobs/derive-key.job.ts'
import { derivationCost } from '../../electron/store/vault/passphrase-slots.ts'
import { jobOnce } from './job-process.ts'
import { middle, quickMs, result, type Result } from './result.ts'

/** Unlocking is slow on purpose: about half a second, as the design has it. */
export async function unlockFigure(): Promise<Result> {
  const salt = randomBytes(16).toString('base64')
  const value = await quickMs(5, () => derive('correct horse battery staple', salt, derivationCost))
  return result({ name: 'derive a key from a passphrase', unit: 'ms', peer: 'aim of 500 ms', goal: 1.5 }, value, 500)
}

const megabyte = 1024 ** 2

/** A file of 1 GB taken into a vault (chunks, digest, sync, rename) in a job's process, beside openssl encrypting it to a file. */
export async function sealingFigures(folder: string): Promise<Result[]> {
  if (process.platform !== 'linux' || spawnSync('openssl', ['version']).error) {
    console.error('No figures of a large file: they need openssl, and Linux.')
    return []
  }
  const [from, to, other] = [join(folder, 'plain'), join(folder, 'sealed'), join(folder, 'encrypted')]
  const plain = await open(from, 'w')
  for (let piece = 0; piece < 64; piece += 1) await plain.writeFile(randomBytes(16 * megabyte))
  await plain.sync()
  await plain.close()
  const ours: number[] = []
  const theirs: number[] = []
  const growth: number[] = []
  for (let run = 0; run < 5; run += 1) {
    const { ms, before, peak } = await jobOnce('seal-file', { id: randomUUID(), from, to })
    ours.push(ms)
    growth.push(peak - before)
    theirs.push(encryptOnce(from, other))
    await rm(to)
  }
  for (const path of [from, other]) await rm(path)
  const time = { name: 'add a file of 1 GB', unit: 'ms', peer: 'openssl enc -aes-256-ctr of the same file', goal: 1.5 }
  const memory = { name: 'memory that grows by it', unit: 'MB', peer: 'limit of 150 MB', goal: 1 }
  return [result(time, middle(ours), middle(theirs)), result(memory, Math.max(...growth) / 1e6, 150)]
}

function encryptOnce(from: string, to: string): number {
  const began = performance.now()
  const [key, start] = [randomBytes(32).toString('hex'), randomBytes(16).toString('hex')]
  const { status } = spawnSync('openssl', ['enc', '-aes-256-ctr', '-K', key, '-iv', start, '-in', from, '-out', to])
  if (status !== 0) throw new Error('openssl could not encrypt the file')
  return performance.now() - began
}
