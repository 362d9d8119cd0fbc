import * as z from 'zod'
import { command, query, savedOrConflict } from '../kernel/call.ts'
import { CalendarDay, Instant, london } from '../kernel/dates.ts'
import { EventStamp, Page, pageOf, Revision, When } from '../kernel/event.ts'
import { CaseId, EventId, PersonId, UserId } from '../kernel/ids.ts'
import { known } from '../kernel/known.ts'
import { dayOf, startOfDay } from '../kernel/uk-dates.ts'
import { certainlyBefore, spanOf } from '../kernel/when-span.ts'
import { orderKindOf } from '../rules/order-kinds.ts'

const text = (limit: number) => z.string().trim().min(1).max(limit)
/** Yes, no, or nobody knows: three answers, none of them a blank. */
export const YesNo = z.enum(['yes', 'no', 'unknown'])
export type YesNo = z.infer<typeof YesNo>

export const OrderKindId = z.string().refine(id => orderKindOf(id) !== undefined, { error: 'no-such-order-kind' })

/** A person of the case, or a name written out: exactly one of the two. */
export const Party = z
  .strictObject({ personId: PersonId.nullable(), name: text(160).nullable() })
  .refine(party => (party.personId === null) !== (party.name === null), { error: 'person-or-name', path: ['name'] })
export type Party = z.infer<typeof Party>

/** One term, word for word as the order has it, under the number that the order gives it. */
export const OrderTerm = z.strictObject({ number: text(12), text: text(4_000) })
export type OrderTerm = z.infer<typeof OrderTerm>

/** Whether the respondent got the order. `at` goes with yes, and may itself be an unknown date. */
export const Service = z.strictObject({
  known: z.enum(['yes', 'no', 'unknown', 'not-needed']),
  at: When.nullable(),
  how: text(300).nullable(),
  by: text(160).nullable(),
})
export type Service = z.infer<typeof Service>

/**
 * When an order ends. `at`: from that moment on it is no longer in force. Without an hour it lasts to the end of its last day
 * in London, so `at` is where the next day begins.
 */
export const Expiry = z.discriminatedUnion('is', [
  z
    .strictObject({ is: z.literal('at'), at: Instant, hourKnown: z.boolean() })
    .refine(({ at, hourKnown }) => hourKnown || at === startOfDay(dayOf(at, london), london), {
      error: 'expiry-is-a-day',
      path: ['at'],
    }),
  z.strictObject({ is: z.literal('until-further-order') }),
  z.strictObject({ is: z.literal('event'), event: text(300) }),
  z.strictObject({ is: z.literal('unknown') }),
])
export type Expiry = z.infer<typeof Expiry>

const change = z.strictObject({ on: CalendarDay, how: text(500) })

const orderShape = {
  /** When it was made. */
  when: When,
  kind: OrderKindId,
  /** The court, or who gave it. */
  issuer: known(text(160)),
  caseNumber: text(60).nullable(),
  notice: z.enum(['on-notice', 'without-notice', 'unknown', 'not-needed']),
  respondent: known(Party),
  protects: z.array(Party).max(30),
  terms: z.array(OrderTerm).max(100),
  /** The first day on which it is in force; null: from when it was made. */
  starts: CalendarDay.nullable(),
  expires: Expiry,
  served: Service,
  policeNotified: z.strictObject({ known: YesNo, on: CalendarDay.nullable(), reference: text(60).nullable() }),
  /** The terms to which a power of arrest is attached, as the order says it. */
  powerOfArrest: text(300).nullable(),
  returnDate: CalendarDay.nullable(),
  /** The older order that this one takes the place of. */
  replaces: EventId.nullable(),
  discharged: change.nullable(),
  varied: change.nullable(),
  /** For police bail: its time runs from the day after this one. */
  arrestedOn: CalendarDay.nullable(),
  note: text(4_000).nullable(),
}
type OrderShape = z.infer<z.ZodObject<typeof orderShape>>
type Problem = { field: keyof OrderShape; rule: string }

