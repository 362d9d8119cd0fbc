import * as z from 'zod'
import { CalendarDay } from '../kernel/dates.ts'
import pack from './police-forces.json' with { type: 'json' }

/** Names to choose from while typing. Suggestions only: any other name is taken as well. */
export const PoliceForcePack = z.strictObject({
  pack: z.literal('police-forces'),
  version: z.int(),
  effectiveFrom: CalendarDay,
  effectiveTo: CalendarDay.nullable(),
  source: z.string().min(1),
  status: z.enum(['verified', 'secondary', 'unverified']),
  forces: z.array(z.strictObject({ name: z.string().min(1).max(120), kind: z.enum(['territorial', 'special']) })),
})
export type PoliceForcePack = z.infer<typeof PoliceForcePack>

/** What comes with the app. A test holds it to the schema, so nothing is parsed at the start. */
export const policeForceNames: readonly string[] = pack.forces.map(({ name }) => name)
