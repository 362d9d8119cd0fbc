import * as z from 'zod'
import { london, type CalendarDay } from '../../shared/kernel/dates.ts'
import type { When } from '../../shared/kernel/event.ts'
import { Missing, type Known } from '../../shared/kernel/known.ts'
import { parseDay } from '../../shared/kernel/uk-dates.ts'
import { todayIn } from '../lib/today.ts'
import { WhenText, type WhenTyped } from './typed-dates.ts'

/** How a form holds an answer that is words or the reason why there are none. */
export const KnownTyped = z.strictObject({ value: z.string().nullable(), missing: Missing.nullable() })
export const nothingSaid: Known<string> = { value: null, missing: null }

type Says = (field: string, message: string, ...within: PropertyKey[]) => void
type Need = { limit: number; sentence: string }

/**
 * Reads the answers of a form one by one and notes every problem, so that all of them show at once, not the first alone.
 * What can't be read comes back as null; `failed` tells whether anything was noted.
 */
export function readerOf(context: z.RefinementCtx) {
  let failed = false
  const says: Says = (field, message, ...within) => {
    failed = true
    context.addIssue({ code: 'custom', message, path: [field, ...within] })
  }
  return { says, failed: () => failed, ...wordsReader(says), ...datesReader(says) }
}
export type AnswerReader = ReturnType<typeof readerOf>

function wordsReader(says: Says) {
  /** Words that may be left out. */
  const words = (field: string, typed: string | null, limit: number): string | null => {
    const text = typed?.trim() ?? ''
    if (text.length > limit) says(field, `Use ${limit.toLocaleString('en-GB')} characters or fewer.`)
    return text === '' ? null : text
  }
  return {
    words,
    /** Words that are needed; `sentence` says so. */
    needed(field: string, typed: string | null, { limit, sentence }: Need): string {
      const text = words(field, typed, limit)
      if (text === null) says(field, sentence)
      return text ?? ''
    },
    /** Words, or the reason why there are none. */
    known(field: string, typed: Known<string>, { limit, sentence }: Need): Known<string> {
      if (typed.missing !== null) return { value: null, missing: typed.missing }
      const value = words(field, typed.value, limit)
      if (value === null) says(field, `${sentence}, or say why there is no answer.`)
      return { value, missing: null }
    },
    /** One of a few. */
    chosen<Value>(field: string, schema: z.ZodType<Value>, answer: { typed: string | null; sentence: string }) {
      const found = schema.safeParse(answer.typed)
      if (!found.success) says(field, answer.sentence)
      return found.data ?? null
    },
  }
}

function datesReader(says: Says) {
  return {
    /** A day that may be left out. */
    day(field: string, typed: string | null): CalendarDay | null {
      const text = typed?.trim() ?? ''
      const day = text === '' ? null : parseDay(text, todayIn(london))
      if (text !== '' && day === null) says(field, 'day-not-read')
      return day
    },
    when(field: string, typed: WhenTyped): When | null {
      const found = WhenText.safeParse(typed)
      for (const issue of found.error?.issues ?? []) says(field, issue.message, ...issue.path)
      return found.data ?? null
    },
  }
}
