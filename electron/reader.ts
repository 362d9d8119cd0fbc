import { v4 } from 'uuid'
import * as z from 'zod'
import type { Reply } from '../shared/contract/bridge.ts'
import { OpenedReading, readingCalls, type ReadingWork } from '../shared/features/reading.ts'
import { AppError } from '../shared/kernel/errors.ts'
import { ReadingId } from '../shared/kernel/ids.ts'
import type { Channel } from './channel.ts'
import { startService, type JobService } from './jobs/job-host.ts'

export type ReadingName = keyof typeof readingCalls
type InputOf<Name extends ReadingName> = z.infer<(typeof readingCalls)[Name]['input']>
type OutputOf<Name extends ReadingName> = z.infer<(typeof readingCalls)[Name]['output']>
/** The one process that reads documents, as main has it: started when it is needed, and again when one has ended it. */
export type Reader = {
  /** Starts it before it is needed, and lets it get ready. */
  start: () => Record<string, never>
  open: (work: ReadingWork) => Promise<Reply<unknown>>
  ask: <Name extends ReadingName>(name: Name, input: InputOf<Name>) => Promise<OutputOf<Name>>
  /** A page as a JPEG: for paper. */
  picture: (input: InputOf<'reading.draw'>) => Promise<Uint8Array<ArrayBuffer>>
  /** Ends it, with all it has open. */
  end: () => void
}
type Setting = {
  startProcess: () => Channel
  /** Bytes. */
  memoryLimit?: number
  /** Milliseconds for one ask; the first also waits for the process. */
  patience?: number
}

const Picture = z.strictObject({ bytes: z.instanceof(Uint8Array<ArrayBuffer>) })
const reading = { memoryLimit: 1_500 * 1024 ** 2, patience: 15_000 }

/** What it opens has ids of their own, which no later process answers to. */
export function makeReader({ startProcess, ...limits }: Setting): Reader {
  const { memoryLimit, patience } = { ...reading, ...limits }
  let service: JobService | null = null
  const startNew = (): JobService => {
    const started = startService({
      channel: startProcess(),
      service: 'reader',
      memoryLimit,
      onEnd() {
        if (service === started) service = null
      },
    })
    return started
  }
  const running = (): JobService => (service ??= startNew())
  return {
    start() {
      if (service === null)
        running()
          .ask({ name: 'prepare' }, patience)
          .catch(() => undefined) // the next ask starts another
      return {}
    },
    async open(work) {
      try {
        const readingId = ReadingId.parse(v4())
        return {
          ok: true,
          value: OpenedReading.parse(await running().ask({ name: 'open', readingId, work }, patience)),
        }
      } catch (cause) {
        return { ok: false, error: AppError.from(cause).toShape() }
      }
    },
    async ask(name, input) {
      if (service === null) throw new AppError('not-found', { rule: 'reading-closed' })
      const output = await service.ask({ name, input }, patience)
      return readingCalls[name].output.parse(output) as OutputOf<typeof name> // parsed by this call's own schema
    },
    async picture(input) {
      if (service === null) throw new AppError('not-found', { rule: 'reading-closed' })
      return Picture.parse(await service.ask({ name: 'picture', input }, patience)).bytes
    },
    end() {
      service?.end()
      service = null
    },
  }
}
