import * as z from 'zod'

type Values<Value> = { safeParse: (text: unknown) => { success: true; data: Value } | { success: false } }

/** One of a few values, chosen; `needed` is what to say while none is. */
export const chosen = <Value extends string>(options: Values<Value>, needed: string) =>
  z
    .string()
    .nullable()
    .transform((text, context): Value => {
      const found = options.safeParse(text)
      if (found.success) return found.data
      context.addIssue({ code: 'custom', message: needed })
      return z.NEVER
    })

/** Words that may be left out: empty, or nothing but spaces, is `null`. */
export const optionalWords = (limit: number) =>
  z
    .string()
    .trim()
    .max(limit, { error: `Use ${limit.toLocaleString('en-GB')} characters or fewer.` })
    .nullable()
    .transform(text => text || null)
