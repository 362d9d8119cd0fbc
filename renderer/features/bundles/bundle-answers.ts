import * as z from 'zod'
import { BundleDraft, BundleSection } from '../../../shared/features/bundles.ts'
import { EventId } from '../../../shared/kernel/ids.ts'
import { BundleProfileId, bundleProfileOn } from '../../../shared/rules/bundle-profiles.ts'
import { dayToTyped } from '../../ui/typed-dates.ts'
import { readerOf } from '../../ui/typed-answers.ts'

const text = z.string().nullable()
/** Ids stay ids in the form: a schema with a brand would take any text for one. */
const as = <Value>(schema: z.ZodType<Value>) => z.custom<Value>(value => schema.safeParse(value).success)
const Typed = z.strictObject({
  revision: z.int().nonnegative(),
  title: text,
  profile: text,
  court: text,
  caseNumber: text,
  hearingId: as(EventId.nullable()),
  hearingDay: text,
  sections: as(z.array(BundleSection)),
})
export type TypedBundle = z.infer<typeof Typed>

/** The answers as typed, new, in an edit and a draft alike; `revision` is the one they started from. */
export const BundleAnswers = Typed.transform((typed, context) => {
  const read = readerOf(context)
  const day = read.day('hearingDay', typed.hearingDay)
  const profile = read.chosen('profile', BundleProfileId, {
    ...{ typed: typed.profile, sentence: 'Choose which kind of court it is for.' },
  })
  if (profile !== null && bundleProfileOn(profile, day) === null) read.says('hearingDay', 'no-profile-then')
  const draft = {
    title: read.needed('title', typed.title, { limit: 200, sentence: 'Write a title.' }),
    profile,
    court: read.words('court', typed.court, 200),
    caseNumber: read.words('caseNumber', typed.caseNumber, 80),
    ...{ hearingId: typed.hearingId, hearingDay: day, sections: typed.sections },
  }
  if (read.failed()) return z.NEVER
  const bundle = BundleDraft.safeParse(draft)
  for (const issue of bundle.error?.issues ?? []) read.says('sections', issue.message)
  return bundle.success ? { revision: typed.revision, bundle: bundle.data } : z.NEVER
})

/** A stored bundle as it would have been typed, to be corrected from this revision on. */
export const bundleToTyped = (bundle: BundleDraft, revision: number): TypedBundle => {
  const { title, profile, court, caseNumber, hearingId, hearingDay, sections } = bundle
  return { revision, title, profile, court, caseNumber, hearingId, sections, hearingDay: dayToTyped(hearingDay) }
}

/** Whether two states of the form say the same, whichever record they started from. */
export const sameAnswers = (one: TypedBundle, other: TypedBundle): boolean =>
  JSON.stringify({ ...one, revision: 0 }) === JSON.stringify({ ...other, revision: 0 })
