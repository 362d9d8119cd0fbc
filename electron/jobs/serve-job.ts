import * as z from 'zod'
import { errorCodes, AppError } from '../../shared/kernel/errors.ts'
import { channelToStarter } from '../channel.ts'
import { fromSystem } from '../system-errors.ts'

/** What a job process is told. */
export const ToJob = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('work'), job: z.string(), work: z.unknown() }),
  /** What work is likely to come: the process gets ready for it, so that it is quick when it does. */
  z.strictObject({ is: z.literal('prepare'), job: z.string() }),
  z.strictObject({ is: z.literal('cancel') }),
  /** One of many: the process answers in the order of asking, and stays. */
  z.strictObject({ is: z.literal('ask'), id: z.int(), service: z.string(), ask: z.unknown() }),
])
export type ToJob = z.infer<typeof ToJob>
const ErrorShape = z.strictObject({ code: z.enum(errorCodes), details: z.record(z.string(), z.string()) })
/** What a job process says. */
export const FromJob = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('progress'), done: z.number(), total: z.number() }),
  z.strictObject({ is: z.literal('done'), output: z.unknown() }),
  z.strictObject({ is: z.literal('failed'), error: ErrorShape }),
  z.strictObject({ is: z.literal('answer'), id: z.int(), output: z.unknown() }),
  z.strictObject({ is: z.literal('refused'), id: z.int(), error: ErrorShape }),
])
export type FromJob = z.infer<typeof FromJob>

type Progress = { done: number; total: number }
export type JobContext = {
  signal: AbortSignal
  report: (progress: Progress) => void
  /** Says at once what is begun next, so that whoever watches knows what ended this process, if it does. */
  begin?: (progress: Progress) => void
}
/** A job by name: parses its own work, answers what its contract calls `done`. */
export type Jobs = Record<string, (work: unknown, context: JobContext) => Promise<unknown>>

/** What can be done for a job before its work is known. */
export type Preparations = Partial<Record<string, () => Promise<void>>>

/** Answers asks, one after the other, by what earlier ones have left open. */
export type Service = (ask: unknown) => Promise<unknown>
/** Services by name: loaded with the first ask. */
export type Services = Partial<Record<string, () => Promise<Service>>>

/** The whole life of a job process: one piece of work, its end, and then no more; or asks, until it is ended. */
export function serveJobs(jobs: Jobs, preparations: Preparations = {}, services: Services = {}): void {
  const starter = channelToStarter()
  const cancel = new AbortController()
  let prepared = Promise.resolve()
  const say = (message: FromJob): void => starter.post(message)
  const answer = makeAnswering(services, say)
  starter.onMessage(message => {
    const told = ToJob.parse(message)
    if (told.is === 'cancel') {
      cancel.abort(new AppError('cancelled'))
      return
    }
    if (told.is === 'ask') {
      answer(told)
      return
    }
    if (told.is === 'prepare') {
      prepared = preparations[told.job]?.().catch(() => undefined) ?? prepared // the work itself will say what is wrong
      return
    }
    const begin = (progress: Progress): void => say({ is: 'progress', ...progress })
    const context = { signal: cancel.signal, report: throttled(begin), begin }
    const run = Object.hasOwn(jobs, told.job) ? jobs[told.job] : undefined
    const work = run
      ? prepared.then(() => run(told.work, context))
      : Promise.reject(new AppError('internal', { rule: 'no-such-job' }))
    work.then(
      output => say({ is: 'done', output }),
      (cause: unknown) => say({ is: 'failed', error: withRoomNeeded(fromSystem(cause)).toShape() }),
    )
  })
}

/** A job that finds no room takes away what it began: nobody's text is at stake, as it is where a record could not be saved. */
const withRoomNeeded = (error: AppError): AppError =>
  error.code === 'disk-full' ? new AppError('disk-full', { rule: 'no-room-left', ...error.details }) : error

function makeAnswering(services: Services, say: (message: FromJob) => void): (told: Asked) => void {
  const loaded = new Map<string, Promise<Service>>()
  const find = (name: string): Promise<Service> => {
    const load = Object.hasOwn(services, name) ? services[name] : undefined
    const service = loaded.get(name) ?? load?.() ?? Promise.reject(new AppError('internal', { rule: 'no-such-job' }))
    loaded.set(name, service)
    return service
  }
  let before = Promise.resolve()
  return ({ id, service, ask }) => {
    before = before
      .then(() => find(service))
      .then(serve => serve(ask))
      .then(
        output => say({ is: 'answer', id, output }),
        (cause: unknown) => say({ is: 'refused', id, error: fromSystem(cause).toShape() }),
      )
  }
}
type Asked = Extract<ToJob, { is: 'ask' }>

/** Ten reports a second are enough for any eye; more would slow the work. */
function throttled(report: JobContext['report']): JobContext['report'] {
  let last = 0
  return progress => {
    const now = performance.now()
    if (now - last < 100 && progress.done < progress.total) return
    last = now
    report(progress)
  }
}
