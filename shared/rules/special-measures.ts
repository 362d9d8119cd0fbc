import * as z from 'zod'
import { CalendarDay } from '../kernel/dates.ts'
import { CourtKind, hearingKind } from './hearing-kinds.ts'
import pack from './special-measures.json' with { type: 'json' }
import { DayOffset } from './working-days.ts'

const Status = z.enum(['verified', 'secondary', 'unverified'])
/** Names a special measure or a practical ask in the pack. */
export const MeasureId = z
  .string()
  .regex(/^(?:SM|PA)-[A-Z0-9-]+$/)
  .max(40)
export const Measure = z.strictObject({
  id: MeasureId,
  label: z.string().min(1).max(60),
  group: z.enum(['measure', 'practical']),
  source: z.string().min(1),
  status: Status,
})
export type Measure = z.infer<typeof Measure>

/** A last day to apply, counted from the day of a not-guilty plea. */
export const MeasureClock = z.strictObject({
  id: z.string().regex(/^SM-APPLY-[A-Z]+$/),
  court: CourtKind,
  title: z.string().min(1).max(200),
  offset: DayOffset,
  source: z.string().min(1),
  status: Status,
  effectiveFrom: CalendarDay,
  effectiveTo: CalendarDay.nullable(),
})
export type MeasureClock = z.infer<typeof MeasureClock>

export const SpecialMeasuresPack = z.strictObject({
  pack: z.literal('special-measures'),
  version: z.int(),
  effectiveFrom: CalendarDay,
  effectiveTo: CalendarDay.nullable(),
  source: z.string().min(1),
  status: Status,
  measures: z.array(Measure),
  clocks: z.array(MeasureClock),
})
export type SpecialMeasuresPack = z.infer<typeof SpecialMeasuresPack>

const { measures, clocks } = pack as SpecialMeasuresPack // a test holds the file to the schema
export const specialMeasures: readonly Measure[] = measures

/** The measure's words; its own id where the pack does not have it. */
export const measureLabel = (id: string): string => measures.find(measure => measure.id === id)?.label ?? id

/** The clock that a not-guilty plea starts at a hearing of this kind on this day. Null where none does. */
export function measureClock(kindId: string, day: CalendarDay): MeasureClock | null {
  const kind = hearingKind(kindId)
  if (kind?.plea !== true) return null
  return (
    clocks.find(
      clock =>
        clock.court === kind.court &&
        clock.effectiveFrom <= day &&
        (clock.effectiveTo === null || day <= clock.effectiveTo),
    ) ?? null
  )
}
