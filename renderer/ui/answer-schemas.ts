import * as z from 'zod'

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
