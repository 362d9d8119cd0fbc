import * as z from 'zod'
import { CalendarDay } from '../kernel/dates.ts'
import pack from './hearing-kinds.json' with { type: 'json' }

export const CourtKind = z.enum(['magistrates', 'crown', 'family', 'civil', 'other'])
export type CourtKind = z.infer<typeof CourtKind>

/** Names a kind of hearing in the pack. Checked by the store against the pack, not by its form. */
export const HearingKindId = z
  .string()
  .regex(/^H-[A-Z0-9-]+$/)
  .max(40)
export const HearingKind = z.strictObject({
  id: HearingKindId,
  court: CourtKind,
  label: z.string().min(1).max(60),
  /** A plea may be entered: the clock for special measures starts with "not guilty". */
  plea: z.boolean(),
  status: z.enum(['verified', 'secondary', 'unverified']),
})
export type HearingKind = z.infer<typeof HearingKind>

/** What can be heard where, in words of our own. */
export const HearingKindPack = z.strictObject({
  pack: z.literal('hearing-kinds'),
  version: z.int(),
  effectiveFrom: CalendarDay,
  effectiveTo: CalendarDay.nullable(),
  source: z.string().min(1),
  status: z.enum(['verified', 'secondary', 'unverified']),
  kinds: z.array(HearingKind),
})
export type HearingKindPack = z.infer<typeof HearingKindPack>

const { kinds } = pack as HearingKindPack // a test holds the file to the schema
export const hearingKinds: readonly HearingKind[] = kinds

/** Null: no such kind in this pack, such as one from an organisation's own. */
export const hearingKind = (id: string): HearingKind | null => hearingKinds.find(kind => kind.id === id) ?? null
