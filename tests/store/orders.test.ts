import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { anOrder } from '../support/orders.ts'
import { aPoliceContact } from '../support/police-contacts.ts'
import { newVault, openCase, refusal, reopened, type TestStore } from '../support/vault.ts'
import type { Cursor, PageOf } from '../../shared/kernel/event.ts'
import type { OrderRow } from '../../shared/features/orders.ts'
import { Instant, london, CalendarDay } from '../../shared/kernel/dates.ts'
import type { CaseId } from '../../shared/kernel/ids.ts'
import { startOfDay } from '../../shared/kernel/uk-dates.ts'
import { orderState } from '../../shared/rules/order-state.ts'

let store: TestStore & { folder: string }
let caseId: CaseId
beforeEach(async () => {
  store = await newVault()
  caseId = openCase(store).id
})
afterEach(() => store.close())

const page = { limit: 50, after: null }
const day = (text: string) => CalendarDay.parse(text)
const record = (given: Parameters<typeof anOrder>[0] = {}) =>
  store.call('orders.record', { caseId, order: anOrder(given) })
/** Refused by the schema or by the store: a draft that no form would let through. */
const refused = (given: Record<string, unknown>) =>
  refusal(() => store.call('orders.record', { caseId, order: { ...anOrder(), ...given } }))
const list = (show: 'all' | 'current' | 'ended' = 'all', withdrawn = false) =>
  store.call('orders.listForCase', { caseId, filter: { show, withdrawn }, page })
const when = (from: string) => ({ from, to: null, precision: 'minute', zone: 'Europe/London' })
const noService = { known: 'no', at: null, how: null, by: null }

