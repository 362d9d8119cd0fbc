import type { ContactWindow } from '../features/safe-contact.ts'
import { london, type Instant } from '../kernel/dates.ts'
import { dayOf, timeOf, weekdayOf } from '../kernel/uk-dates.ts'

type Hours = Pick<ContactWindow, 'days' | 'from' | 'to'>

/** Whether a London clock is inside the window at this moment: its start belongs to it, its end does not. */
export function isOpenAt({ days, from, to }: Hours, now: Instant): boolean {
  const time = timeOf(now, london)
  return days.includes(weekdayOf(dayOf(now, london))) && time >= from && time < to
}
