import * as z from 'zod'
import { CalendarDay } from '../kernel/dates.ts'
import pack from './offences.json' with { type: 'json' }

/** Names an offence in the pack. Checked by the store against the pack, not by its form. */
export const OffenceId = z
  .string()
  .regex(/^OFF-[A-Z0-9]+$/)
  .max(40)
export type OffenceId = z.infer<typeof OffenceId>

/** One offence in our own words, with the longest sentences and how far it was checked (domain-verified 2b). */
export const Offence = z.strictObject({
  id: OffenceId,
  /** Act and section, shortened as police and courts do: PHA 1997 s2A. */
  statute: z.string().min(1).max(40),
  label: z.string().min(1).max(120),
  mode: z.enum(['summary', 'either-way', 'mixed']),
  maximum: z.strictObject({ crown: z.string().nullable(), magistrates: z.string().nullable() }),
  /** When a case has to start: six months from the last incident, by a clock of its own, or at any time. */
  timeLimit: z.discriminatedUnion('from', [
    z.strictObject({ from: z.literal('none') }),
    z.strictObject({ from: z.literal('last-incident') }),
    z.strictObject({ from: z.literal('own'), says: z.string().min(1).max(200) }),
  ]),
  /** What to look at before relying on this row. */
  check: z.string().min(1).max(200).nullable(),
  /** Both days included. Null: not known, or older than any report here. */
  effectiveFrom: CalendarDay.nullable(),
  effectiveTo: CalendarDay.nullable(),
  status: z.enum(['verified', 'secondary', 'unverified']),
})
export type Offence = z.infer<typeof Offence>

export const OffencePack = z
  .strictObject({
    pack: z.literal('offences'),
    version: z.int(),
    effectiveFrom: CalendarDay,
    effectiveTo: CalendarDay.nullable(),
    source: z.string().min(1),
    status: z.enum(['verified', 'secondary', 'unverified']),
    offences: z.array(Offence),
  })
  .refine(({ offences }) => new Set(offences.map(({ id }) => id)).size === offences.length, { error: 'offence-twice' })

/** What comes with the app. A test holds it to the schema, so nothing is parsed at the start. */
export const offences: readonly Offence[] = pack.offences as Offence[] // held to the schema by a test

const byId = new Map(offences.map(offence => [offence.id, offence]))
/** The offence of that id; undefined where the pack has none, such as one from an organisation's own. */
export const offenceOf = (id: string): Offence | undefined => byId.get(id)

/** Whether an offence was law on a day. Where the pack has no dates for it, it counts as law. */
export const wasLawOn = ({ effectiveFrom, effectiveTo }: Offence, day: CalendarDay): boolean =>
  (effectiveFrom === null || effectiveFrom <= day) && (effectiveTo === null || day <= effectiveTo)
