import type { Turn } from '../../../shared/features/reading.ts'
import type { Picture } from '../../lib/reading.ts'

export type DrawAsk = { page: number; scale: number; turn: Turn }
export type DrawOptions = {
  signal: AbortSignal
  /** What is out of sight, and small pictures at the side, wait for the pages that are read. */
  later?: boolean | undefined
}
export type Draw = (asked: DrawAsk, options: DrawOptions) => Promise<Picture>
type Waiting = { run: () => Promise<void>; later: boolean }

const atOnce = 2

/** Asks for few pictures at a time, the newest first: whoever scrolls by a hundred pages waits for the one where they stop. */
export function drawQueue(draw: (asked: DrawAsk) => Promise<Picture>): Draw {
  let waiting: Waiting[] = []
  let running = 0
  const next = (): void => {
    const first = waiting.findLast(({ later }) => !later) ?? (running === 0 ? waiting[0] : undefined)
    if (!first || running >= atOnce) return
    waiting = waiting.filter(one => one !== first)
    running += 1
    void first.run().finally(() => {
      running -= 1
      next()
    })
  }
  return (asked, { signal, later = false }) =>
    new Promise((resolve, reject) => {
      const one: Waiting = { later, run: () => draw(asked).then(resolve, reject) }
      waiting.push(one)
      signal.addEventListener('abort', () => (waiting = waiting.filter(other => other !== one)), { once: true })
      next()
    })
}
