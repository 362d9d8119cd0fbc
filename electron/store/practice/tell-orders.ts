import { BreachDraft } from '../../../shared/features/breaches.ts'
import { OrderDraft, type Order } from '../../../shared/features/orders.ts'
import { london } from '../../../shared/kernel/dates.ts'
import type { EventId } from '../../../shared/kernel/ids.ts'
import { addDays, startOfDay } from '../../../shared/kernel/uk-dates.ts'
import { breachHandlers } from '../breaches/breaches.service.ts'
import { orderHandlers } from '../orders/orders.service.ts'
import type { Planned } from './tell-incidents.ts'
import { afterwards, asOf, clock, dayAgo, minute, say, value, wholeDay, type InCase } from './telling.ts'

export type Made = {
  kind: string
  /** The days, so many before today. `served` null: not known whether it was. */
  ago: number
  served: number | null
  issuer: string
  /** Lasts so many days from when it was made, or until something happens. */
  lasts: number | { event: string }
  replaces?: EventId
  returnsAgo?: number
  ended?: { ago: number; how: string }
  note?: string
}
const noTerms = 'ORD-RUI'

/** Writes down an order on the evening that it was made; what is known of service by now. */
export function tellOrder(within: InCase, made: Made): Order {
  const { cast, caseId, clientId, suspectId } = within
  const { ago, served, issuer, lasts, ended } = made
  const day = dayAgo(within, ago)
  const { name } = cast.client
  const terms = [
    { number: '1', text: `The respondent must not contact ${name} by any means, directly or through others.` },
    { number: '2', text: say(within, 'The respondent must not go within 200 metres of {hers} home or place of work.') },
    { number: '3', text: `The respondent must not publish anything about ${name} or encourage others to.` },
  ]
  const order = OrderDraft.parse({
    when: wholeDay(day),
    kind: made.kind,
    issuer: value(issuer),
    caseNumber: null,
    notice: made.kind === 'ORD-NMOX' ? 'without-notice' : made.kind.startsWith('ORD-R') ? 'not-needed' : 'on-notice',
    respondent: value({ personId: suspectId, name: null }),
    protects: [{ personId: clientId, name: null }],
    terms: made.kind === noTerms ? [] : terms,
    starts: null,
    expires:
      typeof lasts === 'number'
        ? { is: 'at', at: startOfDay(addDays(day, lasts), london), hourKnown: false }
        : { is: 'event', event: lasts.event },
    served: serviceOf(within, made),
    policeNotified:
      served === null
        ? { known: 'unknown', on: null, reference: null }
        : { known: 'yes', on: dayAgo(within, served), reference: null },
    powerOfArrest: null,
    returnDate: made.returnsAgo === undefined ? null : dayAgo(within, made.returnsAgo),
    replaces: made.replaces ?? null,
    discharged: ended ? { on: dayAgo(within, ended.ago), how: ended.how } : null,
    varied: null,
    arrestedOn: null,
    note: made.note ?? null,
  })
  const last = Math.min(ago, served ?? ago, ended?.ago ?? ago)
  return orderHandlers['orders.record'](asOf(within, clock(dayAgo(within, last), '19:30')), { caseId, order })
}

function serviceOf(within: InCase, { kind, served }: Made): object {
  const none = { at: null, how: null, by: null }
  if (kind === noTerms || kind === 'ORD-CB') return { known: 'not-needed', ...none }
  if (served === null) return { known: 'unknown', ...none }
  return { known: 'yes', at: wholeDay(dayAgo(within, served)), how: 'Handed over in person', by: 'Process server' }
}

export type Broken = {
  order: Order
  planned: Planned
  incidentId: EventId
  term: string
  reference: string | null
  arrest: 'yes' | 'no' | 'unknown'
  /** What police made of it, so many days after it was reported; null while nobody has answered. */
  answer: { after: number; outcome: string } | null
  links?: readonly EventId[]
}
/** Writes down that a term was broken, and what police did about it. */
export function tellBreach(within: InCase, broken: Broken): EventId {
  const { caseId } = within
  const { order, planned, incidentId, term, reference, arrest, answer, links = [] } = broken
  const { at, reportedIn, story } = planned
  const answered = answer === null ? null : addDays(reportedIn?.on ?? planned.day, answer.after)
  const breach = BreachDraft.parse({
    when: minute(at),
    ...{ orderId: order.id, terms: [term], what: story.clientSaid },
    evidence: story.observed === undefined ? 'Told by the client; nothing kept yet' : 'Seen and photographed',
    witnesses: null,
    reported: reportedIn
      ? { known: 'yes', at: wholeDay(reportedIn.on), reference }
      : { known: 'no', at: null, reference: null },
    response: {
      arrived: answered === null ? null : wholeDay(answered),
      arrest,
      arrestedOn: arrest === 'yes' ? answered : null,
      charged: answer === null ? 'unknown' : arrest === 'yes' ? 'yes' : 'no',
      outcome: answer === null ? null : say(within, answer.outcome),
    },
    links: [incidentId, ...links],
  })
  const now =
    answered === null
      ? afterwards(within, reportedIn ? clock(reportedIn.on, '21:50') : at, 2)
      : clock(answered, '19:50')
  return breachHandlers['breaches.record'](asOf(within, now), { caseId, breach }).id
}
