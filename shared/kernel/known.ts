import * as z from 'zod'

/** Why an answer is missing. "Not asked" and "declined" are answers of their own and never count as "no". */
export const Missing = z.enum(['unknown', 'not-asked', 'declined'])
export type Missing = z.infer<typeof Missing>

export type Known<Value> = { value: Value | null; missing: Missing | null }

/** An answer that is either a value or the reason why there is none: exactly one of the two. */
export const known = <Value extends z.ZodType>(value: Value) =>
  z
    .strictObject({ value: value.nullable(), missing: Missing.nullable() })
    .refine((answer: unknown) => isOneOfTwo(answer as Known<unknown>), { error: 'value-or-reason' }) // generic: zod can't name the fields here

const isOneOfTwo = ({ value, missing }: Known<unknown>): boolean => (value === null) !== (missing === null)
