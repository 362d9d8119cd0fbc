import type { CalendarDay } from '../kernel/dates.ts'
import { london } from '../kernel/dates.ts'
import type { Precision, When } from '../kernel/event.ts'
import { dayOf, daysBetween, showDay, showMoment } from '../kernel/uk-dates.ts'

/** How exactly the date is known, as the question offers it. */
export const precisionWords: Record<Precision, string> = {
  minute: 'Day and time',
  day: 'Day only',
  about: 'About a day',
  range: 'Between two days',
  unknown: 'Not known',
}

/** 24 Nov 2026, 09:30; About 24 Nov 2026; 1 Nov 2026 to 3 Nov 2026; Date not known. Says the zone where it is not ours. */
export function showWhen({ from, to, precision, zone }: When): string {
  if (from === null) return 'Date not known'
  const place =
    zone === london || precision !== 'minute' ? '' : ` (${zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone} time)`
  if (precision === 'minute') return showMoment(from, zone) + place
  const day = showDay(dayOf(from, zone))
  if (precision === 'about') return `About ${day}`
  return to === null ? day : `${day} to ${showDay(dayOf(to, zone))}`
}

/** The same in two short lines for a column: the day, and what else is known. */
export function whenLines(when: When): [string, string] {
  const { from, to, precision, zone } = when
  if (from === null) return [showWhen(when), '']
  const day = showDay(dayOf(from, zone))
  if (precision === 'minute') return [day, showWhen(when).slice(day.length + 2)]
  if (precision === 'about') return [day, 'about then']
  return [day, to === null ? '' : `to ${showDay(dayOf(to, zone))}`]
}

/** today, yesterday, 12 days ago, 5 weeks ago, 7 months ago, 2 years ago; in 3 days. */
export function ago(day: CalendarDay, today: CalendarDay): string {
  const days = daysBetween(day, today)
  if (days === 0) return 'today'
  if (days === 1) return 'yesterday'
  if (days === -1) return 'tomorrow'
  return days > 0 ? `${span(days)} ago` : `in ${span(-days)}`
}

function span(days: number): string {
  if (days < 28) return count(days, 'day')
  if (days < 90) return count(Math.floor(days / 7), 'week')
  if (days < 730) return count(Math.floor(days / 30.44), 'month')
  return count(Math.floor(days / 365.25), 'year')
}

/** 1 case, 12 cases, 10,000 cases. */
export const count = (number: number, noun: string, many = `${noun}s`): string =>
  `${number.toLocaleString('en-GB')} ${number === 1 ? noun : many}`
