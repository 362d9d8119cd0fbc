import type { Breach } from '../../../shared/features/breaches.ts'
import type { EventSummary } from '../../../shared/features/events.ts'
import type { Order, OrderRow } from '../../../shared/features/orders.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import { orderState } from '../../../shared/rules/order-state.ts'
import { breachTitle } from '../../../shared/wording/breaches.ts'
import { orderTitle } from '../../../shared/wording/orders.ts'
import { aBreach, anOrder } from '../../support/orders.ts'
import { at, caseId, eventId, stamp } from './casework-data.ts'
import type { Handlers } from './fake-bridge.ts'

/** The orders and breaches of a small service, which the screens change. */
export type OrderWork = { orders: Order[]; breaches: Breach[] }

const common = { caseId: caseId(1), ...stamp, withdrawnReason: null }
/** An order with everything about it that a test does not care for. */
export const theOrder = (n: number, change: Partial<Order> = {}): Order => ({
  ...anOrder(),
  ...common,
  id: eventId(1_000 + n),
  breaches: 0,
  replacedBy: null,
  ...change,
})
/** A breach of order `n`, likewise. */
export const theBreach = (n: number, order: Order, change: Partial<Breach> = {}): Breach => ({
  ...aBreach(order.id),
  ...common,
  id: eventId(2_000 + n),
  ...change,
})

const now = () => at('2026-11-24T09:41:00.000Z')
const find = <Row extends { id: string }>(rows: Row[], id: string): Row => {
  const row = rows.find(one => one.id === id)
  if (!row) throw new AppError('not-found')
  return row
}
const put = <Row extends { id: string }>(rows: Row[], row: Row): Row => {
  const index = rows.findIndex(one => one.id === row.id)
  rows.splice(index < 0 ? rows.length : index, index < 0 ? 0 : 1, row)
  return row
}
const all = <Row>(rows: Row[]) => ({ rows, total: rows.length, next: null })

function toRow(order: Order): OrderRow {
  const { terms, respondent, protects, policeNotified, powerOfArrest, replaces, varied, note, ...row } = order
  void [respondent, protects, policeNotified, powerOfArrest, replaces, varied, note] // a row has none of these
  return { ...row, termNumbers: terms.map(({ number }) => number) }
}

const summaryOf = (work: OrderWork, id: string): EventSummary => {
  const order = work.orders.find(one => one.id === id)
  const breach = work.breaches.find(one => one.id === id)
  const found = order ?? breach
  if (!found) throw new AppError('not-found')
  const { caseId: inCase, revision, createdAt, createdBy, updatedAt, updatedBy, withdrawnReason, when } = found
  const title = order ? orderTitle(order) : breach ? breachTitle(find(work.orders, breach.orderId), breach) : ''
  return {
    ...{ id: found.id, caseId: inCase, revision, createdAt, createdBy, updatedAt, updatedBy, withdrawnReason, when },
    kind: order ? 'order' : 'breach',
    title,
  }
}

/** Answers for every call of the orders screen, over `work`. */
export const orderHandlers = (work: OrderWork): Handlers => ({
  'orders.listForCase': ({ caseId: inCase, filter }) => {
    const shown = work.orders
      .filter(order => order.caseId === inCase && (filter.withdrawn || order.withdrawnReason === null))
      .filter(order => filter.show === 'all' || orderState(order, now()).ended === (filter.show === 'ended'))
      .map(order => ({ ...order, breaches: breachesOf(work, order.id).length }))
    return all(shown.map(toRow))
  },
  'orders.find': ({ id }) => ({ ...find(work.orders, id), breaches: breachesOf(work, id).length }),
  'orders.record': ({ order }) => put(work.orders, theOrder(100 + work.orders.length, order)),
  'orders.update': ({ id, revision, order }) => {
    const current = find(work.orders, id)
    if (current.revision !== revision) return { outcome: 'conflict', current, yours: order }
    return { outcome: 'saved', record: put(work.orders, { ...current, ...order, revision: revision + 1 }) }
  },
  'breaches.listForCase': ({ orderId, withdrawn }) =>
    all(work.breaches.filter(one => one.orderId === orderId && (withdrawn || one.withdrawnReason === null))),
  'breaches.find': ({ id }) => find(work.breaches, id),
  'breaches.record': ({ breach }) =>
    put(work.breaches, { ...breach, ...common, id: eventId(2_100 + work.breaches.length) }),
  'breaches.update': ({ id, revision, breach }) => {
    const current = find(work.breaches, id)
    if (current.revision !== revision) return { outcome: 'conflict', current, yours: breach }
    return { outcome: 'saved', record: put(work.breaches, { ...current, ...breach, revision: revision + 1 }) }
  },
  'events.ofKinds': () => all(work.breaches.map(({ id }) => summaryOf(work, id))),
  'events.linked': ({ id }) => {
    const links = work.breaches.find(one => one.id === id)?.links ?? []
    return { rows: links.map(link => ({ direction: 'to' as const, ...summaryOf(work, link) })) }
  },
})
const breachesOf = (work: OrderWork, id: string) =>
  work.breaches.filter(one => one.orderId === id && one.withdrawnReason === null)
