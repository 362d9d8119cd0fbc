import { Temporal } from 'temporal-polyfill'
import { CalendarDay } from '../../../shared/kernel/dates.ts'

/** The day so many days before another; after it when negative. */
export const daysBefore = (day: CalendarDay, days: number): CalendarDay =>
  CalendarDay.parse(Temporal.PlainDate.from(day).subtract({ days }).toString())
