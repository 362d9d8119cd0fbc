import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Channel } from '../../electron/channel.ts'
import { startChildProcess } from '../../electron/child-process.ts'
import { prepareJob, startJob } from '../../electron/jobs/job-host.ts'

const entry = join(import.meta.dirname, '../../electron/jobs/job.ts')

export type JobFigures = { ms: number; before: number; peak: number; done: unknown }

/**
 * Runs a job in a warm process of its own, as the app does. Answers milliseconds from handing the work over to its end, bytes of
 * memory that the process held before and at most, and what the job answered.
 */
export async function jobOnce(job: string, work: unknown): Promise<JobFigures> {
  const channel = startChildProcess({ entry, node: process.execPath, stderr: 'inherit' })
  prepareJob(channel, job)
  await untilIdle(channel)
  const before = peakOf(channel)
  const began = performance.now()
  let peak = 0
  const kill = (): void => {
    peak = peakOf(channel)
    channel.kill()
  }
  const held: Channel = { ...channel, pid: channel.pid, kill }
  const done = await startJob({ channel: held, job, work, onProgress: () => undefined }).done
  const ms = performance.now() - began
  await pause(50)
  return { ms, before, peak, done }
}

/** Waits until a process has used no processor for a while: it is up and ready. */
async function untilIdle(channel: Channel): Promise<void> {
  const used = (): number =>
    readFileSync(`/proc/${String(channel.pid)}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
      .slice(11, 13)
      .reduce((sum, ticks) => sum + Number(ticks), 0)
  let before = -1
  for (let now = 0; now !== before || now === 0; now = used()) {
    before = now
    await pause(600)
  }
}

const peakOf = ({ pid }: Channel): number =>
  1024 * Number(/^VmHWM:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))?.[1] ?? 0)
