import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { rankOf, unsafeReasons, type CaseFacts, type StandingOrder } from '../../electron/store/today/unsafe-reasons.ts'
import { CalendarDay, Instant, london } from '../../shared/kernel/dates.ts'
import { EventId } from '../../shared/kernel/ids.ts'
import { UnsafePack, unsafeRules } from '../../shared/rules/unsafe.ts'

const now = Instant.parse('2026-11-24T09:30:00.000Z')
const today = CalendarDay.parse('2026-11-24')
const moment = { now, today }
const id = EventId.parse('0199d0a0-0000-7000-8000-000000000001')
const day = (text: string) => CalendarDay.parse(text)

const risk = { assessmentId: id, level: 'medium', nextReview: day('2026-12-20'), incidents: 0, breaches: 0 } as const
/** A case that can be left as it is; `change` says what can't. */
const facts = (change: Partial<CaseFacts> = {}): CaseFacts => ({
  ...{ plan: 'current', risk, orders: [], silences: [], planned: true },
  ...change,
})
const high = { ...risk, level: 'high' } as const
const inShort = (change: Partial<CaseFacts>) =>
  unsafeReasons(facts(change), moment).map(reason => [reason.why, reason.grade])

const order = (change: Partial<StandingOrder> = {}): StandingOrder => ({
  ...{ id, kind: 'ORD-NMO', starts: null, discharged: null, replacedBy: null },
  when: { from: Instant.parse('2026-11-03T11:00:00.000Z'), to: null, precision: 'minute', zone: london },
  expires: { is: 'until-further-order' },
  served: { known: 'yes', at: null, how: null, by: null },
  ...change,
})
const service = (known: 'no' | 'unknown' | 'yes') => ({ served: { known, at: null, how: null, by: null } })
const endsOn = (text: string) => ({ expires: { is: 'at' as const, at: Instant.parse(text), hourKnown: true } })

test('the thresholds are held to their schema', () => {
  expect(UnsafePack.parse(JSON.parse(readFileSync('shared/rules/unsafe.json', 'utf8')))).toEqual(unsafeRules)
})

test('where everything is in place there is no reason', () => {
  expect(inShort({})).toEqual([])
  expect(inShort({ orders: [order()], silences: [{ reportId: id, days: 27, exact: true }] })).toEqual([])
})

describe('risk', () => {
  test('nobody assessed: not known is no reason for calm', () =>
    expect(inShort({ risk: null })).toEqual([['not-assessed', 'soon']]))

  test('something happened since the assessment: for now where the risk is high or an order was breached', () => {
    expect(inShort({ risk: { ...risk, incidents: 2 } })).toEqual([['happened-since', 'soon']])
    expect(inShort({ risk: { ...high, incidents: 1 } })).toEqual([['happened-since', 'now']])
    expect(inShort({ risk: { ...risk, breaches: 1 } })).toEqual([['happened-since', 'now']])
  })

  test('the review is due on its day and after it, not before', () => {
    expect(inShort({ risk: { ...risk, nextReview: day('2026-11-25') } })).toEqual([])
    expect(inShort({ risk: { ...risk, nextReview: today } })).toEqual([['review-due', 'soon']])
    expect(inShort({ risk: { ...high, nextReview: day('2026-11-01') } })).toEqual([['review-due', 'now']])
  })

  test('high risk needs a day for its review, other levels do not', () => {
    expect(inShort({ risk: { ...high, nextReview: null } })).toEqual([['no-review-day', 'soon']])
    expect(inShort({ risk: { ...risk, nextReview: null } })).toEqual([])
  })
})

