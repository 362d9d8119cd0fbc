import type { PlanState } from '../../../shared/features/safe-contact.ts'
import { london, type Instant } from '../../../shared/kernel/dates.ts'
import { addDays, dayOf, startOfDay } from '../../../shared/kernel/uk-dates.ts'

type Confirmed = {
  confirmedAt: Instant
  confirmEveryDays: number
  /** What happened after it was confirmed. */
  since: { incident: boolean; hearing: boolean; move: boolean }
}

/**
 * Judges whether plans count at a moment, many of them at little cost. An incident that was recorded, a hearing that was held or
 * an address that changed since then asks for a new confirmation; so does its age, in days on London's calendar.
 */
export function planStateAt(now: Instant): (plan: Confirmed) => PlanState {
  const today = dayOf(now, london)
  const tomorrow = startOfDay(addDays(today, 1), london)
  const known = new Map<number, Instant>()
  const oldest = (days: number): Instant => {
    const found = known.get(days) ?? startOfDay(addDays(today, -days), london)
    known.set(days, found)
    return found
  }
  return ({ confirmedAt, confirmEveryDays, since }) => {
    if (since.incident) return 'incident-since'
    if (since.hearing) return 'hearing-since'
    if (since.move) return 'move-since'
    // A clock that was set back makes no old plan new.
    return confirmedAt < oldest(confirmEveryDays) || confirmedAt >= tomorrow ? 'too-old' : 'current'
  }
}
