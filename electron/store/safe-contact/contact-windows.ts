import { Temporal } from 'temporal-polyfill'
import type { ContactWindow } from '../../../shared/features/safe-contact.ts'
import { london, type Instant } from '../../../shared/kernel/dates.ts'
import { dayOf, timeOf } from '../../../shared/kernel/uk-dates.ts'

/** Whether a London clock is inside the window at this moment: its start belongs to it, its end does not. */
export function isOpenAt({ days, from, to }: Pick<ContactWindow, 'days' | 'from' | 'to'>, now: Instant): boolean {
  const weekday = Temporal.PlainDate.from(dayOf(now, london)).dayOfWeek
  const time = timeOf(now, london)
  return days.includes(weekday) && time >= from && time < to
}
