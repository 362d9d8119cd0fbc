import * as z from 'zod'
import { CalendarDay } from '../kernel/dates.ts'
import pack from './bundle-profiles.json' with { type: 'json' }

export const BundleProfileId = z.enum(['general', 'family'])
export type BundleProfileId = z.infer<typeof BundleProfileId>

/** How one kind of court wants its bundle. Where the number stands is our own choice: the guidance asks only for a number. */
export const BundleProfile = z.strictObject({
  id: BundleProfileId,
  label: z.string().min(1).max(80),
  /** The numbering in a sentence, of our own wording. */
  says: z.string().min(1).max(200),
  numbering: z.enum(['whole-bundle', 'by-section']),
  /** The index's own pages: part of the count, or i, ii, iii before it. */
  indexNumbers: z.enum(['counted', 'roman']),
  stamp: z.strictObject({ corner: z.enum(['bottom-right', 'top-right']), points: z.number().min(10).max(20) }),
  /** Pages without permission. Null: no limit is known. */
  pageLimit: z.int().positive().nullable(),
  /** More pages than that stop a bundle from being filed, rather than ask for a second look. */
  pageLimitBlocks: z.boolean(),
  /** What a court's system takes, in millions of bytes. Null: no limit is known. */
  megabyteLimit: z.int().positive().nullable(),
  pictureDpi: z.strictObject({ least: z.int().positive(), most: z.int().positive() }),
  /** What a new bundle begins with: a person changes them as they like. */
  usualSections: z.strictObject({
    titles: z.array(z.string().min(1).max(80)).min(1),
    source: z.string().min(1),
    status: z.enum(['verified', 'secondary', 'unverified']),
  }),
  effectiveFrom: CalendarDay,
  effectiveTo: CalendarDay.nullable(), // both days included
  source: z.string().min(1),
  status: z.enum(['verified', 'secondary', 'unverified']),
})
export type BundleProfile = z.infer<typeof BundleProfile>

export const BundleProfilePack = z.strictObject({
  pack: z.literal('bundle-profiles'),
  version: z.int(),
  profiles: z.array(BundleProfile),
})

const shipped = BundleProfilePack.parse(pack)
/** Which edition of the pack this Waymark carries: kept with every finished bundle. */
export const bundleProfilePackVersion = shipped.version

/**
 * The profile as it stands on the day of the hearing. No day: the one in force without an end. Null: no profile of this name
 * was in force then, so none is claimed.
 */
export const bundleProfileOn = (id: BundleProfileId, day: CalendarDay | null): BundleProfile | null =>
  shipped.profiles.find(
    profile =>
      profile.id === id &&
      (day === null
        ? profile.effectiveTo === null
        : profile.effectiveFrom <= day && (profile.effectiveTo === null || day <= profile.effectiveTo)),
  ) ?? null
