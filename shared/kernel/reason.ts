import * as z from 'zod'

const fewestLetters = 5
/** Why a rule was set aside: words that somebody can read later. Dots, or signs that nobody sees, are none. */
export const overrideReason = (longest: number) =>
  z
    .string()
    .trim()
    .min(10)
    .max(longest)
    .refine(text => (text.match(/\p{L}/gu)?.length ?? 0) >= fewestLetters, { error: 'reason-in-words' })
