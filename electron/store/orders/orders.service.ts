import type { DueReminder, Order, orderCalls, OrderDraft, OrderReminder } from '../../../shared/features/orders.ts'
import { london, type CalendarDay } from '../../../shared/kernel/dates.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import type { EventStamp } from '../../../shared/kernel/event.ts'
import type { CaseId, EventId, UserId } from '../../../shared/kernel/ids.ts'
import { addDays, addMonths, dayOf } from '../../../shared/kernel/uk-dates.ts'
import { certainlyBefore, spanOf } from '../../../shared/kernel/when-span.ts'
import { orderKinds, orderReminderRules as rules } from '../../../shared/rules/order-kinds.ts'
import { orderReminders } from '../../../shared/rules/order-state.ts'
import { orderTitle } from '../../../shared/wording/orders.ts'
import { requireOpenCase } from '../cases/cases.repo.ts'
import type { ReadDb, WriteTx } from '../database.ts'
import type { StoreHandlers } from '../dispatch.ts'
import { writeEvent } from '../events/events.repo.ts'
import { requirePerson } from '../people/people.repo.ts'
import { breachesUnder, listOrders, requireOrder, writeOrder } from './orders.repo.ts'
import { listOrdersDue, listRemindedOrders, type RemindedOrder } from './reminders.repo.ts'

export const orderHandlers: StoreHandlers<typeof orderCalls> = {
  'orders.record'(tx, { caseId, order }) {
    requireOpenCase(tx.db, caseId)
    return save(tx, { caseId, before: null, revision: 0 }, order)
  },
  'orders.update'(tx, { id, revision, order }) {
    const current = requireOrder(tx.db, id)
    // Both versions go back as an answer: error details may not carry what a person typed.
    if (current.revision !== revision) return { outcome: 'conflict', current, yours: order }
    requireOpenCase(tx.db, current.caseId)
    keepBreachesRight(tx, current, order)
    return { outcome: 'saved', record: save(tx, { caseId: current.caseId, before: current, revision }, order) }
  },
  'orders.find': (tx, { id }) => requireOrder(tx.db, id),
  'orders.listForCase': (tx, { caseId, ...wanted }) => listOrders(tx.db, caseId, { ...wanted, now: tx.now }),
  'orders.remindersForCase': (tx, { caseId, today }) => ({ rows: remindersOf(tx.db, caseId, today) }),
  'orders.dueSoon': (tx, { today, ownerId }) => ({ rows: dueSoon(tx.db, today, ownerId) }),
}

type Place = { caseId: CaseId; before: EventStamp | null; revision: number }
function save(tx: WriteTx, place: Place, order: OrderDraft): Order {
  refuseFuture(tx, order)
  refuseStrangers(tx, place.caseId, order)
  refuseWrongReplacement(tx, place, order.replaces)
  const { when, issuer, caseNumber, policeNotified, served, note } = order
  // No term in the index: terms name addresses, and a search result is no place for those.
  const body = [issuer.value, caseNumber, policeNotified.reference, served.how, served.by, note]
    .filter(Boolean)
    .join('\n')
  const stamp = writeEvent(tx, { ...place, kind: 'order', when, title: orderTitle(order), body, form: order })
  writeOrder(tx.db, stamp.id, order)
  return requireOrder(tx.db, stamp.id)
}

/** What has been done can't lie ahead; return dates and ends can. */
function refuseFuture(tx: WriteTx, { when, served, discharged, varied, policeNotified, arrestedOn }: OrderDraft): void {
  const today = dayOf(tx.now, london)
  const ahead = {
    when: (when.to ?? when.from ?? '') > tx.now,
    served: (served.at?.to ?? served.at?.from ?? '') > tx.now,
    discharged: (discharged?.on ?? '') > today,
    varied: (varied?.on ?? '') > today,
    policeNotified: (policeNotified.on ?? '') > today,
    arrestedOn: (arrestedOn ?? '') > today,
  }
  for (const [field, isAhead] of Object.entries(ahead))
    if (isAhead) throw new AppError('invalid-input', { field, rule: 'in-the-future' })
}

function refuseStrangers(tx: WriteTx, caseId: CaseId, { respondent, protects }: OrderDraft): void {
  const check = (field: string, personId: NonNullable<typeof respondent.value>['personId'] | undefined) => {
    if (personId && requirePerson(tx.db, personId).caseId !== caseId)
      throw new AppError('invalid-input', { field, rule: 'person-of-another-case' })
  }
  check('respondent', respondent.value?.personId)
  for (const { personId } of protects) check('protects', personId)
}

const longestChain = 50
/** An order can't take its own place, not even by way of others. */
function refuseWrongReplacement(tx: WriteTx, { caseId, before }: Place, replaces: EventId | null): void {
  const refuse = (rule: string) => new AppError('invalid-input', { field: 'replaces', rule })
  let older: EventId | null = replaces
  for (let steps = 0; older !== null; steps += 1) {
    if (older === before?.id || steps > longestChain) throw refuse('replaces-itself')
    const found: Order = requireOrder(tx.db, older)
    if (found.caseId !== caseId) throw refuse('order-of-another-case')
    older = found.replaces
  }
}

/** A correction may not take the ground from under a breach that was recorded. */
function keepBreachesRight(tx: WriteTx, { id }: Order, order: OrderDraft): void {
  const numbers = new Set(order.terms.map(term => term.number.toLowerCase()))
  const end = order.expires.is === 'at' ? order.expires.at : null
  for (const breach of breachesUnder(tx.db, id)) {
    if (breach.terms.some(number => !numbers.has(number.toLowerCase())))
      throw new AppError('invalid-input', { field: 'terms', rule: 'term-has-breach' })
    if (certainlyBefore(breach.when, order.when))
      throw new AppError('invalid-input', { field: 'when', rule: 'made-after-a-breach' })
    const first = spanOf(breach.when)?.first
    if (end !== null && first !== undefined && first >= end)
      throw new AppError('invalid-input', { field: 'expires', rule: 'ends-before-a-breach' })
  }
}

const largestList = 200
/** How far ahead the reminders of a case are listed: one review and a little more. */
const monthsAhead = 13

const remindersOf = (db: ReadDb, caseId: CaseId, today: CalendarDay): OrderReminder[] =>
  listRemindedOrders(db, caseId)
    .flatMap(order => of(order, { from: today, to: addMonths(today, monthsAhead) }))
    .toSorted(bySoonest)
    .slice(0, largestList)

/** Those of a few days ago as well: nobody may have looked on the day. */
function dueSoon(db: ReadDb, today: CalendarDay, ownerId: UserId | null): DueReminder[] {
  const window = { from: addDays(today, -rules.dueSoonDays), to: addDays(today, rules.dueSoonDays) }
  const longestBeforeEnd = Math.max(...rules.daysBeforeEnd)
  const longestBailMonths = Math.max(...orderKinds.flatMap(kind => kind.bailPoints.map(({ months }) => months)))
  return listOrdersDue(db, { ...window, ownerId, longestBeforeEnd, longestBailMonths })
    .flatMap(order => {
      const { caseId, clientName, reference, kind } = order
      return of(order, window).map(reminder => ({ ...reminder, caseId, clientName, reference, kind }))
    })
    .toSorted(bySoonest)
    .slice(0, largestList)
}

const of = (order: RemindedOrder, window: { from: CalendarDay; to: CalendarDay }): OrderReminder[] =>
  orderReminders({ ...order, discharged: null }, window)
const bySoonest = (a: OrderReminder, b: OrderReminder): number =>
  a.on.localeCompare(b.on) || a.orderId.localeCompare(b.orderId)
