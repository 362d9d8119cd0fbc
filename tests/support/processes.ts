import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { startChildProcess } from '../../electron/child-process.ts'
import type { Channel } from '../../electron/channel.ts'
import { startStore, type Store } from '../../electron/store/store-host.ts'
import { deriveKey } from '../../electron/jobs/derive-key.job.ts'
import type { Input, NameOf, Output } from '../../shared/contract/contract.ts'
import { AppError } from '../../shared/kernel/errors.ts'
import { InstallationId } from '../../shared/kernel/ids.ts'
import { testPassphrase } from './vault.ts'

const source = (path: string): string => join(import.meta.dirname, '../../electron', path)
export const startJobProcess = (): Channel =>
  startChildProcess({ entry: source('jobs/job.ts'), node: process.execPath, stderr: 'inherit' })
export const startEcho = (): Channel =>
  startChildProcess({ entry: join(import.meta.dirname, 'echo.ts'), node: process.execPath, stderr: 'inherit' })

/** A store in a process of its own, as the app has it, from its source. */
export function startStoreProcess(folder: string, onDeath: () => void = () => undefined): Store {
  return startStore({
    channel: startChildProcess({ entry: source('store/store.ts'), node: process.execPath, stderr: 'inherit' }),
    folder,
    installationId: InstallationId.parse('01990000-0000-7000-8000-000000000000'),
    checkOutputs: false,
    onDeath,
  })
}

/** Calls a store process; throws what it refuses. */
export async function callStore<Name extends NameOf<'query' | 'command'>>(
  store: Store,
  name: Name,
  input: Input<Name>,
): Promise<Output<Name>> {
  const reply = await store.ask({ is: 'call', name, input })
  if (!reply.ok) throw new AppError(reply.error.code, reply.error.details)
  return reply.value as Output<Name> // the store has parsed its input; the contract says what it answers
}

/** Unlocks a store process; the key is derived here, so the vault wants a cheap slot. */
export async function unlockStore(store: Store, passphrase = testPassphrase): Promise<void> {
  const input = { passphrase }
  const prepared = await store.ask({ is: 'prepare', name: 'vault.unlock', input })
  if (!prepared.ok) throw new AppError(prepared.error.code, prepared.error.details)
  const done = await deriveKey(prepared.value, { signal: new AbortController().signal, report: () => undefined })
  const reply = await store.ask({ is: 'finish', name: 'vault.unlock', input, done })
  if (!reply.ok) throw new AppError(reply.error.code, reply.error.details)
}

/**
 * The folder as a kill at this moment would leave it: the process is stopped, its files are copied, and it goes on. Whatever
 * a killed process has handed to the system is in its files, so this is the same as the kill and far quicker.
 */
export function imageOf(pid: number, folder: string, to: string): void {
  process.kill(pid, 'SIGSTOP')
  try {
    while (!/\) T /.test(readFileSync(`/proc/${String(pid)}/stat`, 'utf8'))); // a moment, until the system has stopped it
    cpSync(folder, to, { recursive: true })
  } finally {
    process.kill(pid, 'SIGCONT')
  }
}
