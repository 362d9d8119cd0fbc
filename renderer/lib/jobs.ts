import { create } from 'zustand'
import type { Push } from '../../shared/contract/bridge.ts'
import { AppError } from '../../shared/kernel/errors.ts'
import type { JobId } from '../../shared/kernel/ids.ts'

export type JobProgress = { jobId: JobId; name: string; done: number; total: number }
type Jobs = {
  byId: Readonly<Record<JobId, JobProgress>>
  /** Pages drawn for the printer; null: nothing is being printed, or nobody knows yet. */
  printing: { done: number; total: number } | null
}

/** What is running now and how far it is. What a job answers is never kept here. */
export const useJobs = create<Jobs>()(() => ({ byId: {}, printing: null }))

type Ending = Extract<Push, { is: 'job-done' | 'job-failed' }>
type Waiting = { resolve: (output: unknown) => void; reject: (error: AppError) => void }
const waiting = new Map<JobId, Waiting>()
// A quick job may end before the answer with its id is here.
const early = new Map<JobId, Ending>()

/** Follows a job that has been started until it ends. */
export function jobEnd(jobId: JobId, name: string): Promise<unknown> {
  const ended = early.get(jobId)
  early.delete(jobId)
  return new Promise((resolve, reject) => {
    if (ended) return void settle(ended, { resolve, reject })
    waiting.set(jobId, { resolve, reject })
    show({ jobId, name, done: 0, total: 0 })
  })
}

/** A print begins, or has ended: what was said of it, or of the one before, holds no longer. */
export const forgetPrinting = (): void => useJobs.setState({ printing: null })

/** Takes in what main says about jobs and prints; other pushes are left alone. */
export function takeJobPush(push: Push): void {
  if (push.is === 'job-progress') {
    const known = useJobs.getState().byId[push.jobId]
    if (known) show({ ...known, done: push.done, total: push.total })
  } else if (push.is === 'print-progress') {
    useJobs.setState({ printing: { done: push.done, total: push.total } })
  } else if (push.is === 'job-done' || push.is === 'job-failed') {
    const caller = waiting.get(push.jobId)
    if (caller) settle(push, caller)
    else early.set(push.jobId, push)
  }
}

function settle(ending: Ending, { resolve, reject }: Waiting): void {
  waiting.delete(ending.jobId)
  hide(ending.jobId)
  if (ending.is === 'job-done') resolve(ending.output)
  else reject(new AppError(ending.error.code, ending.error.details))
}

const show = (job: JobProgress): void => useJobs.setState(({ byId }) => ({ byId: { ...byId, [job.jobId]: job } }))
const hide = (jobId: JobId): void =>
  useJobs.setState(({ byId }) => ({ byId: Object.fromEntries(Object.entries(byId).filter(([id]) => id !== jobId)) }))
