import type { Breach, breachCalls, BreachDraft } from '../../../shared/features/breaches.ts'
import type { Order } from '../../../shared/features/orders.ts'
import { london } from '../../../shared/kernel/dates.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import type { EventStamp } from '../../../shared/kernel/event.ts'
import type { CaseId } from '../../../shared/kernel/ids.ts'
import { dayOf, startOfDay } from '../../../shared/kernel/uk-dates.ts'
import { certainlyBefore, spanOf } from '../../../shared/kernel/when-span.ts'
import { orderKindOf } from '../../../shared/rules/order-kinds.ts'
import { breachTitle } from '../../../shared/wording/breaches.ts'
import { requireOpenCase } from '../cases/cases.repo.ts'
import type { WriteTx } from '../database.ts'
import type { StoreHandlers } from '../dispatch.ts'
import { writeEvent } from '../events/events.repo.ts'
import { setLinks } from '../events/links.repo.ts'
import { requireOrder } from '../orders/orders.repo.ts'
import { listBreaches, requireBreach, writeBreach } from './breaches.repo.ts'

export const breachHandlers: StoreHandlers<typeof breachCalls> = {
  'breaches.record'(tx, { caseId, breach }) {
    requireOpenCase(tx.db, caseId)
    return save(tx, { caseId, before: null, revision: 0 }, breach)
  },
  'breaches.update'(tx, { id, revision, breach }) {
    const current = requireBreach(tx.db, id)
    // Both versions go back as an answer: error details may not carry what a person typed.
    if (current.revision !== revision) return { outcome: 'conflict', current, yours: breach }
    requireOpenCase(tx.db, current.caseId)
    return { outcome: 'saved', record: save(tx, { caseId: current.caseId, before: current, revision }, breach) }
  },
  'breaches.find': (tx, { id }) => requireBreach(tx.db, id),
  'breaches.listForCase': (tx, { caseId, ...wanted }) => listBreaches(tx.db, caseId, wanted),
}

type Place = { caseId: CaseId; before: Breach | null; revision: number }
function save(tx: WriteTx, place: Place, given: BreachDraft): Breach {
  const order = requireOrder(tx.db, given.orderId)
  refuseFuture(tx, given)
  refuseAgainstOrder(order, place, given)
  const breach = { ...given, terms: inOrdersWords(order, given.terms) }
  const { when, what, evidence, witnesses, reported, response } = breach
  const body = [what, evidence, witnesses, reported.reference, response.outcome].filter(Boolean).join('\n')
  const title = breachTitle(order, breach)
  const stamp: EventStamp = writeEvent(tx, { ...place, kind: 'breach', when, title, body, form: breach })
  writeBreach(tx.db, stamp.id, breach)
  setLinks(tx, stamp, breach.links)
  return requireBreach(tx.db, stamp.id)
}

/** The numbers as the order writes them, in its order. */
const inOrdersWords = ({ terms }: Order, numbers: readonly string[]): string[] => {
  const wanted = new Set(numbers.map(number => number.toLowerCase()))
  return terms.map(term => term.number).filter(number => wanted.has(number.toLowerCase()))
}

function refuseFuture(tx: WriteTx, { when, reported, response }: BreachDraft): void {
  const ahead = {
    when: (when.to ?? when.from ?? '') > tx.now,
    reported: (reported.at?.to ?? reported.at?.from ?? '') > tx.now,
    response:
      (response.arrived?.to ?? response.arrived?.from ?? '') > tx.now ||
      (response.arrestedOn ?? '') > dayOf(tx.now, london),
  }
  for (const [field, isAhead] of Object.entries(ahead))
    if (isAhead) throw new AppError('invalid-input', { field, rule: 'in-the-future' })
}

/** Only what an order forbade, while it did, can break it. */
function refuseAgainstOrder(order: Order, { caseId, before }: Place, { when, terms }: BreachDraft): void {
  const refuse = (field: string, rule: string) => new AppError('invalid-input', { field, rule })
  if (order.caseId !== caseId) throw refuse('orderId', 'order-of-another-case')
  if (order.withdrawnReason !== null && before?.orderId !== order.id) throw refuse('orderId', 'order-in-error')
  if (orderKindOf(order.kind)?.nature === 'gap') throw refuse('orderId', 'nothing-to-break')
  const numbers = new Set(order.terms.map(term => term.number.toLowerCase()))
  if (terms.some(number => !numbers.has(number.toLowerCase()))) throw refuse('terms', 'no-such-term')
  if (certainlyBefore(when, order.when)) throw refuse('when', 'breach-before-order')
  const first = spanOf(when)?.first
  if (first === undefined) return
  const { expires, discharged, starts } = order
  const last = spanOf(when)?.last ?? first
  if (starts !== null && last < startOfDay(starts, london)) throw refuse('when', 'breach-before-order-starts')
  if (expires.is === 'at' && first >= expires.at) throw refuse('when', 'breach-after-order')
  if (discharged !== null && dayOf(first, london) > discharged.on) throw refuse('when', 'breach-after-order')
}
