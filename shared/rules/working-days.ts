import { Temporal } from 'temporal-polyfill'
import * as z from 'zod'
import type { CalendarDay } from '../kernel/dates.ts'
import { addDays } from '../kernel/uk-dates.ts'
import { bankHolidays } from './bank-holidays.ts'

/**
 * How days are counted. `calendar`: every day. `working`: Monday to Friday less bank holidays. `business`: the same, and never
 * 25 or 26 December, Good Friday or Easter Monday (Criminal Procedure Rules 2025 r2.2; the two Easter days are bank holidays).
 */
export const DayCount = z.enum(['calendar', 'working', 'business'])
export type DayCount = z.infer<typeof DayCount>
/** So many days after a day; before it when negative. */
export const DayOffset = z.strictObject({ days: z.int().min(-400).max(400), counts: DayCount })
export type DayOffset = z.infer<typeof DayOffset>

/** A counted day, or why there is none: bank holidays are published up to a last day, and past that nobody knows. */
export type CountedDay = { known: true; day: CalendarDay } | { known: false; why: 'before-list' | 'after-list' }

const holidays: ReadonlySet<string> = new Set(bankHolidays.holidays.map(({ day }) => day))

/** The last day for which bank holidays are known. */
export const bankHolidaysUntil = bankHolidays.effectiveTo

/** Whether a day counts. Null outside the years for which bank holidays are known. */
export function isWorkingDay(day: CalendarDay, counts: DayCount = 'working'): boolean | null {
  if (counts === 'calendar') return true
  if (day < bankHolidays.effectiveFrom || day > bankHolidays.effectiveTo) return null
  if (Temporal.PlainDate.from(day).dayOfWeek > 5 || holidays.has(day)) return false
  return counts === 'working' || !/-12-2[56]$/.test(day)
}

/** The day that lies `offset` after a day (before it when negative). The day itself is not counted; 0 is the day itself. */
export function offsetDay(from: CalendarDay, { days, counts }: DayOffset): CountedDay {
  if (counts === 'calendar') return { known: true, day: addDays(from, days) }
  const step = Math.sign(days)
  let day = from
  for (let left = Math.abs(days); left > 0;) {
    day = addDays(day, step)
    const works = isWorkingDay(day, counts)
    if (works === null) return { known: false, why: day > bankHolidays.effectiveTo ? 'after-list' : 'before-list' }
    if (works) left -= 1
  }
  return { known: true, day }
}
