import * as z from 'zod'
import type { CalendarDay } from '../../shared/kernel/dates.ts'
import { parseDay } from '../../shared/kernel/uk-dates.ts'
import { todayInLondon } from '../lib/today.ts'

// Answers as people type them, for the forms whose fields stand beside these.

/** One of a few, or the sentence that asks for it. */
export const chosen = <Value extends string>(options: z.ZodType<Value>, needed: string) =>
  z
    .string()
    .nullable()
    .transform((text, context): Value => {
      const found = options.safeParse(text)
      if (found.success) return found.data
      context.addIssue({ code: 'custom', message: needed })
      return z.NEVER
    })

/** Words up to a length. */
export const words = (limit: number) =>
  z
    .string()
    .trim()
    .max(limit, { error: `Use ${limit.toLocaleString('en-GB')} characters or fewer.` })

/** The same, where an empty box means no answer. */
export const optionalWords = (limit: number) =>
  words(limit)
    .nullable()
    .transform(text => text || null)

/** A day as people type it; an empty box means none. */
export const optionalDay = z
  .string()
  .nullable()
  .transform((text, context): CalendarDay | null => {
    if (text === null || text.trim() === '') return null
    const day = parseDay(text, todayInLondon())
    if (day === null) context.addIssue({ code: 'custom', message: 'day-not-read' })
    return day
  })
