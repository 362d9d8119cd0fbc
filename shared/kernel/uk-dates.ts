import { Temporal } from 'temporal-polyfill'
import { CalendarDay, ClockTime, Instant, type ZoneId } from './dates.ts'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const dayWords = new Map([
  ['today', 0],
  ['yesterday', -1],
  ['tomorrow', 1],
])
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/**
 * Reads a day as people here type it: 24/11/26, 24-11-2026, 24.11.26, 24 Nov 2026, 24 November, 2026-11-24, today, yesterday,
 * tomorrow. A year left out is this year's. Two-digit years up to ten years ahead of today are of this century.
 * Null when it is no such thing or no real day (31 Feb).
 */
export function parseDay(text: string, today: CalendarDay): CalendarDay | null {
  const words = text
    .trim()
    .toLowerCase()
    .replaceAll(/,|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b/g, ' ')
  const now = Temporal.PlainDate.from(today)
  const offset = dayWords.get(words.trim())
  if (offset !== undefined) return CalendarDay.parse(now.add({ days: offset }).toString())
  const iso = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*$/.exec(words)
  if (iso) return realDay(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const numbers = /^\s*(\d{1,2})[/.\- ](\d{1,2})(?:[/.\- ](\d{4}|\d{2}))?\s*$/.exec(words)
  if (numbers) return realDay(yearOf(numbers[3], now), Number(numbers[2]), Number(numbers[1]))
  const named = /^\s*(\d{1,2})(?:st|nd|rd|th)?[\s\-/.]*([a-z]{3,9})[\s\-/.]*(\d{4}|\d{2})?\s*$/.exec(words)
  const month = named ? monthOf(named[2] ?? '') : 0
  return named && month > 0 ? realDay(yearOf(named[3], now), month, Number(named[1])) : null
}

function monthOf(word: string): number {
  const full = [
    'january',
    'february',
    'march',
    'april',
    'may',
    'june',
    'july',
    'august',
    'september',
    'october',
    'november',
    'december',
  ]
  if (word === 'sept') return 9
  const at = full.findIndex(name => name === word)
  return at >= 0 ? at + 1 : months.indexOf(word) + 1
}

function yearOf(typed: string | undefined, today: Temporal.PlainDate): number {
  if (typed === undefined) return today.year
  if (typed.length === 4) return Number(typed)
  const century = today.year - (today.year % 100)
  const year = century + Number(typed)
  return year > today.year + 10 ? year - 100 : year
}

function realDay(year: number, month: number, day: number): CalendarDay | null {
  if (year < 1900 || year > 2199) return null
  try {
    return CalendarDay.parse(Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString())
  } catch {
    return null
  }
}

/** Reads a time of day as typed: 09:30, 9.30, 0930, 930, 9am, 9.30 pm, noon, midnight. Null when it is none. */
export function parseTime(text: string): ClockTime | null {
  const words = text.trim().toLowerCase()
  if (words === 'noon' || words === 'midday') return ClockTime.parse('12:00')
  if (words === 'midnight') return ClockTime.parse('00:00')
  const found = /^(\d{1,2})(?:[:.h ]?(\d{2}))?\s*([ap])?\.?(?:m\.?)?$/.exec(words)
  if (!found || (found[2] === undefined && found[3] === undefined)) return null
  const half = found[3]
  let hours = Number(found[1])
  if (half !== undefined && (hours < 1 || hours > 12)) return null
  if (half !== undefined) hours = (hours % 12) + (half === 'p' ? 12 : 0)
  const clock = ClockTime.safeParse(`${String(hours).padStart(2, '0')}:${found[2] ?? '00'}`)
  return clock.success ? clock.data : null
}

/** The moments that a clock in `zone` showed this day and time: one, two when clocks went back, none when they went forward. */
export function momentsOf(day: CalendarDay, time: ClockTime, zone: ZoneId): Instant[] {
  const clock = Temporal.PlainDateTime.from(`${day}T${time}`)
  const both = (['earlier', 'later'] as const).map(disambiguation => clock.toZonedDateTime(zone, { disambiguation }))
  const real = both.filter(moment => moment.toPlainDateTime().equals(clock)).map(moment => instantOf(moment))
  return [...new Set(real)]
}

/** The moment at which a calendar day begins in a zone. */
export const startOfDay = (day: CalendarDay, zone: ZoneId): Instant =>
  instantOf(Temporal.PlainDate.from(day).toZonedDateTime(zone))

/** The day so many whole days later; earlier for a negative number. */
export const addDays = (day: CalendarDay, days: number): CalendarDay =>
  CalendarDay.parse(Temporal.PlainDate.from(day).add({ days }).toString())

/** The same day so many months later, or the last one of that month where it has no such day: 31 Jan, 28 Feb. */
export const addMonths = (day: CalendarDay, months: number): CalendarDay =>
  CalendarDay.parse(Temporal.PlainDate.from(day).add({ months }).toString())

/** The calendar day that a clock in the zone shows at a moment. */
export const dayOf = (instant: Instant, zone: ZoneId): CalendarDay => clockAt(instant, zone).day

/** The time that a clock in the zone shows at a moment, HH:MM. */
export const timeOf = (instant: Instant, zone: ZoneId): ClockTime => clockAt(instant, zone).time

/** 1 for Monday to 7 for Sunday, as ISO 8601 counts. */
export const weekdayOf = (day: CalendarDay): number => Temporal.PlainDate.from(day).dayOfWeek

/** 24 Nov 2026 */
export function showDay(day: CalendarDay): string {
  const { day: number, month, year } = Temporal.PlainDate.from(day)
  return `${String(number)} ${monthNames[month - 1] ?? ''} ${String(year)}`
}

/** Tuesday 24 Nov 2026 */
export const showDayInFull = (day: CalendarDay): string =>
  `${weekdays[Temporal.PlainDate.from(day).dayOfWeek - 1] ?? ''} ${showDay(day)}`

/** 24 Nov 2026, 09:30; on the night that clocks go back, with BST or GMT so that the two 01:30s differ. */
export function showMoment(instant: Instant, zone: ZoneId): string {
  const { day, time } = clockAt(instant, zone)
  const twice = clocksChangeOn(day, zone) && momentsOf(day, time, zone).length > 1
  const suffix = twice ? ` ${zoneWord(instant, zone)}` : ''
  return `${showDay(day)}, ${time}${suffix}`
}

/** BST or GMT for London, else the distance from UTC, such as UTC+02:00. */
export function zoneWord(instant: Instant, zone: ZoneId): string {
  const { offset } = clockAt(instant, zone)
  if (zone === 'Europe/London') return offset === '+01:00' ? 'BST' : 'GMT'
  return `UTC${offset}`
}

/** Whole calendar days from one day to another; negative when `to` is earlier. */
export const daysBetween = (from: CalendarDay, to: CalendarDay): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days

type Clock = { day: CalendarDay; time: ClockTime; offset: string }
/** What a clock in the zone shows at a moment. */
const clockAt = remembered((instant: Instant, zone): Clock => {
  const shown = Temporal.Instant.from(instant).toZonedDateTimeISO(zone)
  return {
    day: CalendarDay.parse(shown.toPlainDate().toString()),
    time: ClockTime.parse(shown.toPlainTime().toString({ smallestUnit: 'minute' })),
    offset: shown.offset,
  }
})
/** Whether a day has not 24 hours: only then is there a time that comes twice. */
const clocksChangeOn = remembered(
  (day: CalendarDay, zone) => Temporal.PlainDate.from(day).toZonedDateTime(zone).hoursInDay !== 24,
)

/** Time zones are slow to read, and lists ask for the same moments with every row and every drawing. */
function remembered<When extends string, Answer>(read: (when: When, zone: ZoneId) => Answer) {
  const kept = new Map<string, Answer>()
  return (when: When, zone: ZoneId): Answer => {
    const name = `${when} ${zone}`
    const known = kept.get(name)
    if (known !== undefined) return known
    const answer = read(when, zone)
    if (kept.size >= 20_000) kept.clear()
    kept.set(name, answer)
    return answer
  }
}
const instantOf = (moment: Temporal.ZonedDateTime): Instant =>
  Instant.parse(new Date(moment.epochMilliseconds).toISOString())
