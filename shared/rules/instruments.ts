import * as z from 'zod'
import { CalendarDay } from '../kernel/dates.ts'
import topics24 from './instruments/topics-24.json' with { type: 'json' }
import topics11 from './instruments/topics-11.json' with { type: 'json' }
import professionalJudgement from './instruments/professional-judgement.json' with { type: 'json' }

/** From the lightest to the heaviest. */
export const RiskLevel = z.enum(['standard', 'medium', 'high'])
export type RiskLevel = z.infer<typeof RiskLevel>
/** "Don't know" and "not asked" are answers of their own and never count as "no". */
export const ItemAnswer = z.enum(['yes', 'no', 'dont-know', 'not-asked'])
export type ItemAnswer = z.infer<typeof ItemAnswer>

const name = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(60)
export const InstrumentId = name.brand<'InstrumentId'>()
export type InstrumentId = z.infer<typeof InstrumentId>
/** Stable for good across the versions of a form, so that an earlier answer can stand beside a new one. */
export const ItemId = name.brand<'ItemId'>()
export type ItemId = z.infer<typeof ItemId>

const InstrumentItem = z.strictObject({
  id: ItemId,
  label: z.string().trim().min(1).max(600),
  /** Items of one group stand together under its name. */
  group: z.string().trim().min(1).max(80),
})
/** A level begins at so many points. */
const Band = z.strictObject({
  level: RiskLevel,
  from: z.int().min(0).max(100_000),
  status: z.enum(['verified', 'secondary', 'unverified']),
  source: z.string().trim().min(1).max(300),
})
const everyOnce = (values: readonly unknown[]): boolean => new Set(values).size === values.length
const ascending = (numbers: readonly number[]): boolean =>
  numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? 0))

/** A risk form as data: our own short labels, or an organisation's licensed wording. `version` and `id` name it for good. */
export const Instrument = z
  .strictObject({
    id: InstrumentId,
    version: z.int().min(1).max(1_000_000),
    title: z.string().trim().min(1).max(120),
    /** First and last day on which it may be asked; null for no limit. */
    effectiveFrom: CalendarDay.nullable(),
    effectiveTo: CalendarDay.nullable(),
    source: z.string().trim().min(1).max(500),
    status: z.enum(['verified', 'secondary', 'unverified']),
    /** Whose wording this is and on which terms. */
    licence: z.string().trim().min(1).max(500),
    items: z.array(InstrumentItem).max(200),
    /** Null: nothing is counted into points, the level is a judgement alone. */
    scoring: z.strictObject({ pointsPerYes: z.int().min(1).max(100) }).nullable(),
    bands: z.array(Band).max(3),
    /** When to ask again at the latest; null where only events say so. */
    reviewAfterDays: z.int().min(1).max(3_660).nullable(),
  })
  .refine(({ items, scoring }) => items.length > 0 || scoring === null, { error: 'instrument-empty', path: ['items'] })
  .refine(({ items }) => everyOnce(items.map(({ id }) => id)), { error: 'item-twice', path: ['items'] })
  .refine(({ bands, scoring }) => bands.length === 0 || scoring !== null, {
    error: 'bands-without-points',
    path: ['bands'],
  })
  .refine(({ bands }) => everyOnce(bands.map(({ from }) => from)) && everyOnce(bands.map(({ level }) => level)), {
    error: 'bands-overlap',
    path: ['bands'],
  })
  .refine(
    ({ bands }) =>
      !everyOnce(bands.map(({ from }) => from)) ||
      (ascending(bands.map(({ from }) => from)) &&
        ascending(bands.map(({ level }) => RiskLevel.options.indexOf(level) + 1))),
    { error: 'bands-not-ascending', path: ['bands'] },
  )
  .refine(
    ({ bands, items, scoring }) =>
      bands.every(({ from }) => from <= items.length * (scoring?.pointsPerYes ?? Infinity)),
    { error: 'band-beyond-points', path: ['bands'] },
  )
  .refine(
    ({ effectiveFrom, effectiveTo }) => effectiveFrom === null || effectiveTo === null || effectiveFrom <= effectiveTo,
    { error: 'range-backwards', path: ['effectiveTo'] },
  )
export type Instrument = z.infer<typeof Instrument>

/** What comes with the app: own short labels only. A test holds each to the schema, so nothing is parsed at the start. */
export const bundledInstruments = [topics24, topics11, professionalJudgement] as unknown as readonly Instrument[] // as above

/** Whether a form may be asked on a day. */
export const isInEffect = ({ effectiveFrom, effectiveTo }: Instrument, day: CalendarDay): boolean =>
  (effectiveFrom === null || effectiveFrom <= day) && (effectiveTo === null || day <= effectiveTo)

const Count = z.int().nonnegative()
/**
 * The answers counted. Never a prediction: `band` is what the form says of the yes answers alone, `couldBe` what it would say
 * if all that was not asked or not known were yes.
 */
export const Score = z.strictObject({
  items: Count,
  yes: Count,
  no: Count,
  dontKnow: Count,
  notAsked: Count,
  points: Count.nullable(),
  band: RiskLevel.nullable(),
  couldBe: RiskLevel.nullable(),
})
export type Score = z.infer<typeof Score>

type Answered = { item: ItemId; answer: ItemAnswer }
/** Counts the answers to a form. An item without an answer was not asked; where nothing was asked there is no band. */
export function scoreOf({ items, scoring, bands }: Instrument, answers: readonly Answered[]): Score {
  const given = new Map(answers.map(({ item, answer }) => [item, answer]))
  const many = (wanted: ItemAnswer): number =>
    items.filter(({ id }) => (given.get(id) ?? 'not-asked') === wanted).length
  const [yes, no, dontKnow, notAsked] = [many('yes'), many('no'), many('dont-know'), many('not-asked')]
  const bandFrom = (points: number): RiskLevel | null => bands.findLast(({ from }) => from <= points)?.level ?? null
  const each = scoring?.pointsPerYes ?? 0
  const asked = notAsked < items.length
  return {
    ...{ items: items.length, yes, no, dontKnow, notAsked },
    points: scoring === null ? null : yes * each,
    band: asked ? bandFrom(yes * each) : null,
    couldBe: asked ? bandFrom((yes + dontKnow + notAsked) * each) : null,
  }
}
