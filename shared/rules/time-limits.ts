import { Temporal } from 'temporal-polyfill'
import * as z from 'zod'
import { CalendarDay } from '../kernel/dates.ts'
import pack from './time-limits.json' with { type: 'json' }

/** A limit counted in months from an event. Wording of our own; what it yields is a day to ask about, not advice. */
export const TimeLimit = z.strictObject({
  id: z.string().regex(/^[A-Z0-9-]+$/),
  from: z.literal('last-incident'),
  months: z.int().positive(),
  says: z.string().min(1),
  effectiveFrom: CalendarDay,
  effectiveTo: CalendarDay.nullable(), // both days included
  source: z.string().min(1),
  status: z.enum(['verified', 'secondary', 'unverified']),
})
export type TimeLimit = z.infer<typeof TimeLimit>
export const TimeLimitPack = z.strictObject({
  pack: z.literal('time-limits'),
  version: z.int(),
  rules: z.array(TimeLimit),
})

const shipped = TimeLimitPack.parse(pack).rules

/** The limit as it stood on the day of the event, with the last day that is in time. Null: no rule then, so no date is claimed. */
export function limitFromLastIncident(day: CalendarDay): { rule: TimeLimit; lastDay: CalendarDay } | null {
  const rule = shipped.find(
    ({ effectiveFrom, effectiveTo }) => effectiveFrom <= day && (effectiveTo === null || day <= effectiveTo),
  )
  return rule ? { rule, lastDay: monthsAfter(day, rule.months) } : null
}

/**
 * The last day of a period of whole months that begins on the day after `day`: the same number of a later month, or that
 * month's last day where it is shorter (the corresponding date rule).
 */
const monthsAfter = (day: CalendarDay, months: number): CalendarDay =>
  CalendarDay.parse(Temporal.PlainDate.from(day).add({ months }, { overflow: 'constrain' }).toString())