/** What can't be true of an order, by field: the same for the store, the form and the command line. */
export function orderProblems(order: OrderShape): Problem[] {
  const { when, kind, terms, served, starts, expires, returnDate, discharged, varied, policeNotified } = order
  const made = spanOf(when)
  const madeDay = made === null ? null : dayOf(made.first, london)
  const found: Problem[] = []
  const says = (field: Problem['field'], rule: string, wrong: boolean) => void (wrong && found.push({ field, rule }))
  const beforeMade = (day: CalendarDay | null) => day !== null && madeDay !== null && day < madeDay
  const begins = starts === null ? made?.first : startOfDay(starts, london)
  const numbers = terms.map(term => term.number.toLowerCase())
  says('kind', 'order-kind-disabled', orderKindOf(kind)?.status === 'disabled')
  says('terms', 'gap-has-no-terms', orderKindOf(kind)?.nature === 'gap' && terms.length > 0)
  says('terms', 'term-number-twice', new Set(numbers).size < numbers.length)
  says('starts', 'starts-before-made', beforeMade(starts))
  says('expires', 'ends-before-starts', expires.is === 'at' && begins !== undefined && expires.at <= begins)
  says('served', 'served-when-needed', served.known === 'yes' && served.at === null)
  const saysHow = served.at !== null || served.how !== null || served.by !== null
  says('served', 'not-served-so-no-details', served.known !== 'yes' && saysHow)
  says('served', 'served-before-made', served.at !== null && certainlyBefore(served.at, when))
  says('returnDate', 'before-made', beforeMade(returnDate))
  says('discharged', 'before-made', beforeMade(discharged?.on ?? null))
  says('varied', 'before-made', beforeMade(varied?.on ?? null))
  const { on, reference } = policeNotified
  says('policeNotified', 'not-told-so-no-details', policeNotified.known !== 'yes' && (on ?? reference) !== null)
  says('policeNotified', 'before-made', beforeMade(on))
  return found
}

/** What a person fills in: the same for a new order, an edit, a draft and the command line. */
export const OrderDraft = z.strictObject(orderShape).superRefine((order, context) => {
  for (const { field, rule } of orderProblems(order)) context.addIssue({ code: 'custom', message: rule, path: [field] })
})
export type OrderDraft = z.infer<typeof OrderDraft>

/** What the store works out: breaches that stand, and the newer order that takes this one's place. */
const workedOut = { breaches: z.int().nonnegative(), replacedBy: EventId.nullable() }

export const Order = z.strictObject({ ...orderShape, ...EventStamp.shape, ...workedOut })
export type Order = z.infer<typeof Order>

const { when, kind, issuer, caseNumber, notice, starts, expires, served, returnDate, discharged, arrestedOn } =
  orderShape
/** An order in a list: what says how it stands, but no term, since terms name addresses. */
export const OrderRow = z.strictObject({
  ...{ when, kind, issuer, caseNumber, notice, starts, expires, served, returnDate, discharged, arrestedOn },
  termNumbers: z.array(z.string()).max(100),
  ...EventStamp.shape,
  ...workedOut,
})
export type OrderRow = z.infer<typeof OrderRow>

/** Which orders to list: those that have not ended, those that have, or all, the former first. */
export const OrderFilter = z.strictObject({ show: z.enum(['all', 'current', 'ended']), withdrawn: z.boolean() })
export type OrderFilter = z.infer<typeof OrderFilter>

/** A day on which an order wants attention. `days` before its end, or `months` from the day after arrest. */
export const OrderReminder = z.strictObject({
  orderId: EventId,
  on: CalendarDay,
  what: z.enum(['return-date', 'before-end', 'review', 'bail-point']),
  amount: z.int().nonnegative(),
})
export type OrderReminder = z.infer<typeof OrderReminder>
export const DueReminder = z.strictObject({
  ...OrderReminder.shape,
  caseId: CaseId,
  clientName: z.string(),
  reference: z.string(),
  kind: OrderKindId,
})
export type DueReminder = z.infer<typeof DueReminder>

export const orderCalls = {
  'orders.record': command({
    input: z.strictObject({ caseId: CaseId, order: OrderDraft }),
    output: Order,
    event: 'order',
  }),
  'orders.update': command({
    input: z.strictObject({ id: EventId, revision: Revision, order: OrderDraft }),
    output: savedOrConflict(Order, OrderDraft),
    event: 'order',
  }),
  'orders.find': query({ input: z.strictObject({ id: EventId }), output: Order, tag: 'order' }),
  /** Those that have not ended come first, then the newest. */
  'orders.listForCase': query({
    input: z.strictObject({ caseId: CaseId, filter: OrderFilter, page: Page }),
    output: pageOf(OrderRow),
    tag: 'order',
  }),
  /** From `today` on, soonest first; 200 at most. */
  'orders.remindersForCase': query({
    input: z.strictObject({ caseId: CaseId, today: CalendarDay }),
    output: z.strictObject({ rows: z.array(OrderReminder).max(200) }),
    tag: 'order',
  }),
  /** Over all open cases: what falls within the pack's days before and after `today`, soonest first; 200 at most. Null: whoever owns the case. */
  'orders.dueSoon': query({
    input: z.strictObject({ today: CalendarDay, ownerId: UserId.nullable() }),
    output: z.strictObject({ rows: z.array(DueReminder).max(200) }),
    tag: 'today',
  }),
}
