import type { Order } from '../../../shared/features/orders.ts'
import type { PlanState } from '../../../shared/features/safe-contact.ts'
import { UnsafeGap, UnsafeGrade, type UnsafeReason } from '../../../shared/features/today.ts'
import type { CalendarDay, Instant } from '../../../shared/kernel/dates.ts'
import type { EventId } from '../../../shared/kernel/ids.ts'
import type { RiskLevel } from '../../../shared/rules/instruments.ts'
import { orderGaps, orderState, type OrderGap } from '../../../shared/rules/order-state.ts'
import { unsafeRules } from '../../../shared/rules/unsafe.ts'

/** What of an order says how it stands. */
export type StandingOrder = Pick<
  Order,
  'id' | 'when' | 'kind' | 'starts' | 'expires' | 'served' | 'discharged' | 'replacedBy'
>
/** The assessment that says how a case stands, and what happened since. */
export type StandingRisk = {
  assessmentId: EventId
  level: RiskLevel | null
  nextReview: CalendarDay | null
  incidents: number
  breaches: number
}
/** What the reasons of one case are worked out from. */
export type CaseFacts = {
  plan: PlanState
  risk: StandingRisk | null
  orders: readonly StandingOrder[]
  /** The running silence of police about each open report. */
  silences: readonly { reportId: EventId; days: number; exact: boolean }[]
  /** Whether something is planned next. */
  planned: boolean
}
type Moment = { now: Instant; today: CalendarDay }

/** Why a case can't be left as it is on a day in London, the most pressing first. None: it can. */
export function unsafeReasons(facts: CaseFacts, moment: Moment): UnsafeReason[] {
  const high = facts.risk?.level === 'high'
  const reasons: UnsafeReason[] = [
    ...facts.orders.flatMap(order => orderReasons(order, moment)),
    ...riskReasons(facts.risk, moment.today),
  ]
  const { plan, silences } = facts
  if (plan !== 'current') {
    const unsure = plan === 'too-old' ? 'check' : 'soon'
    reasons.push({ why: 'safe-contact', grade: high ? 'now' : unsure, state: plan })
  }
  for (const silence of silences)
    if (silence.days >= unsafeRules.silenceDays)
      reasons.push({ why: 'police-silence', grade: high ? 'soon' : 'check', ...silence })
  if (!facts.planned) reasons.push({ why: 'no-next-action', grade: high ? 'soon' : 'check' })
  return reasons.toSorted((one, other) => pressing(one) - pressing(other))
}

const pressing = ({ grade }: UnsafeReason): number => UnsafeGrade.options.indexOf(grade)

function riskReasons(risk: StandingRisk | null, today: CalendarDay): UnsafeReason[] {
  if (risk === null) return [{ why: 'not-assessed', grade: 'soon' }]
  const { assessmentId, level, nextReview, incidents, breaches } = risk
  const high = level === 'high'
  const found: UnsafeReason[] = []
  if (incidents + breaches > 0)
    found.push({
      ...{ why: 'happened-since', grade: high || breaches > 0 ? 'now' : 'soon' },
      ...{ assessmentId, incidents, breaches },
    })
  if (nextReview !== null && nextReview <= today)
    found.push({ why: 'review-due', grade: high ? 'now' : 'soon', assessmentId, on: nextReview })
  if (nextReview === null && high) found.push({ why: 'no-review-day', grade: 'soon', assessmentId })
  return found
}

/** Of the gaps of an order those that somebody can close: what it is by its kind is no reason to stay. */
function orderReasons(order: StandingOrder, { now }: Moment): UnsafeReason[] {
  const { lastDay, daysLeft } = orderState(order, now)
  const atOnce = daysLeft !== null && daysLeft <= unsafeRules.endsAtOnceDays
  const grades: Record<UnsafeGap, UnsafeGrade> = {
    unserved: 'now',
    'service-unknown': 'soon',
    'ends-now-soon': atOnce ? 'now' : 'soon',
    expired: 'now',
  }
  const { id: orderId, kind } = order
  return orderGaps(order, now)
    .filter(gap => isUnsafe(gap))
    .map(gap => ({ why: 'order', grade: grades[gap], orderId, kind, gap, lastDay }))
}
const isUnsafe = (gap: OrderGap): gap is UnsafeGap => UnsafeGap.options.some(one => one === gap)

const weights: Record<RiskLevel, number> = { high: 0, medium: 2, standard: 3 }
const notKnown = 1 // nobody knows how dangerous it is, which is no reason for calm

/**
 * Where a case stands among those that are unsafe to leave, as text to sort by: by its most pressing reason, then by its risk,
 * then by how many reasons there are for now, then by how many in all.
 */
export function rankOf(reasons: readonly UnsafeReason[], level: RiskLevel | null): string {
  const forNow = reasons.filter(({ grade }) => grade === 'now').length
  const worst = Math.min(...reasons.map(pressing))
  const fewer = (many: number): string => String(999 - Math.min(many, 999)).padStart(3, '0')
  return [worst, level === null ? notKnown : weights[level], fewer(forNow), fewer(reasons.length)].join('-')
}
