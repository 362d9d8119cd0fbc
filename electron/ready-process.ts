import type { Channel } from './channel.ts'
import { prepareJob } from './jobs/job-host.ts'

export type ReadyProcess = {
  /** Starts a process, unless one waits already, and lets it get ready. */
  prepare: () => void
  /** The one that waits, or else a new one that is not ready. */
  take: () => Channel
  /** Ends the one that waits. */
  end: () => void
}

/** A process that gets ready for one kind of job before its work is known. */
export function makeReadyProcess(startProcess: () => Channel, job: string): ReadyProcess {
  let waiting: Channel | null = null
  return {
    prepare() {
      if (waiting) return
      const started = startProcess()
      waiting = started
      started.onEnd(() => {
        if (waiting === started) waiting = null
      })
      prepareJob(started, job)
    },
    take() {
      const taken = waiting ?? startProcess()
      waiting = null
      return taken
    },
    end() {
      waiting?.kill()
      waiting = null
    },
  }
}
