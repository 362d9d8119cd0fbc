import { join } from 'node:path'
import { askStore, makeJobs, type Jobs } from '../call-runner.ts'
import type { Reply } from '../../shared/contract/bridge.ts'
import { contract, type CallName, type Input, type Output } from '../../shared/contract/contract.ts'
import { AppError } from '../../shared/kernel/errors.ts'
import type { Channel } from '../channel.ts'
import { startChildProcess } from '../child-process.ts'
import { startStore } from '../store/store-host.ts'
import type { Context } from './command.ts'
import { installationId } from './installation.ts'
import { tellProgress } from './progress.ts'

/** A vault's store for the time of one command. Calls answer their output, jobs when they have ended, or throw `AppError`. */
export type VaultStore = { call: <Name extends CallName>(name: Name, input: Input<Name>) => Promise<Output<Name>> }

/** Starts a store about this folder, and ends it whatever happens: with the process go its keys. */
export async function withStore<Result>(
  folder: string,
  { signal }: Context,
  use: (store: VaultStore) => Promise<Result>,
): Promise<Result> {
  const writer = installationId() // may throw, so before there is a process to end
  const store = startStore({
    channel: start('store/store.ts'),
    folder,
    installationId: writer,
    onDeath: () => undefined, // whatever was asked fails as `unavailable`
  })
  const progress = tellProgress()
  const jobs = makeJobs({
    store: () => store,
    startProcess: () => start('jobs/job.ts'),
    push: push => {
      if (push.is === 'job-progress') progress.tell(running, push)
    },
  })
  let running = ''
  const call = async (name: CallName, input: unknown): Promise<unknown> => {
    signal.throwIfAborted()
    running = name
    // A call under way is waited for, since ending the store inside it could leave a folder half changed.
    const isJob = contract[name].kind === 'job'
    const reply = isJob ? await runJob(jobs, signal, { name, input }) : await askStore(store, name, input)
    progress.end()
    if (reply.ok) return reply.value
    signal.throwIfAborted()
    throw new AppError(reply.error.code, reply.error.details)
  }
  try {
    return await use({ call: (name, input) => call(name, input) as never }) // the contract ties output to name
  } finally {
    await store.end()
  }
}

/** The same with the vault open. Asks for the passphrase only where there is a vault. */
export const withOpenVault = <Result>(
  folder: string,
  context: Context,
  use: (store: VaultStore) => Promise<Result>,
): Promise<Result> =>
  withStore(folder, context, async store => {
    const { state } = await store.call('vault.status', {})
    if (state === 'none') throw new AppError('vault-not-found')
    await store.call('vault.unlock', { passphrase: await context.passphrases.known() })
    return use(store)
  })

type Job = { name: CallName; input: unknown }
async function runJob(jobs: Jobs, signal: AbortSignal, { name, input }: Job): Promise<Reply<unknown>> {
  const started = await jobs.start(name, input)
  if (!started.ok) return started
  const { jobId } = started.value
  const cancel = (): void => jobs.cancel(jobId)
  if (signal.aborted) cancel()
  signal.addEventListener('abort', cancel, { once: true })
  return jobs.ended(jobId).finally(() => signal.removeEventListener('abort', cancel))
}

/** Node runs the source itself. What a process says beside its messages is for developers. */
const start = (entry: string): Channel =>
  startChildProcess({ entry: join(import.meta.dirname, '..', entry), node: process.execPath, stderr: 'ignore' })