describe('orders', () => {
  test('what was recorded is there after a lock and an unlock, terms word for word and in order', async () => {
    const terms = [
      { number: '2(a)', text: 'Not to go   within 100 metres\nof the school.' },
      { number: '1', text: 'Must attend the course.' },
    ]
    const recorded = record({ terms })
    store = await reopened(store)
    const found = store.call('orders.find', { id: recorded.id })
    expect(found).toEqual(recorded)
    expect(found.terms).toEqual(terms)
  })

  const impossible: [what: string, given: Record<string, unknown>, field: string, rule: string][] = [
    [
      'an end before it starts',
      { expires: { is: 'at', at: '2026-11-03T10:59:00.000Z', hourKnown: true } },
      'expires',
      'ends-before-starts',
    ],
    [
      'an end on the minute at which it starts',
      { expires: { is: 'at', at: '2026-11-03T11:00:00.000Z', hourKnown: true } },
      'expires',
      'ends-before-starts',
    ],
    [
      'an end before its first day',
      { starts: '2026-12-01', expires: { is: 'at', at: '2026-11-30T12:00:00.000Z', hourKnown: true } },
      'expires',
      'ends-before-starts',
    ],
    ['a start before it was made', { starts: '2026-11-02' }, 'starts', 'starts-before-made'],
    [
      'service before it was made',
      { served: { known: 'yes', at: when('2026-11-03T10:59:00.000Z'), how: null, by: null } },
      'served',
      'served-before-made',
    ],
    [
      'service without a date',
      { served: { known: 'yes', at: null, how: null, by: null } },
      'served',
      'served-when-needed',
    ],
    [
      'a date of service where it was not served',
      { served: { ...noService, at: when('2026-11-03T18:40:00.000Z') } },
      'served',
      'not-served-so-no-details',
    ],
    [
      'service in the future',
      { served: { known: 'yes', at: when('2026-11-24T09:31:00.000Z'), how: null, by: null } },
      'served',
      'in-the-future',
    ],
    [
      'an order made in the future',
      {
        when: when('2026-11-25T09:00:00.000Z'),
        served: noService,
        policeNotified: { known: 'no', on: null, reference: null },
      },
      'when',
      'in-the-future',
    ],
    [
      'two terms of one number',
      {
        terms: [
          { number: '1a', text: 'One' },
          { number: '1A', text: 'Two' },
        ],
      },
      'terms',
      'term-number-twice',
    ],
    ['a kind that is not in force', { kind: 'ORD-SPOC' }, 'kind', 'order-kind-disabled'],
    ['a kind that nobody knows', { kind: 'ORD-XYZ' }, 'kind', 'no-such-order-kind'],
    ['terms of a release without conditions', { kind: 'ORD-RUI' }, 'terms', 'gap-has-no-terms'],
    [
      'a day without an hour that is no midnight',
      { expires: { is: 'at', at: '2027-07-01T00:00:00.000Z', hourKnown: false } },
      'expires',
      'expiry-is-a-day',
    ],
    ['a return date before it was made', { returnDate: '2026-11-02' }, 'returnDate', 'before-made'],
    [
      'a discharge that lies ahead',
      { discharged: { on: '2026-11-25', how: 'By the court' } },
      'discharged',
      'in-the-future',
    ],
    [
      'a reference where police were not told',
      { policeNotified: { known: 'no', on: null, reference: 'EX/1' } },
      'policeNotified',
      'not-told-so-no-details',
    ],
  ]
  test.each(impossible.map(([what, given, field, rule]) => ({ what, given, field, rule })))(
    '$what is refused, to the field',
    async ({ given, field, rule }) => {
      const { code, details } = await refused(given)
      expect(code).toBe('invalid-input')
      expect(details['field']).toMatch(new RegExp(`\\b${field}\\b`))
      expect(details['rule']).toBe(rule)
    },
  )

  test('service on the day it was made is taken, whichever hour is not known', () => {
    const onDay = { from: startOfDay(day('2026-11-03'), london), to: null, precision: 'day', zone: 'Europe/London' }
    expect(record({ served: { known: 'yes', at: onDay, how: null, by: null } }).served.at).toEqual(onDay)
    const unknown = { from: null, to: null, precision: 'unknown', zone: 'Europe/London' }
    expect(record({ served: { known: 'yes', at: unknown, how: null, by: null } }).served.at?.from).toBeNull()
  })

  test('an update on an old revision answers with both versions and changes nothing', () => {
    const first = record()
    store.call('orders.update', { id: first.id, revision: 1, order: anOrder({ note: 'Theirs' }) })
    const answer = store.call('orders.update', { id: first.id, revision: 1, order: anOrder({ note: 'Mine' }) })
    expect(answer).toMatchObject({
      outcome: 'conflict',
      current: { note: 'Theirs', revision: 2 },
      yours: { note: 'Mine' },
    })
    expect(store.call('orders.find', { id: first.id }).note).toBe('Theirs')
  })

  test('a correction replaces terms and people, and the earlier ones stay in the versions', () => {
    const { id } = record()
    const order = anOrder({ terms: [{ number: '1', text: 'Corrected' }], protects: [] })
    store.call('orders.update', { id, revision: 1, order })
    expect(store.call('orders.find', { id })).toMatchObject({ terms: order.terms, protects: [], revision: 2 })
    const { rows } = store.call('events.versions', { id })
    expect(rows.map(row => (row.values['terms'] as unknown[]).length)).toEqual([1, 2])
  })

  test('people and replaced orders must be of the same case', async () => {
    const other = openCase(store, 'Bronwen Sample')
    const stranger = other.clientId
    const party = { personId: stranger, name: null }
    expect((await refused({ protects: [party] })).details).toMatchObject({ rule: 'person-of-another-case' })
    expect((await refused({ respondent: { value: party, missing: null } })).details).toMatchObject({
      rule: 'person-of-another-case',
    })
    const elsewhere = store.call('orders.record', { caseId: other.id, order: anOrder() })
    expect((await refused({ replaces: elsewhere.id })).details).toMatchObject({ rule: 'order-of-another-case' })
    const contact = store.call('policeContacts.record', { caseId, contact: aPoliceContact() })
    expect((await refused({ replaces: contact.id })).code).toBe('not-found')
  })

  test('an order can’t take its own place, not even by way of another', async () => {
    const interim = record({ kind: 'ORD-SPOI' })
    const full = record({ kind: 'ORD-SPO', replaces: interim.id })
    expect(store.call('orders.find', { id: interim.id }).replacedBy).toBe(full.id)
    const order = anOrder({ kind: 'ORD-SPOI', replaces: full.id })
    const { details } = await refusal(() => store.call('orders.update', { id: interim.id, revision: 1, order }))
    expect(details).toEqual({ field: 'replaces', rule: 'replaces-itself' })
  })

  test('nothing is added to a closed case', async () => {
    const found = store.call('cases.find', { id: caseId })
    const { reference, ownerId, openedOn } = found
    const closing = { status: 'closed' as const, closedOn: day('2026-11-20'), closingReason: 'planned' as const }
    store.call('cases.update', { id: caseId, revision: 1, case: { reference, ownerId, openedOn, ...closing } })
    expect((await refusal(() => record())).details).toMatchObject({ rule: 'case-closed' })
  })
})

