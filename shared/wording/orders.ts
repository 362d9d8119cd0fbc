import type { DueReminder, Expiry, Order, OrderDraft, OrderReminder, Service, YesNo } from '../features/orders.ts'
import { london, type Instant } from '../kernel/dates.ts'
import { dayOf, showDay, showMoment } from '../kernel/uk-dates.ts'
import { justBefore, spanOf } from '../kernel/when-span.ts'
import { orderKindOf, ruleCovers, type OrderKind } from '../rules/order-kinds.ts'
import { bailEnds, orderState, type OrderGap, type OrderState, type OrderStateName } from '../rules/order-state.ts'
import { count, showWhen } from './when.ts'

export const yesNoWords: Record<YesNo, string> = { yes: 'Yes', no: 'No', unknown: 'Not known' }

/** Non-molestation order. What a kind that the pack no longer has is called is not known here. */
export const orderKindWords = (kind: string): string => orderKindOf(kind)?.label ?? 'Order of an unknown kind'

/** Non-molestation order, Family Court at Example. What timeline, search and history call it: no number, no address. */
export const orderTitle = ({ kind, issuer }: Pick<OrderDraft, 'kind' | 'issuer'>): string =>
  [orderKindWords(kind), issuer.value].filter(part => part !== null).join(', ')

export const ruleStatusWords: Record<OrderKind['status'], string> = {
  verified: 'Checked against the law',
  secondary: 'From a source that restates the law',
  unverified: 'Not checked',
  disabled: 'Not in force',
}

export const noticeWords: Record<OrderDraft['notice'], string> = {
  'on-notice': 'Yes, the respondent was told of the hearing',
  'without-notice': 'No, made without notice',
  unknown: 'Not known',
  'not-needed': 'No hearing of that sort',
}
export const servedWords: Record<Service['known'], string> = {
  yes: 'Served',
  no: 'Not served yet',
  unknown: 'Not known',
  'not-needed': 'No service needed',
}
export const expiryWords: Record<Expiry['is'], string> = {
  at: 'On a date',
  'until-further-order': 'Until further order',
  event: 'When something happens',
  unknown: 'Not known',
}

/** Every question, word for word as the form, the versions and the conflict screen say it. */
export const orderQuestions: Record<keyof OrderDraft, string> = {
  kind: 'Kind of order',
  issuer: 'Court, or who gave it',
  when: 'When it was made',
  served: 'Was it served on the respondent?',
  expires: 'When it ends',
  terms: 'Terms, word for word',
  protects: 'People it protects',
  respondent: 'Who it is against',
  starts: 'First day in force',
  notice: 'Was the respondent given notice?',
  caseNumber: 'Court case number',
  policeNotified: 'Do police have it?',
  powerOfArrest: 'Power of arrest',
  returnDate: 'Return or review date',
  arrestedOn: 'Arrested on',
  replaces: 'Order it replaces',
  discharged: 'Discharged or ended early',
  varied: 'Varied',
  note: 'Note',
}

export const orderHints = {
  issuer: 'As the order has it, such as Family Court at Example.',
  served: 'Without service a breach is hard to prove. Ask for the certificate or statement of service.',
  servedHow: 'In person, by email, by a process server: and what proves it.',
  expires: 'A day without an hour lasts until midnight at its end.',
  terms: 'Copy each term exactly, under the number in the order. Things the respondent must do are terms too.',
  protects: 'Only those whom the order names.',
  otherProtects: 'One name on each line.',
  starts: 'Leave empty if it was in force from when it was made.',
  police: 'Officers at the door act on what their system shows.',
  powerOfArrest: 'The terms it is attached to, as the order says it. Leave empty if none.',
  returnDate: 'Leave empty if there is none.',
  arrestedOn: 'Police bail runs from the day after arrest.',
  replaces: 'If the older order has ended, say so there as well.',
  discharged: 'Leave empty while it stands.',
  varied: 'If its terms changed, correct the terms as well: the earlier ones stay in the versions.',
} as const

/** 30 Nov 2026, 16:00; end of 30 Nov 2026; until further order; until the final hearing. */
export function expiryLine(expires: Expiry): string {
  if (expires.is === 'until-further-order') return 'until further order'
  if (expires.is === 'event') return `until: ${expires.event}`
  if (expires.is === 'unknown') return 'end not known'
  if (expires.hourKnown) return showMoment(expires.at, london)
  return `end of ${showDay(dayOf(justBefore(expires.at), london))}`
}

const stateWords: Record<OrderStateName, string> = {
  'in-force': 'In force',
  unserved: 'In force on paper',
  'not-yet-in-force': 'Not in force yet',
  'end-unknown': 'May have ended',
  'no-protection': 'No conditions',
  expired: 'Expired',
  discharged: 'Discharged',
}
export const orderStateWords = ({ name }: Pick<OrderState, 'name'>): string => stateWords[name]

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
export const daysLeftWords = (days: number): string => (days === 0 ? 'ends today' : `${count(days, 'day')} left`)

/** Served 3 Nov 2026, 18:40; Not served yet; Service not known; No service needed. */
export function serviceLine({ known, at }: Service): string {
  if (known === 'yes') return at === null || at.from === null ? 'Served, date not known' : `Served ${showWhen(at)}`
  return known === 'unknown' ? 'Service not known' : servedWords[known]
}

const gapWords: Record<OrderGap, string> = {
  unserved: 'not served',
  'service-unknown': 'service not known',
  'promise-only': 'undertaking only',
  'no-conditions': 'no conditions',
  'ends-now-soon': 'ends soon',
  'end-unknown': 'end not known',
  expired: 'expired',
}
/** In two words, for the case header. */
export const gapShort = (gap: OrderGap): string => gapWords[gap]

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

/** Days as of today on which bail runs out unless it is extended: 3 months, end of 1 Feb 2027, and what happens then. */
export const bailLines = (order: Pick<OrderDraft, 'kind' | 'arrestedOn'>): { label: string; value: string }[] =>
  bailEnds(order).map(({ months, on, says }) => ({
    label: `${String(months)} months`,
    value: `End of ${showDay(on)}: ${sentenceStart(says)}`,
  }))

/** Return date; 28 days before the end; Yearly review; Bail, 3 months. */
export function reminderWords({ what, amount }: Pick<OrderReminder | DueReminder, 'what' | 'amount'>): string {
  if (what === 'return-date') return 'Return date'
  if (what === 'before-end') return `${count(amount, 'day')} before it ends`
  if (what === 'review') return 'Yearly review: still needed, still right?'
  return `Bail ends at ${String(amount)} months unless extended`
}

/** 2 in force: short enough for the case header. A promise is no order and does not count. */
export function ordersInShort(
  orders: readonly (Parameters<typeof orderState>[0] & Pick<Order, 'replacedBy'>)[],
  now: Instant,
): string {
  const counts = (order: Parameters<typeof orderState>[0]) =>
    orderState(order, now).name === 'in-force' && orderKindOf(order.kind)?.nature === 'order'
  const inForce = orders.filter(counts).length
  return inForce === 0 ? 'None in force' : `${String(inForce)} in force`
}

const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const sentenceStart = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

/** The day an order was made, or that nobody knows it: made 3 Nov 2026. */
export const madeLine = ({ when }: Pick<OrderDraft, 'when'>): string =>
  when.from === null ? 'made on a day not known' : `made ${lowerFirst(showWhen(when))}`
const lowerFirst = (text: string): string => (text.startsWith('About') ? sentenceStart(text) : text)
