import * as z from 'zod'
import { london, ZoneId, type CalendarDay } from '../../shared/kernel/dates.ts'
import { Precision, type When } from '../../shared/kernel/event.ts'
import { dayOf, momentsOf, parseDay, parseTime, showDay, startOfDay, timeOf } from '../../shared/kernel/uk-dates.ts'
import { todayIn } from '../lib/today.ts'

/** A day typed as text. */
export const DayText = z
  .string()
  .transform((text, context): CalendarDay => parseDay(text, todayIn(london)) ?? refuse(context, 'day-not-read'))
/** When something happened, as typed. `which` tells the two 01:30s of a clock-change night apart. */
export const WhenTyped = z.strictObject({
  precision: Precision,
  day: z.string(),
  time: z.string(),
  untilDay: z.string(),
  which: z.enum(['first', 'second']).nullable(),
  zone: ZoneId,
})
export type WhenTyped = z.infer<typeof WhenTyped>

/** As typed in, as stored out. A day without a time is kept as the day only. */
export const WhenText = WhenTyped.transform((typed, context): When => {
  const { precision, zone } = typed
  if (precision === 'unknown') return { from: null, to: null, precision, zone }
  const today = todayIn(zone)
  const day = parseDay(typed.day, today)
  if (day === null) return refuse(context, 'day-not-read', 'day')
  if (precision === 'range') {
    const until = parseDay(typed.untilDay, today)
    if (until === null) return refuse(context, 'range-end-needed', 'untilDay')
    if (until < day) return refuse(context, 'range-backwards', 'untilDay')
    return { from: startOfDay(day, zone), to: startOfDay(until, zone), precision, zone }
  }
  if (precision !== 'minute') return { from: startOfDay(day, zone), to: null, precision, zone }
  if (typed.time.trim() === '') return { from: startOfDay(day, zone), to: null, precision: 'day', zone }
  const time = parseTime(typed.time)
  if (time === null) return refuse(context, 'time-not-read', 'time')
  const moments = momentsOf(day, time, zone)
  if (moments.length === 0)
    return refuse(context, 'Clocks went forward that night and skipped this time. Check the time.', 'time')
  if (moments.length > 1 && typed.which === null) return refuse(context, 'Say which of the two times it was.', 'which')
  return { from: (typed.which === 'second' ? moments.at(-1) : moments[0]) ?? null, to: null, precision, zone }
})

/** An empty answer to "When?". */
export const blankWhen = (zone: ZoneId = london): WhenTyped => ({
  precision: 'minute',
  day: '',
  time: '',
  untilDay: '',
  which: null,
  zone,
})

/** A stored moment as it would have been typed, to correct it. */
export function whenToTyped({ from, to, precision, zone }: When): WhenTyped {
  if (from === null) return { ...blankWhen(zone), precision: 'unknown' }
  const day = dayOf(from, zone)
  const time = timeOf(from, zone)
  const moments = momentsOf(day, time, zone)
  const which = precision === 'minute' && moments.length > 1 ? (moments[0] === from ? 'first' : 'second') : null
  return {
    precision,
    day: showDay(day),
    time: precision === 'minute' ? time : '',
    untilDay: to === null ? '' : showDay(dayOf(to, zone)),
    which,
    zone,
  }
}

/** A stored day as it would have been typed. */
export const dayToTyped = (day: CalendarDay | null): string | null => (day === null ? null : showDay(day))

function refuse(context: z.RefinementCtx, message: string, ...path: string[]): never {
  context.addIssue({ code: 'custom', path, message })
  return z.NEVER // zod's own mark: the answer is not used
}
