import { useSyncExternalStore } from 'react'
import { Instant, london, type CalendarDay, type ZoneId } from '../../shared/kernel/dates.ts'
import { dayOf } from '../../shared/kernel/uk-dates.ts'

/** The moment it is on this machine's clock. */
export const thisMoment = (): Date => new Date()

const thisMinute = (): string => `${thisMoment().toISOString().slice(0, 16)}:00.000Z`
/** The day it is in a zone, whatever zone this machine is set to. */
export const todayIn = (zone: ZoneId): CalendarDay => dayOf(Instant.parse(thisMinute()), zone)
export const todayInLondon = (): CalendarDay => todayIn(london)

// Asked often and answered cheaply, because a timer set for midnight sleeps with the machine.
const everyMs = 15_000
const listeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined
const tick = (): void => listeners.forEach(listener => listener())

/** One clock for all: every row of a list may ask. */
function onTick(listener: () => void): () => void {
  if (listeners.size === 0) {
    timer = setInterval(tick, everyMs)
    window.addEventListener('focus', tick)
  }
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    window.removeEventListener('focus', tick)
  }
}

/** Today in London; the component is drawn again when midnight passes. */
export const useToday = (): CalendarDay => useSyncExternalStore(onTick, todayInLondon)

/** The minute it is, as a moment; the component is drawn again when it passes. */
export const useThisMinute = (): Instant => Instant.parse(useSyncExternalStore(onTick, thisMinute))
