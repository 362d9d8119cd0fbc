import * as z from 'zod'
import { CalendarDay } from '../kernel/dates.ts'
import pack from './order-kinds.json' with { type: 'json' }

/** How long an order of a kind can last: to a date, until the court says otherwise, or until something happens. */
export const OrderLength = z.enum(['at', 'until-further-order', 'event'])

/** One kind of protective order in our own words, with the source and how far it was checked (domain-verified 2f). */
export const OrderKind = z.strictObject({
  id: z.string().regex(/^ORD-[A-Z0-9]{2,12}$/),
  group: z.string().min(1).max(40),
  label: z.string().min(1).max(80),
  /** `order`: made or imposed. `promise`: given to a court, no crime to break. `gap`: no protection at all. */
  nature: z.enum(['order', 'promise', 'gap']),
  applicant: z.string().min(1).max(120),
  court: z.string().min(1).max(120),
  lasts: z.array(OrderLength).min(1),
  length: z.string().min(1).max(200),
  breach: z.string().min(1).max(200),
  crimeToBreak: z.enum(['yes', 'no', 'unknown']),
  /** A breach is hard to prove unless the order was served. */
  serviceNeededForBreach: z.boolean(),
  /** Made without notice it binds only somebody who knew of it. */
  awarenessRule: z.boolean(),
  canRenew: z.enum(['yes', 'no', 'unknown']),
  renewal: z.string().min(1).max(200).nullable(),
  /** What the respondent must tell police: so many days, the day it counts from being the first. */
  notification: z
    .strictObject({ days: z.int().min(1), from: z.enum(['service', 'made']), says: z.string().min(1).max(120) })
    .nullable(),
  /** When bail ends unless it is extended: whole months that begin on the day after arrest. */
  bailPoints: z.array(z.strictObject({ months: z.int().min(1), says: z.string().min(1).max(120) })),
  /** What to look at before relying on this kind. */
  check: z.string().min(1).max(200).nullable(),
  /** First and last day on which what stands here was known to be the law; null where that was not looked up. */
  effectiveFrom: CalendarDay.nullable(),
  effectiveTo: CalendarDay.nullable(),
  source: z.string().min(1),
  status: z.enum(['verified', 'secondary', 'unverified', 'disabled']),
})
export type OrderKind = z.infer<typeof OrderKind>

export const OrderKindPack = z
  .strictObject({
    pack: z.literal('order-kinds'),
    version: z.int(),
    effectiveFrom: CalendarDay,
    effectiveTo: CalendarDay.nullable(),
    reminders: z.strictObject({
      daysBeforeEnd: z.array(z.int().min(1)),
      reviewEveryMonths: z.int().min(1),
      /** How many days before its end an order counts as ending soon, and from when on that is a gap. */
      endingSoonDays: z.int().min(1),
      gapDays: z.int().min(1),
      /** How far ahead, and how far back, a reminder is due. */
      dueSoonDays: z.int().min(1),
      /** How long an order that has run out is still shown as a gap. */
      endedRecentlyDays: z.int().min(1),
    }),
    kinds: z.array(OrderKind),
  })
  .refine(({ kinds }) => new Set(kinds.map(({ id }) => id)).size === kinds.length, { error: 'kind-twice' })

/** What comes with the app. A test holds it to the schema, so nothing is parsed at the start. */
export const orderKinds: readonly OrderKind[] = pack.kinds as OrderKind[] // held to the schema by a test
export const orderReminderRules: z.infer<typeof OrderKindPack>['reminders'] = pack.reminders

const byId = new Map(orderKinds.map(kind => [kind.id, kind]))
/** The kind of that id; undefined where the pack has none. */
export const orderKindOf = (id: string): OrderKind | undefined => byId.get(id)

/** Whether what the pack says about a kind was the law on that day. Null: nobody looked up when it was. */
export function ruleCovers({ effectiveFrom, effectiveTo }: OrderKind, day: CalendarDay): boolean | null {
  if (effectiveFrom === null && effectiveTo === null) return null
  return (effectiveFrom === null || effectiveFrom <= day) && (effectiveTo === null || day <= effectiveTo)
}
