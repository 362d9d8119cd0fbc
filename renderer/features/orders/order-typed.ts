import type { Expiry, OrderDraft } from '../../../shared/features/orders.ts'
import { london } from '../../../shared/kernel/dates.ts'
import { lastDayOf } from '../../../shared/rules/order-state.ts'
import { showDay } from '../../../shared/kernel/uk-dates.ts'
import { nothingSaid } from '../../ui/typed-answers.ts'
import { blankWhen, dayToTyped, whenToTyped, type WhenTyped } from '../../ui/typed-dates.ts'
import type { OrderTyped } from './order-answers.ts'

/** An empty form. One empty term stands ready. */
export const blankOrder: OrderTyped = {
  revision: 0,
  kind: null,
  issuer: nothingSaid,
  when: blankWhen(london),
  served: null,
  servedAt: blankWhen(london),
  servedHow: null,
  servedBy: null,
  expires: null,
  expiresAt: blankWhen(london),
  expiresEvent: null,
  terms: [{ number: '1', text: '' }],
  protects: [],
  otherProtects: null,
  respondent: null,
  respondentName: null,
  notice: null,
  caseNumber: null,
  starts: null,
  policeNotified: null,
  policeOn: null,
  policeReference: null,
  powerOfArrest: null,
  returnDate: null,
  arrestedOn: null,
  replaces: null,
  dischargedOn: null,
  dischargedHow: null,
  variedOn: null,
  variedHow: null,
  note: null,
}

/** A stored order as it would have been typed, to be corrected from this revision on. */
export function orderToTyped(order: OrderDraft, revision: number): OrderTyped {
  const { kind, issuer, when, served, expires, terms, protects, respondent, notice, caseNumber, policeNotified } = order
  const names = protects.flatMap(({ name }) => name ?? [])
  return {
    ...{ revision, kind, issuer, notice, caseNumber },
    when: whenToTyped(when),
    served: served.known,
    servedAt: served.at === null ? blankWhen(london) : whenToTyped(served.at),
    servedHow: served.how,
    servedBy: served.by,
    expires: expires.is,
    expiresAt: expiryToTyped(expires),
    expiresEvent: expires.is === 'event' ? expires.event : null,
    terms: terms.length === 0 ? blankOrder.terms : terms,
    protects: protects.flatMap(({ personId }) => personId ?? []),
    otherProtects: names.length === 0 ? null : names.join('\n'),
    respondent: respondent.value === null ? 'unknown' : (respondent.value.personId ?? 'other'),
    respondentName: respondent.value?.name ?? null,
    starts: dayToTyped(order.starts),
    policeNotified: policeNotified.known,
    policeOn: dayToTyped(policeNotified.on),
    policeReference: policeNotified.reference,
    powerOfArrest: order.powerOfArrest,
    returnDate: dayToTyped(order.returnDate),
    arrestedOn: dayToTyped(order.arrestedOn),
    replaces: order.replaces,
    dischargedOn: dayToTyped(order.discharged?.on ?? null),
    dischargedHow: order.discharged?.how ?? null,
    variedOn: dayToTyped(order.varied?.on ?? null),
    variedHow: order.varied?.how ?? null,
    note: order.note,
  }
}

function expiryToTyped(expires: Expiry): WhenTyped {
  if (expires.is !== 'at') return blankWhen(london)
  if (expires.hourKnown) return whenToTyped({ from: expires.at, to: null, precision: 'minute', zone: london })
  const lastDay = lastDayOf({ expires })
  return { ...blankWhen(london), day: lastDay === null ? '' : showDay(lastDay) }
}
