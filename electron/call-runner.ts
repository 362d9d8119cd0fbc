import { rmSync } from 'node:fs'
import { v4 } from 'uuid'
import * as z from 'zod'
import { contract, isCallName, type CallName } from '../shared/contract/contract.ts'
import type { EndedBehindLock, JobStarted, Push, Reply } from '../shared/contract/bridge.ts'
import { AppError, type ErrorShape } from '../shared/kernel/errors.ts'
import { JobId } from '../shared/kernel/ids.ts'
import type { Channel } from './channel.ts'
import { startBundleJob } from './bundle-jobs.ts'
import { startJob, type Progress, type RunningJob } from './jobs/job-host.ts'
import { makeReadyProcess } from './ready-process.ts'
import type { Store } from './store/store-host.ts'

/** Milliseconds in which work that writes into the vault may end behind a lock: until then the vault's key is still there. */
const usualLockPatience = 60_000

type Runner = {
  store: () => Store
  startProcess: () => Channel
  push: (push: Push) => void
  lockPatience?: number
}
/** How a job ended: the caller's promise and the push say the same. */
type Ended = Reply<unknown>
export type Jobs = {
  start: (name: CallName, input: unknown) => Promise<Reply<JobStarted>>
  /** Lets a process get ready to make a bundle, which would otherwise take a second and a half longer. */
  prepareBundle: () => void
  cancel: (jobId: JobId) => void
  /** Settles when the job has. For callers without pushes, such as the command line. */
  ended: (jobId: JobId) => Promise<Ended>
  /** Waits for jobs that only write into the vault, but not for ever; cancels all others. The answer says how each ended. */
  settleBeforeLock: () => Promise<EndedBehindLock[]>
}

type Running = { name: CallName; job: RunningJob | null; cancelled: boolean; over: boolean; ended: Promise<Ended> }
/** One job call: the store that prepared it is the one to tell, since a lock in between puts another in its place. */
type Asked = { jobId: JobId; owner: Store; name: CallName; input: unknown; work: unknown }

const bundleJob = 'build-bundle'

/** Runs job calls: the store prepares the work, a process does it, the store says what the outcome means. */
export function makeJobs({ store, startProcess, push, lockPatience = usualLockPatience }: Runner): Jobs {
  const running = new Map<JobId, Running>()
  const preparing = new Set<Promise<unknown>>()
  const forBundle = makeReadyProcess(startProcess, bundleJob)

  const begin = (asked: Asked): void => {
    const { jobId, name } = asked
    const ended = Promise.resolve(refusal('internal'))
    const entry: Running = { name, job: null, cancelled: false, over: false, ended }
    running.set(jobId, entry)
    entry.ended = run(asked, entry, { startProcess: () => processFor(asked), push }).then(reply => {
      entry.over = true
      push(endOf(asked, reply))
      // Kept a little for whoever asks how it ended after it has.
      setTimeout(() => running.delete(jobId), 60_000).unref()
      return reply
    })
  }

  const cancel = (jobId: JobId): void => {
    const entry = running.get(jobId)
    if (!entry) return
    entry.cancelled = true
    entry.job?.cancel()
  }

  const processFor = ({ name }: Asked): Channel => (jobOf(name) === bundleJob ? forBundle.take() : startProcess())

  return {
    prepareBundle: forBundle.prepare,
    start(name, input) {
      const owner = store()
      const started = owner.ask({ is: 'prepare', name, input }).then((prepared): Reply<JobStarted> => {
        if (!prepared.ok) return prepared
        const jobId = JobId.parse(v4())
        begin({ jobId, owner, name, input, work: prepared.value })
        return { ok: true, value: { jobId } }
      })
      preparing.add(started)
      return started.finally(() => preparing.delete(started))
    },
    cancel,
    ended: jobId => running.get(jobId)?.ended ?? Promise.resolve(refusal('not-found')),
    async settleBeforeLock() {
      forBundle.end()
      await Promise.all(preparing) // or one would begin once its store has gone
      const active = [...running.entries()].filter(([, { over }]) => !over)
      for (const [jobId, { name }] of active) if (!('finishesAfterLock' in contract[name])) cancel(jobId)
      const impatience = setTimeout(() => active.forEach(([jobId]) => cancel(jobId)), lockPatience)
      const ends = await Promise.all(active.map(([, { name, ended }]) => endOfOne(name, ended)))
      clearTimeout(impatience)
      return ends
    },
  }
}

const jobOf = (name: CallName): string | null => {
  const call = contract[name]
  return call.kind === 'job' ? call.job : null
}

/** A copy outside the vault takes its half-written file away with it, and a slow stick takes its time: it is not just ended. */
const patienceOf = (job: string): number => (job === 'export-file' || job === 'copy-backup' ? 30_000 : 2_000)

async function run(
  { jobId, owner, name, input, work }: Asked,
  entry: Running,
  { startProcess, push }: Pick<Runner, 'startProcess' | 'push'>,
): Promise<Ended> {
  const job = jobOf(name)
  if (job === null) return refusal('invalid-input')
  try {
    const onProgress = (progress: Progress): void => push({ is: 'job-progress', jobId, ...progress })
    entry.job =
      job === bundleJob
        ? startBundleJob({ work, startProcess, onProgress })
        : startJob({ channel: startProcess(), job, work, onProgress, patience: patienceOf(job) })
    if (entry.cancelled) entry.job.cancel()
    const reply = await owner.ask({ is: 'finish', name, input, done: await entry.job.done })
    if (!reply.ok && wasRefused(reply.error)) removeSealed(work)
    return reply
  } catch (cause) {
    return { ok: false, error: AppError.from(cause).toShape() }
  }
}

/** The store said no, and so kept no record. One that has died, or that stumbled, may have kept it. */
const wasRefused = ({ code }: ErrorShape): boolean => code !== 'unavailable' && code !== 'internal'

const SealedOutput = z.object({
  to: z.union([z.string(), z.object({ is: z.literal('sealed'), path: z.string() }).transform(({ path }) => path)]),
})
/** Takes away a file that was sealed into the vault and that no record knows: on a full disk its room is needed. */
function removeSealed(work: unknown): void {
  const found = SealedOutput.safeParse(work)
  if (found.success) rmSync(found.data.to, { force: true })
}

async function endOfOne(name: CallName, ended: Promise<Ended>): Promise<EndedBehindLock> {
  const reply = await ended
  return { name, error: reply.ok ? null : reply.error }
}

const endOf = ({ jobId, name }: Asked, reply: Ended): Push =>
  reply.ok
    ? { is: 'job-done', jobId, name, output: reply.value }
    : { is: 'job-failed', jobId, name, error: reply.error }

const refusal = (code: 'invalid-input' | 'internal' | 'not-found'): Reply<never> => ({
  ok: false,
  error: { code, details: {} },
})

/** Answers a store call of any kind but job. */
export const askStore = (store: Store, name: string, input: unknown): Promise<Reply<unknown>> =>
  isCallName(name) ? store.ask({ is: 'call', name, input }) : Promise.resolve(refusal('invalid-input'))