describe('orders', () => {
  test('not served is for now, not known to be served for soon', () => {
    expect(inShort({ orders: [order(service('no'))] })).toEqual([['order', 'now']])
    expect(inShort({ orders: [order(service('unknown'))] })).toEqual([['order', 'soon']])
  })

  test('the last day near: for now from three days before', () => {
    expect(inShort({ orders: [order(endsOn('2026-12-09T12:00:00.000Z'))] })).toEqual([])
    expect(inShort({ orders: [order(endsOn('2026-12-08T12:00:00.000Z'))] })).toEqual([['order', 'soon']])
    expect(inShort({ orders: [order(endsOn('2026-11-28T12:00:00.000Z'))] })).toEqual([['order', 'soon']])
    expect(inShort({ orders: [order(endsOn('2026-11-27T12:00:00.000Z'))] })).toEqual([['order', 'now']])
    expect(inShort({ orders: [order(endsOn('2026-11-24T16:00:00.000Z'))] })).toEqual([['order', 'now']])
  })

  test('run out without another in its place is for now, until that is long ago', () => {
    expect(inShort({ orders: [order(endsOn('2026-11-20T12:00:00.000Z'))] })).toEqual([['order', 'now']])
    expect(inShort({ orders: [order({ ...endsOn('2026-11-20T12:00:00.000Z'), replacedBy: id })] })).toEqual([])
    expect(inShort({ orders: [order(endsOn('2026-05-20T12:00:00.000Z'))] })).toEqual([])
  })

  test('what an order is by its kind is no reason: a promise, or release without conditions', () => {
    expect(inShort({ orders: [order({ kind: 'ORD-UND' })] })).toEqual([])
  })

  test('two gaps of one order are two reasons', () =>
    expect(inShort({ orders: [order({ ...service('no'), ...endsOn('2026-12-01T12:00:00.000Z') })] })).toEqual([
      ['order', 'now'],
      ['order', 'soon'],
    ]))
})

test('safe contact: without a plan or after something happened sooner than by age, and at high risk for now', () => {
  expect(inShort({ plan: 'no-plan' })).toEqual([['safe-contact', 'soon']])
  expect(inShort({ plan: 'incident-since' })).toEqual([['safe-contact', 'soon']])
  expect(inShort({ plan: 'too-old' })).toEqual([['safe-contact', 'check']])
  expect(inShort({ plan: 'too-old', risk: high })).toEqual([['safe-contact', 'now']])
})

test('police silence from 28 days on, and nothing planned', () => {
  const silences = [{ reportId: id, days: 28, exact: true }]
  expect(inShort({ silences })).toEqual([['police-silence', 'check']])
  expect(inShort({ planned: false })).toEqual([['no-next-action', 'check']])
  expect(inShort({ planned: false, silences, risk: high })).toEqual([
    ['police-silence', 'soon'],
    ['no-next-action', 'soon'],
  ])
})

test('the most pressing reason comes first', () =>
  expect(inShort({ planned: false, plan: 'no-plan', orders: [order(service('no'))] })).toEqual([
    ['order', 'now'],
    ['safe-contact', 'soon'],
    ['no-next-action', 'check'],
  ]))

test('cases: by the most pressing reason, then by risk with not known above medium, then by how many reasons', () => {
  const rank = (change: Partial<CaseFacts>) => {
    const all = facts(change)
    return rankOf(unsafeReasons(all, moment), all.risk?.level ?? null)
  }
  const unserved = { orders: [order(service('no'))] }
  const worstFirst = [
    rank({ ...unserved, risk: { ...high, incidents: 1 } }),
    rank({ ...unserved, risk: high }),
    rank({ ...unserved, risk: null }),
    rank({ ...unserved, plan: 'no-plan' }),
    rank(unserved),
    rank({ ...unserved, risk: { ...risk, level: 'standard' } }),
    rank({ risk: high, planned: false }),
    rank({ risk: null }),
    rank({ plan: 'no-plan' }),
    rank({ planned: false, plan: 'too-old' }),
    rank({ planned: false }),
  ]
  expect(worstFirst.toSorted()).toEqual(worstFirst)
  expect(new Set(worstFirst).size).toBe(worstFirst.length)
})
