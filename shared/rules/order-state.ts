import type { Order, OrderDraft, OrderReminder } from '../features/orders.ts'
import { london, type CalendarDay, type Instant } from '../kernel/dates.ts'
import { addDays, addMonths, dayOf, daysBetween, startOfDay } from '../kernel/uk-dates.ts'
import { justBefore, spanOf } from '../kernel/when-span.ts'
import { orderKindOf, orderReminderRules as rules } from './order-kinds.ts'

type Dated = Pick<OrderDraft, 'when' | 'kind' | 'starts' | 'expires' | 'served' | 'discharged'>

/**
 * `in-force`: and served, as far as that is needed. `unserved`: in force on paper, but service is missing or not known.
 * `no-protection`: a kind without any conditions, such as release under investigation. `end-unknown`: may have run out.
 */
export type OrderStateName =
  'in-force' | 'unserved' | 'not-yet-in-force' | 'end-unknown' | 'no-protection' | 'expired' | 'discharged'
export type OrderState = {
  name: OrderStateName
  ended: boolean
  lasts: OrderDraft['expires']['is']
  /** The last day on which it is in force, where it has one. */
  lastDay: CalendarDay | null
  /** Whole days from today to the last day: 0 on the last day itself, null without an end or after it. */
  daysLeft: number | null
  endingSoon: boolean
}

/** How an order stands at a moment. From the moment it ends on it never counts as in force. London's calendar. */
export function orderState(order: Dated, now: Instant): OrderState {
  const { expires, discharged } = order
  const today = dayOf(now, london)
  const lastDay = lastDayOf(order)
  const expired = expires.is === 'at' && expires.at <= now
  const ended = expired || (discharged !== null && discharged.on <= today)
  const daysLeft = lastDay === null || ended ? null : daysBetween(today, lastDay)
  return {
    name: nameOf(order, { now, today, expired }),
    ended,
    lasts: expires.is,
    lastDay,
    daysLeft,
    endingSoon: daysLeft !== null && daysLeft <= rules.endingSoonDays,
  }
}

type Moment = { now: Instant; today: CalendarDay; expired: boolean }
function nameOf({ kind, starts, expires, served, discharged }: Dated, { now, today, expired }: Moment): OrderStateName {
  if (discharged !== null && discharged.on <= today) return 'discharged'
  if (expired) return 'expired'
  if (orderKindOf(kind)?.nature === 'gap') return 'no-protection'
  if (starts !== null && startOfDay(starts, london) > now) return 'not-yet-in-force'
  if (expires.is === 'unknown') return 'end-unknown'
  return serviceMissing({ kind, served }) ? 'unserved' : 'in-force'
}

/** Whether a breach may fail for want of service: not served, or not known to be where the kind needs it. */
export function serviceMissing({ kind, served }: Pick<OrderDraft, 'kind' | 'served'>): boolean {
  const found = orderKindOf(kind)
  const needed = found === undefined || found.serviceNeededForBreach || found.awarenessRule
  return served.known === 'no' || (served.known === 'unknown' && needed)
}

/** The last day on which an order is in force; null where its end is no date. */
export const lastDayOf = ({ expires }: Pick<OrderDraft, 'expires'>): CalendarDay | null =>
  expires.is === 'at' ? dayOf(justBefore(expires.at), london) : null

export type OrderGap =
  'unserved' | 'service-unknown' | 'promise-only' | 'no-conditions' | 'ends-now-soon' | 'end-unknown' | 'expired'

/** What leaves the client less protected than a list of orders suggests. An order that ran out and was replaced is no gap. */
export function orderGaps(order: Dated & Pick<Order, 'replacedBy'>, now: Instant): OrderGap[] {
  const state = orderState(order, now)
  const { nature } = orderKindOf(order.kind) ?? {}
  if (state.name === 'expired') return isRecent(order, state, now) ? ['expired'] : []
  if (state.ended) return []
  if (nature === 'gap') return ['no-conditions']
  const gaps: OrderGap[] = []
  if (serviceMissing(order)) gaps.push(order.served.known === 'no' ? 'unserved' : 'service-unknown')
  if (nature === 'promise') gaps.push('promise-only')
  if (state.daysLeft !== null && state.daysLeft <= rules.gapDays) gaps.push('ends-now-soon')
  if (state.lasts === 'unknown') gaps.push('end-unknown')
  return gaps
}

function isRecent({ replacedBy }: Pick<Order, 'replacedBy'>, { lastDay }: OrderState, now: Instant): boolean {
  if (replacedBy !== null || lastDay === null) return false
  return daysBetween(lastDay, dayOf(now, london)) <= rules.endedRecentlyDays
}

type Reminded = Pick<Order, 'id' | 'when' | 'kind' | 'expires' | 'returnDate' | 'discharged' | 'arrestedOn'>
type Window = { from: CalendarDay; to: CalendarDay }

/** The days from `from` to `to`, both included, on which an order wants attention, soonest first. None once it is discharged. */
export function orderReminders(order: Reminded, { from, to }: Window): OrderReminder[] {
  const { id, kind, expires, returnDate, discharged } = order
  if (discharged !== null) return []
  const made = spanOf(order.when)
  const madeDay = made === null ? null : dayOf(made.first, london)
  const found: OrderReminder[] = []
  const add = (on: CalendarDay, what: OrderReminder['what'], amount: number) => {
    const afterMade = madeDay === null || on > madeDay || what === 'return-date'
    if (afterMade && on >= from && on <= to) found.push({ orderId: id, on, what, amount })
  }
  if (returnDate !== null) add(returnDate, 'return-date', 0)
  const lastDay = lastDayOf(order)
  if (lastDay !== null) for (const days of rules.daysBeforeEnd) add(addDays(lastDay, -days), 'before-end', days)
  if (expires.is === 'until-further-order' && madeDay !== null)
    for (const [index, on] of reviews(madeDay, to).entries()) add(on, 'review', (index + 1) * rules.reviewEveryMonths)
  for (const { on, months } of bailEnds({ kind, arrestedOn: order.arrestedOn })) add(on, 'bail-point', months)
  return found.toSorted((a, b) => a.on.localeCompare(b.on))
}

function reviews(made: CalendarDay, to: CalendarDay): CalendarDay[] {
  const days: CalendarDay[] = []
  for (let months = rules.reviewEveryMonths; ; months += rules.reviewEveryMonths) {
    const on = addMonths(made, months)
    if (on > to) return days
    days.push(on)
  }
}

/** The last day of bail under each officer's power: months counted with the day after arrest as their first day. */
export function bailEnds({ kind, arrestedOn }: Pick<OrderDraft, 'kind' | 'arrestedOn'>) {
  if (arrestedOn === null) return []
  const first = addDays(arrestedOn, 1)
  return (orderKindOf(kind)?.bailPoints ?? []).map(({ months, says }) => ({
    months,
    says,
    on: addDays(addMonths(first, months), -1),
  }))
}

/** By when the respondent must have told police what the kind demands; null where nothing is demanded or the day not known. */
export function notifyBy({ kind, when, served }: Pick<OrderDraft, 'kind' | 'when' | 'served'>): CalendarDay | null {
  const demanded = orderKindOf(kind)?.notification
  if (!demanded) return null
  const from = demanded.from === 'made' ? when : served.at
  const span = from === null ? null : spanOf(from)
  return span === null ? null : addDays(dayOf(span.first, london), demanded.days - 1)
}
