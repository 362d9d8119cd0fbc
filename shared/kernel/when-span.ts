import { Instant } from './dates.ts'
import type { When } from './event.ts'
import { addDays, dayOf, startOfDay } from './uk-dates.ts'

/** The first and last moment at which something can have happened. Null where that is only about known, or not at all. */
export function spanOf({ from, to, precision, zone }: When): { first: Instant; last: Instant } | null {
  if (from === null || precision === 'about') return null
  if (precision === 'minute') return { first: from, last: from }
  const lastDay = dayOf(to ?? from, zone)
  return { first: from, last: justBefore(startOfDay(addDays(lastDay, 1), zone)) }
}

/** Whether the first certainly came before the second; false where nobody can tell. */
export function certainlyBefore(one: When, other: When): boolean {
  const [a, b] = [spanOf(one), spanOf(other)]
  return a !== null && b !== null && a.last < b.first
}

/** The last millisecond before a moment. */
export const justBefore = (instant: Instant): Instant => Instant.parse(new Date(Date.parse(instant) - 1).toISOString())
