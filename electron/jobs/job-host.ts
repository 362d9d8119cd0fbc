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
      else if (said.is === 'failed') reject(new AppError(said.error.code, said.error.details))
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

type ServiceStart = {
  channel: Channel
  service: string
  memoryLimit: number
  /** However it ended: told once. */
  onEnd: () => void
}
export type JobService = {
  /** `patience`: milliseconds after which the process is taken for stuck and ended. */
  ask: (ask: unknown, patience: number) => Promise<unknown>
  end: () => void
}
type Settle = { resolve: (output: unknown) => void; reject: (error: AppError) => void }
type Waiting = { ask: unknown; patience: number; settle: Settle }

/**
 * The caller's end of a process that answers ask after ask, one at a time, until it is ended. One that isn't answered in time, or that
 * fills its memory, ends it: that ask fails as `unavailable` with the rule `service-ended`, those behind it as `not-found`.
 */
export function startService({ channel, service, memoryLimit, onEnd }: ServiceStart): JobService {
  const waiting: Waiting[] = []
  let current: { id: number; timer: NodeJS.Timeout; settle: Settle } | null = null
  let lastId = 0
  let ended = false
  const next = (): void => {
    const first = ended || current ? undefined : waiting.shift()
    if (!first) return
    lastId += 1
    current = { id: lastId, timer: setTimeout(channel.kill, first.patience), settle: first.settle }
    const told: ToJob = { is: 'ask', id: lastId, service, ask: first.ask }
    channel.post(told)
  }
  const over = (id: number): Settle | null => {
    if (current?.id !== id) return null
    const { timer, settle } = current
    clearTimeout(timer)
    current = null
    return settle
  }
  const stopWatching = watchMemory(channel, memoryLimit)
  channel.onEnd(() => {
    ended = true
    stopWatching()
    if (current) over(current.id)?.reject(new AppError('unavailable', { rule: 'service-ended' }))
    for (const { settle } of waiting.splice(0)) settle.reject(new AppError('not-found', { rule: 'service-ended' }))
    onEnd()
  })
  channel.onMessage(message => {
    const parsed = FromJob.safeParse(message)
    if (!parsed.success) return channel.kill() // it reads hostile files: what it says must not be able to throw in its host
    const said = parsed.data
    if (said.is === 'answer') over(said.id)?.resolve(said.output)
    else if (said.is === 'refused') over(said.id)?.reject(new AppError(said.error.code, said.error.details))
    next()
  })
  return {
    ask: (ask, patience) =>
      new Promise((resolve, reject) => {
        waiting.push({ ask, patience, settle: { resolve, reject } })
        next()
      }),
    end: channel.kill,
  }
}
