import * as z from 'zod'
import { CalendarDay } from '../kernel/dates.ts'
import pack from './unsafe.json' with { type: 'json' }

/** From when on something makes it unsafe to leave a case for today. What orders count by stands in their own pack. */
export const UnsafePack = z.strictObject({
  pack: z.literal('unsafe-to-leave'),
  version: z.int(),
  effectiveFrom: CalendarDay,
  effectiveTo: CalendarDay.nullable(),
  /** An order that ends within so many days is for now, not for soon. */
  endsAtOnceDays: z.int().nonnegative(),
  /** So many days without a word from police about an open report. */
  silenceDays: z.int().positive(),
  source: z.string().min(1),
  status: z.enum(['verified', 'secondary', 'unverified']),
})

/** What comes with the app. */
export const unsafeRules = UnsafePack.parse(pack)
