import * as z from 'zod'
import { CalendarDay } from '../kernel/dates.ts'
import pack from './outcome-codes.json' with { type: 'json' }

export const OutcomeGroup = z.enum([
  'open',
  'charged',
  'formal',
  'informal',
  'not-in-public-interest',
  'evidential',
  'evidential-victim',
  'no-suspect',
  'prevented',
  'transferred',
  'diversion',
  'other',
])

/** The number that police give an outcome. 0: no outcome yet, which never counts as one. */
export const OutcomeCode = z.int().min(0).max(99)
export type OutcomeCode = z.infer<typeof OutcomeCode>
export const Outcome = z.strictObject({
  code: OutcomeCode,
  label: z.string().min(1).max(80),
  group: OutcomeGroup,
  effectiveFrom: CalendarDay.nullable(),
  effectiveTo: CalendarDay.nullable(),
})
export type Outcome = z.infer<typeof Outcome>

/** What police can make of a crime, in words of our own (domain-verified 2c). */
export const OutcomePack = z
  .strictObject({
    pack: z.literal('outcome-codes'),
    version: z.int(),
    effectiveFrom: CalendarDay,
    effectiveTo: CalendarDay.nullable(),
    source: z.string().min(1),
    status: z.enum(['verified', 'secondary', 'unverified']),
    codes: z.array(Outcome),
  })
  .refine(({ codes }) => new Set(codes.map(({ code }) => code)).size === codes.length, { error: 'code-twice' })

/** What comes with the app. A test holds it to the schema, so nothing is parsed at the start. */
export const outcomeCodes: readonly Outcome[] = pack.codes as Outcome[] // held to the schema by a test

const byCode = new Map(outcomeCodes.map(outcome => [outcome.code, outcome]))
/** The outcome of that number; undefined where the pack has none. */
export const outcomeOf = (code: OutcomeCode): Outcome | undefined => byCode.get(code)
