import type { BreachDraft } from '../features/breaches.ts'
import type { Order, OrderDraft } from '../features/orders.ts'
import { daysBetween, dayOf } from '../kernel/uk-dates.ts'
import { london } from '../kernel/dates.ts'
import { certainlyBefore, spanOf } from '../kernel/when-span.ts'
import { serviceMissing } from '../rules/order-state.ts'
import { orderKindWords } from './orders.ts'
import { count } from './when.ts'

/** Breach of non-molestation order, terms 2 and 3. What timeline, search and history call it. */
export function breachTitle({ kind }: Pick<OrderDraft, 'kind'>, { terms }: Pick<BreachDraft, 'terms'>): string {
  const words = orderKindWords(kind)
  const order = `Breach of ${words.charAt(0).toLowerCase()}${words.slice(1)}`
  return terms.length === 0 ? order : `${order}, ${termWords(terms)}`
}

/** term 2; terms 2 and 3; terms 1, 2 and 3. */
export function termWords(numbers: readonly string[]): string {
  const last = numbers.at(-1) ?? ''
  if (numbers.length < 2) return `term ${last}`
  return `terms ${numbers.slice(0, -1).join(', ')} and ${last}`
}

/** Every question, word for word as the form, the versions and the conflict screen say it. */
export const breachQuestions: Record<keyof BreachDraft, string> = {
  orderId: 'Which order was broken?',
  terms: 'Which terms?',
  when: 'When it happened',
  what: 'What happened',
  evidence: 'What shows it',
  witnesses: 'Witnesses',
  reported: 'Was it reported to police?',
  response: 'What police did',
  links: 'Linked records',
}

export const breachHints = {
  terms: 'Leave all empty if it is not clear which.',
  what: 'Write what the respondent did, as the client or a witness tells it. Keep your own opinion apart: it may be read in court.',
  evidence: 'Messages, pictures, call records, camera recordings: and who holds them.',
  witnesses: 'Names, and how each knows.',
  arrived: 'When police came, or first got in touch about it.',
  outcome: 'What police said they would do, charge, caution or no further action.',
  links: 'The incident, the police contact or report that it belongs to.',
} as const

export type ServedThen = 'served' | 'not-served' | 'not-known'
/** Whether the respondent had the order when the breach happened, as far as the records say. */
export function servedThen(order: Pick<Order, 'kind' | 'served'>, { when }: Pick<BreachDraft, 'when'>): ServedThen {
  const { known, at } = order.served
  if (serviceMissing(order)) return known === 'no' ? 'not-served' : 'not-known'
  if (known !== 'yes' || at === null) return 'served'
  if (certainlyBefore(when, at)) return 'not-served'
  return spanOf(at) === null || spanOf(when) === null ? 'not-known' : 'served'
}

/** What that means for the breach; null where it was served. */
export const servedThenSentence: Record<ServedThen, string | null> = {
  served: null,
  'not-served':
    'As recorded, the order had not been served by then. Police may say that it can’t be a crime. Report it all the same, and ask whether the respondent knew of the order.',
  'not-known':
    'It is not recorded whether the order had been served by then. Find the proof of service: it is the first thing police will ask for.',
}

/** 1 hour 40 minutes after the report; 3 days after the report. Null where the hours are not known. */
export function responseTime({ reported, response }: Pick<BreachDraft, 'reported' | 'response'>): string | null {
  const [from, to] = [reported.at, response.arrived]
  if (!from?.from || !to?.from || spanOf(from) === null || spanOf(to) === null) return null
  if (from.precision === 'minute' && to.precision === 'minute') {
    const minutes = Math.round((Date.parse(to.from) - Date.parse(from.from)) / 60_000)
    if (minutes >= 0 && minutes < 48 * 60) return `${hours(minutes)} after the report`
  }
  const days = daysBetween(dayOf(from.from, london), dayOf(to.from, london))
  if (days < 0) return null
  return days === 0 ? 'The same day' : `${count(days, 'day')} after the report`
}

function hours(minutes: number): string {
  const [whole, rest] = [Math.floor(minutes / 60), minutes % 60]
  const parts = [whole > 0 && count(whole, 'hour'), (rest > 0 || whole === 0) && count(rest, 'minute')]
  return parts.filter(part => part !== false).join(' ')
}
