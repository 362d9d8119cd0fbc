import type { Expiry, OrderDraft, Service } from '../features/orders.ts'
import { london, type Instant } from '../kernel/dates.ts'
import { dayOf, showDay, showMoment } from '../kernel/uk-dates.ts'
import { justBefore, spanOf } from '../kernel/when-span.ts'
import { orderKindOf, ruleCovers } from '../rules/order-kinds.ts'
import { orderState, type OrderGap } from '../rules/order-state.ts'
import { count, showWhen } from './when.ts'

/** Non-molestation order. What a kind that the pack no longer has is called is not known here. */
export const orderKindWords = (kind: string): string => orderKindOf(kind)?.label ?? 'Order of an unknown kind'

/** Non-molestation order, Family Court at Example. What timeline, search and history call it: no number, no address. */
export const orderTitle = ({ kind, issuer }: Pick<OrderDraft, 'kind' | 'issuer'>): string =>
  [orderKindWords(kind), issuer.value].filter(part => part !== null).join(', ')

const servedWords: Record<Service['known'], string> = {
  yes: 'Served',
  no: 'Not served yet',
  unknown: 'Not known',
  'not-needed': 'No service needed',
}
/** 30 Nov 2026, 16:00; end of 30 Nov 2026; until further order; until the final hearing. */
export function expiryLine(expires: Expiry): string {
  if (expires.is === 'until-further-order') return 'until further order'
  if (expires.is === 'event') return `until: ${expires.event}`
  if (expires.is === 'unknown') return 'end not known'
  if (expires.hourKnown) return showMoment(expires.at, london)
  return `end of ${showDay(dayOf(justBefore(expires.at), london))}`
}

/** What goes with the state: until end of 30 Nov 2026, 6 days left; since 3 Nov 2026. */
export function stateLine(order: Parameters<typeof orderState>[0], now: Instant): string {
  const { expires, discharged, starts } = order
  const state = orderState(order, now)
  if (state.name === 'discharged' && discharged) return `since ${showDay(discharged.on)}`
  if (state.name === 'expired') return `since ${expiryLine(expires)}`
  if (state.name === 'not-yet-in-force' && starts) return `from ${showDay(starts)}`
  if (expires.is !== 'at') return expiryLine(expires)
  const left = state.endingSoon && state.daysLeft !== null ? `, ${daysLeftWords(state.daysLeft)}` : ''
  return `until ${expiryLine(expires)}${left}`
}

/** ends today, 1 day left, 13 days left. */
const daysLeftWords = (days: number): string => (days === 0 ? 'ends today' : `${count(days, 'day')} left`)

/** Served 3 Nov 2026, 18:40; Not served yet; Service not known; No service needed. */
export function serviceLine({ known, at }: Service): string {
  if (known === 'yes') return at === null || at.from === null ? 'Served, date not known' : `Served ${showWhen(at)}`
  return known === 'unknown' ? 'Service not known' : servedWords[known]
}

/** What the gap means and what to do about it. */
export function gapSentence(gap: OrderGap, order: Parameters<typeof orderState>[0], now: Instant): string {
  const kind = orderKindOf(order.kind)
  const state = orderState(order, now)
  const renewal = kind?.renewal === undefined || kind.renewal === null ? '' : ` ${kind.renewal}`
  const sentences: Record<OrderGap, string> = {
    unserved: 'Not served yet. Until it is, a breach is hard to prove. Ask who serves it and by when.',
    'service-unknown': 'Nobody has said whether it was served. Ask for the certificate or statement of service.',
    'promise-only':
      'A promise to the court. Breaking it is contempt of court only: not a crime, and no power of arrest.',
    'no-conditions': kind?.check ?? 'No conditions protect the client.',
    'ends-now-soon': `${sentenceCase(daysLeftWords(state.daysLeft ?? 0))}: ${expiryLine(order.expires)}.${renewal}`,
    'end-unknown': 'Its end is not recorded, so it may have run out. Look it up in the order.',
    expired: `Expired, ${expiryLine(order.expires)}. It protects nobody now. Ask what has taken its place.`,
  }
  return sentences[gap]
}

/** Why what the pack says of a kind may not hold for an order made then. Null: nothing to say. */
export function kindCaution(order: Pick<OrderDraft, 'kind' | 'when'>): string | null {
  const kind = orderKindOf(order.kind)
  const made = spanOf(order.when)
  if (!kind || made === null || ruleCovers(kind, dayOf(made.first, london)) !== false) return null
  const { effectiveFrom, effectiveTo } = kind
  const from = effectiveFrom === null ? null : `from ${showDay(effectiveFrom)}`
  const to = effectiveTo === null ? null : `to ${showDay(effectiveTo)}`
  return `What stands here of this kind was checked only ${[from, to].filter(Boolean).join(' ')}. Check what held on the day it was made.`
}

const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
