import { rmSync } from 'node:fs'
import { BuiltBundle, BundleWork, type KeptBundle } from '../shared/features/bundle-work.ts'
import { AppError } from '../shared/kernel/errors.ts'
import type { Channel } from './channel.ts'
import { halfWritten } from './half-written.ts'
import { startJob, type Progress, type RunningJob } from './jobs/job-host.ts'

type BundleJob = {
  work: BundleWork
  startProcess: () => Channel
  signal: AbortSignal
  onProgress: (progress: Progress) => void
  /** Milliseconds that one document may take before it is refused. */
  patience?: number
  /** Bytes of memory that the process may take. */
  memoryLimit?: number
}
const mostRetries = 20

/** The same as a job that somebody may cancel, its work as the store has prepared it. */
export function startBundleJob(given: Omit<BundleJob, 'work' | 'signal'> & { work: unknown }): RunningJob {
  const cancel = new AbortController()
  const work = BundleWork.parse(given.work)
  return {
    done: buildWithRetries({ ...given, work, signal: cancel.signal }).then(built => withOrigins(work, built)),
    cancel: () => cancel.abort(new AppError('cancelled')),
  }
}

/** What a job answers does not say what it was asked: the store that keeps the result is told where it went and what went in. */
export const withOrigins = ({ to, sections }: BundleWork, built: BuiltBundle): KeptBundle => ({
  ...built,
  to,
  files: sections.flatMap(({ documents }) => documents.map(({ file }) => file)),
})

/**
 * Builds a bundle in a process of its own. A document that kills the process, fills its memory or never ends is left out at the
 * next try, and the report names it. Throws what the job throws, `cancelled` included.
 */
export async function buildWithRetries({ work, signal, ...job }: BundleJob): Promise<BuiltBundle> {
  const refused = [...work.refused]
  for (let tries = 0; ; tries += 1) {
    signal.throwIfAborted()
    const running = buildOnce({ ...job, work: { ...work, refused }, signal })
    try {
      return BuiltBundle.parse(await running.done)
    } catch (cause) {
      rmSync(halfWritten(work.to.path), { force: true }) // a process that was ended takes nothing away with it
      signal.throwIfAborted()
      const died = cause instanceof AppError && cause.code === 'unavailable'
      const at = running.document()
      if (!died || tries >= mostRetries || refused.includes(at)) throw cause
      refused.push(at)
    }
  }
}

function buildOnce({ work, startProcess, signal, onProgress, patience = 120_000, memoryLimit }: BundleJob) {
  const channel = startProcess()
  let document = 0
  let stuck = setTimeout(channel.kill, patience)
  const running = startJob({
    channel,
    job: 'build-bundle',
    work,
    onProgress(progress) {
      document = progress.done
      clearTimeout(stuck)
      stuck = setTimeout(channel.kill, patience)
      onProgress(progress)
    },
    ...(memoryLimit === undefined ? {} : { memoryLimit }),
  })
  if (signal.aborted) running.cancel()
  signal.addEventListener('abort', running.cancel, { once: true })
  const end = (): void => {
    clearTimeout(stuck)
    signal.removeEventListener('abort', running.cancel)
  }
  void running.done.then(end, end)
  return { done: running.done, document: () => document }
}
