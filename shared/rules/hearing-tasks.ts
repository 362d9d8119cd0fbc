import * as z from 'zod'
import { CalendarDay } from '../kernel/dates.ts'
import { CourtKind, hearingKind, HearingKindId } from './hearing-kinds.ts'
import pack from './hearing-tasks.json' with { type: 'json' }
import { DayOffset, offsetDay } from './working-days.ts'

export const HearingTaskRule = z.strictObject({
  id: z.string().regex(/^HT-[A-Z0-9-]+$/),
  /** Where it stands in the domain notes. */
  fact: z.string(),
  title: z.string().min(1).max(200),
  offset: DayOffset,
  courts: z.array(CourtKind).min(1),
  /** Only for these kinds of hearing; null for all in those courts. */
  kinds: z.array(HearingKindId).nullable(),
  status: z.enum(['verified', 'secondary', 'unverified']),
  effectiveFrom: CalendarDay,
  effectiveTo: CalendarDay.nullable(),
})
export type HearingTaskRule = z.infer<typeof HearingTaskRule>

/** What to prepare for a hearing, by days before and after it. */
export const HearingTaskPack = z.strictObject({
  pack: z.literal('hearing-tasks'),
  version: z.int(),
  source: z.string().min(1),
  status: z.enum(['verified', 'secondary', 'unverified']),
  rules: z.array(HearingTaskRule),
})
export type HearingTaskPack = z.infer<typeof HearingTaskPack>

const { rules } = pack as HearingTaskPack // a test holds the file to the schema

/**
 * The tasks for a hearing of this kind on this day, soonest due first. For one that is past on `today` only what follows a
 * hearing is left. None for a kind that the pack does not know.
 */
export function tasksForHearing(kindId: string, day: CalendarDay, today: CalendarDay): HearingTaskRule[] {
  const kind = hearingKind(kindId)
  if (!kind) return []
  return rules.filter(
    ({ courts, kinds, effectiveFrom, effectiveTo, offset }) =>
      courts.includes(kind.court) &&
      (kinds === null || kinds.includes(kindId)) &&
      effectiveFrom <= day &&
      (effectiveTo === null || day <= effectiveTo) &&
      (day >= today || offset.days >= 0),
  )
}

/**
 * When such a task is due: counted from the day of the hearing, but never before `today`, since a hearing listed at short
 * notice leaves no other day. Null where bank holidays are not known so far ahead.
 */
export function taskDueDay(offset: DayOffset, hearingDay: CalendarDay, today: CalendarDay): CalendarDay | null {
  const counted = offsetDay(hearingDay, offset)
  if (!counted.known) return null
  return counted.day < today ? today : counted.day
}