describe('the list of a case', () => {
  test('those that have not ended come first, and none that ended is among the current ones', () => {
    const past = { is: 'at', at: '2026-11-20T16:00:00.000Z', hourKnown: true }
    const expired = record({ when: when('2026-11-02T10:00:00.000Z'), expires: past })
    const early = record({ when: when('2026-01-05T10:00:00.000Z'), expires: { is: 'until-further-order' } })
    const discharged = record({ discharged: { on: '2026-11-24', how: 'Both asked for it' } })
    const open = record()
    expect(list().rows.map(row => row.id)).toEqual([open.id, early.id, discharged.id, expired.id])
    expect(list('current').rows.map(row => row.id)).toEqual([open.id, early.id])
    expect(list('ended').total).toBe(2)
  })

  test('an order ends to the minute, across the night on which clocks go back', () => {
    // 01:30 comes twice on 25 Oct 2026 in London: 00:30 and 01:30 in UTC. The order ends at the second.
    const order = {
      when: when('2026-10-01T09:00:00.000Z'),
      served: noService,
      policeNotified: { known: 'no', on: null, reference: null },
    }
    record({ ...order, expires: { is: 'at', at: '2026-10-25T01:30:00.000Z', hourKnown: true } })
    const lastDay = startOfDay(day('2026-10-26'), london)
    expect(lastDay).toBe('2026-10-26T00:00:00.000Z')
    record({ ...order, expires: { is: 'at', at: lastDay, hourKnown: false } })
    const current = (now: string) => {
      store.clock.now = Instant.parse(now)
      return list('current').total
    }
    expect(current('2026-10-25T00:30:00.000Z')).toBe(2) // the first 01:30, still summer time
    expect(current('2026-10-25T01:29:59.999Z')).toBe(2)
    expect(current('2026-10-25T01:30:00.000Z')).toBe(1)
    expect(current('2026-10-25T23:30:00.000Z')).toBe(1) // half past eleven at night: the day has 25 hours
    expect(current('2026-10-26T00:00:00.000Z')).toBe(0)
  })

  test('the store’s lists and orderState agree on what has ended', () => {
    record({ expires: { is: 'at', at: '2026-11-24T09:30:00.000Z', hourKnown: true } })
    record({ expires: { is: 'at', at: '2026-11-24T09:30:00.001Z', hourKnown: true } })
    record({ expires: { is: 'unknown' } })
    record({ discharged: { on: '2026-11-23', how: 'By the court' } })
    record({ expires: { is: 'event', event: 'the final hearing' } })
    const { now } = store.clock
    expect(list('current').rows.every(row => !orderState(row, now).ended)).toBe(true)
    expect(list('ended').rows.every(row => orderState(row, now).ended)).toBe(true)
    expect([list('current').total, list('ended').total]).toEqual([3, 2])
  })

  test('rows carry the numbers of the terms but none of their words', () => {
    record()
    const [row] = list().rows
    expect(row?.termNumbers).toEqual(['1', '2'])
    expect(JSON.stringify(row)).not.toContain('must not')
  })

  test('search finds an order by its court and note, never by a term', () => {
    record({ note: 'Certificate of service is with the solicitor' })
    const hits = (text: string) => store.call('search.events', { text, page }).total
    expect([hits('certificate'), hits('Family Court'), hits('violence')]).toEqual([1, 1, 0])
  })

  test('pages join without a gap or a double', () => {
    const past = { is: 'at', at: '2026-11-20T16:00:00.000Z', hourKnown: true }
    for (let index = 0; index < 25; index += 1) record(index % 2 === 0 ? { expires: past } : {})
    const seen: string[] = []
    let after: Cursor | null = null
    do {
      const wanted = { caseId, filter: { show: 'all' as const, withdrawn: false }, page: { limit: 7, after } }
      const answer: PageOf<OrderRow> = store.call('orders.listForCase', wanted)
      seen.push(...answer.rows.map(row => row.id))
      after = answer.next
    } while (after)
    expect(seen).toHaveLength(25)
    expect(new Set(seen).size).toBe(25)
  })
})

describe('reminders', () => {
  const today = day('2026-11-24')
  test('of a case: soonest first, none of the past, none of a discharged order', () => {
    const { id } = record({
      returnDate: '2026-12-01',
      expires: { is: 'at', at: '2027-01-05T00:00:00.000Z', hourKnown: false },
    })
    record({ discharged: { on: '2026-11-10', how: 'By the court' } })
    const { rows } = store.call('orders.remindersForCase', { caseId, today })
    expect(rows).toEqual([
      { orderId: id, on: '2026-12-01', what: 'return-date', amount: 0 },
      { orderId: id, on: '2026-12-07', what: 'before-end', amount: 28 },
      { orderId: id, on: '2026-12-21', what: 'before-end', amount: 14 },
    ])
  })

  test('over all open cases: what is due within a fortnight, either way', () => {
    const other = openCase(store, 'Chidi Placeholder')
    const at = (text: string) => ({ is: 'at', at: text, hourKnown: true })
    store.call('orders.record', { caseId: other.id, order: anOrder({ expires: at('2027-01-24T12:00:00.000Z') }) }) // 56 days: 29 Nov
    record({ expires: at('2026-12-15T12:00:00.000Z') }) // 28 days: 17 Nov; 14 days: 1 Dec
    record({ when: when('2025-12-01T10:00:00.000Z'), expires: { is: 'until-further-order' } }) // a year on 1 Dec
    record({ kind: 'ORD-PCB', arrestedOn: '2026-09-01', when: when('2026-09-01T10:00:00.000Z') }) // 3 months: 1 Dec
    record({ expires: at('2028-01-01T12:00:00.000Z') })
    const { rows } = store.call('orders.dueSoon', { today, ownerId: null })
    expect(rows.map(row => [row.on, row.what, row.amount, row.clientName])).toEqual(
      expect.arrayContaining([
        ['2026-11-17', 'before-end', 28, 'Alex Example'],
        ['2026-11-29', 'before-end', 56, 'Chidi Placeholder'],
        ['2026-12-01', 'before-end', 14, 'Alex Example'],
        ['2026-12-01', 'review', 12, 'Alex Example'],
        ['2026-12-01', 'bail-point', 3, 'Alex Example'],
      ]),
    )
    expect(rows).toHaveLength(5)
  })
})
