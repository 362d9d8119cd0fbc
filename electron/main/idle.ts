import { lockWarningSeconds } from '../../shared/features/settings.ts'

type Idle = { minutes: number; warn: (secondsLeft: number | null) => void; lock: () => void }
export type IdleWatch = { touched: () => void; stop: () => void }

/**
 * Counts the time without input in our window: warns for the last 30 seconds, then locks. Asks the clock each second instead
 * of setting one long timer, so that sleep and a clock that jumps count too.
 */
export function watchIdle({ minutes, warn, lock }: Idle, now: () => number = Date.now): IdleWatch {
  const limit = minutes * 60
  const warnAt = Math.max(limit - lockWarningSeconds, limit / 2)
  let last = now()
  let warned = false
  const look = (): void => {
    const idle = (now() - last) / 1000
    if (idle < 0) last = now() // the clock was set back
    if (idle >= limit) {
      clearInterval(timer)
      lock()
    } else if (idle >= warnAt && !warned) {
      warned = true
      warn(Math.ceil(limit - idle))
    }
  }
  const timer = setInterval(look, 1_000)
  return {
    touched() {
      last = now()
      if (warned) warn(null)
      warned = false
    },
    stop: () => clearInterval(timer),
  }
}
