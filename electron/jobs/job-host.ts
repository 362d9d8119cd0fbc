import { AppError } from '../../shared/kernel/errors.ts'
import type { Channel } from '../channel.ts'
import { FromJob, type ToJob } from './serve-job.ts'
import { watchMemory } from './watch-memory.ts'

export type Progress = { done: number; total: number }
export type RunningJob = { done: Promise<unknown>; cancel: () => void }
type JobStart = {
  channel: Channel
  job: string
  work: unknown
  onProgress: (progress: Progress) => void
  /** Milliseconds between asking a job to stop and ending it. */
  patience?: number
  memoryLimit?: number
}

/** Lets a process get ready for work that is likely to come, which `startJob` then hands it. */
export function prepareJob(channel: Channel, job: string): void {
  const told: ToJob = { is: 'prepare', job }
  channel.post(told)
}

/** The caller's end of a job process, in main or the command line. The process is ended with its work, however that ends. */
export function startJob({ channel, job, work, onProgress, patience = 2_000, memoryLimit }: JobStart): RunningJob {
  let reason: 'unavailable' | 'cancelled' = 'unavailable'
  const tell = (message: ToJob): void => channel.post(message)
  const done = new Promise<unknown>((resolve, reject) => {
    channel.onMessage(message => {
      const parsed = FromJob.safeParse(message)
      // A job reads hostile files: what it says must not be able to throw in its host.
      if (!parsed.success) {
        reject(new AppError('internal', { job }))
        return
      }
      const said = parsed.data
      if (said.is === 'progress') onProgress({ done: said.done, total: said.total })
      else if (said.is === 'done') resolve(said.output)
      else reject(new AppError(said.error.code, said.error.details))
    })
    channel.onEnd(() => reject(new AppError(reason, { job }))) // no effect once settled
    tell({ is: 'work', job, work })
  })
  const stopWatching = watchMemory(channel, memoryLimit)
  const end = (): void => {
    stopWatching()
    channel.kill()
  }
  void done.then(end, end)
  return {
    done,
    cancel() {
      reason = 'cancelled'
      tell({ is: 'cancel' })
      setTimeout(() => channel.kill(), patience).unref()
    },
  }
}
