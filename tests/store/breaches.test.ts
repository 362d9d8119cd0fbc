import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { aBreach, anOrder } from '../support/orders.ts'
import { aPoliceContact } from '../support/police-contacts.ts'
import { newVault, openCase, refusal, reopened, type TestStore } from '../support/vault.ts'
import type { CaseId, EventId } from '../../shared/kernel/ids.ts'

let store: TestStore & { folder: string }
let caseId: CaseId
let orderId: EventId
beforeEach(async () => {
  store = await newVault()
  caseId = openCase(store).id
  orderId = store.call('orders.record', { caseId, order: anOrder() }).id
})
afterEach(() => store.close())

const page = { limit: 50, after: null }
const when = (from: string) => ({ from, to: null, precision: 'minute', zone: 'Europe/London' })
const record = (given: Parameters<typeof aBreach>[1] = {}) =>
  store.call('breaches.record', { caseId, breach: aBreach(orderId, given) })
const refused = (given: Record<string, unknown>) =>
  refusal(() => store.call('breaches.record', { caseId, breach: { ...aBreach(orderId), ...given } }))
const nothingKnown = { arrived: null, arrest: 'unknown', arrestedOn: null, charged: 'unknown', outcome: null }
const contact = (inCase = caseId) => store.call('policeContacts.record', { caseId: inCase, contact: aPoliceContact() })

describe('breaches', () => {
  test('what was recorded is there after a lock and an unlock, and its order counts it', async () => {
    const recorded = record({ links: [contact().id] })
    store = await reopened(store)
    expect(store.call('breaches.find', { id: recorded.id })).toEqual(recorded)
    expect(store.call('orders.find', { id: orderId }).breaches).toBe(1)
    const filter = { show: 'all' as const, withdrawn: false }
    expect(store.call('orders.listForCase', { caseId, filter, page }).rows[0]?.breaches).toBe(1)
  })

  test('a breach entered in error no longer counts', () => {
    const { id } = record()
    store.call('events.withdraw', { id, revision: 1, reason: 'Recorded twice' })
    expect(store.call('orders.find', { id: orderId }).breaches).toBe(0)
    const of = (withdrawn: boolean) =>
      store.call('breaches.listForCase', { caseId, orderId, withdrawn, page }).rows.map(row => row.id)
    expect([of(false), of(true)]).toEqual([[], [id]])
  })

  const impossible: [what: string, given: Record<string, unknown>, field: string, rule: string][] = [
    ['of a term that the order has not', { terms: ['2', '9'] }, 'terms', 'no-such-term'],
    ['before the order was made', { when: when('2026-11-03T10:59:00.000Z') }, 'when', 'breach-before-order'],
    [
      'in the future',
      {
        when: when('2026-11-24T09:31:00.000Z'),
        reported: { known: 'no', at: null, reference: null },
        response: nothingKnown,
      },
      'when',
      'in-the-future',
    ],
    [
      'reported before it happened',
      { reported: { known: 'yes', at: when('2026-11-12T21:04:00.000Z'), reference: null } },
      'reported',
      'reported-before-it-happened',
    ],
    [
      'reported at no time',
      { reported: { known: 'yes', at: null, reference: null } },
      'reported',
      'reported-when-needed',
    ],
    [
      'with a reference but no report',
      { reported: { known: 'no', at: null, reference: 'EX/1' } },
      'reported',
      'not-reported-so-no-details',
    ],
    [
      'answered before it was reported',
      {
        response: {
          arrived: when('2026-11-12T21:59:00.000Z'),
          arrest: 'no',
          arrestedOn: null,
          charged: 'no',
          outcome: null,
        },
      },
      'response',
      'answered-before-reported',
    ],
    [
      'with a day of arrest but no arrest',
      { response: { arrived: null, arrest: 'unknown', arrestedOn: '2026-11-13', charged: 'no', outcome: null } },
      'response',
      'no-arrest-so-no-day',
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

  test('after the end of the order is no breach, to the minute', async () => {
    const expires = { is: 'at', at: '2026-11-20T16:00:00.000Z', hourKnown: true }
    const short = store.call('orders.record', { caseId, order: anOrder({ expires }) }).id
    const quiet = {
      reported: { known: 'unknown', at: null, reference: null },
      response: nothingKnown,
    }
    const breach = (from: string) => aBreach(short, { ...quiet, when: when(from) })
    expect(
      (await refusal(() => store.call('breaches.record', { caseId, breach: breach('2026-11-20T16:00:00.000Z') })))
        .details,
    ).toEqual({ field: 'when', rule: 'breach-after-order' })
    expect(store.call('breaches.record', { caseId, breach: breach('2026-11-20T15:59:00.000Z') }).orderId).toBe(short)
  })

  test('with a date that is only about known, or not at all, is taken as told', () => {
    const unknown = { from: null, to: null, precision: 'unknown', zone: 'Europe/London' }
    const about = { from: '2026-11-02T00:00:00.000Z', to: null, precision: 'about', zone: 'Europe/London' }
    expect(record({ when: unknown }).when.from).toBeNull()
    expect(record({ when: about }).when.precision).toBe('about')
  })

  test('of an order of another case, or of a release without conditions, is refused', async () => {
    const other = openCase(store, 'Bronwen Sample').id
    const elsewhere = store.call('orders.record', { caseId: other, order: anOrder() }).id
    expect((await refused({ orderId: elsewhere })).details).toEqual({ field: 'orderId', rule: 'order-of-another-case' })
    const released = anOrder({
      kind: 'ORD-RUI',
      terms: [],
      served: { known: 'not-needed', at: null, how: null, by: null },
    })
    const rui = store.call('orders.record', { caseId, order: released }).id
    expect((await refused({ orderId: rui, terms: [] })).details).toEqual({ field: 'orderId', rule: 'nothing-to-break' })
  })

  test('the order can’t be corrected from under a breach', async () => {
    record()
    const update = (given: Parameters<typeof anOrder>[0]) =>
      refusal(() => store.call('orders.update', { id: orderId, revision: 1, order: anOrder(given) }))
    expect((await update({ terms: [{ number: '1', text: 'Only one' }] })).details).toEqual({
      field: 'terms',
      rule: 'term-has-breach',
    })
    const later = when('2026-11-20T10:00:00.000Z')
    const served = { known: 'no', at: null, how: null, by: null }
    const policeNotified = { known: 'no', on: null, reference: null }
    expect((await update({ when: later, served, policeNotified })).details).toEqual({
      field: 'when',
      rule: 'made-after-a-breach',
    })
    const expires = { is: 'at', at: '2026-11-10T10:00:00.000Z', hourKnown: true }
    expect((await update({ expires })).details).toEqual({ field: 'expires', rule: 'ends-before-a-breach' })
  })

  test('an update on an old revision answers with both versions and changes nothing', () => {
    const { id } = record()
    store.call('breaches.update', { id, revision: 1, breach: aBreach(orderId, { what: 'Theirs' }) })
    const answer = store.call('breaches.update', { id, revision: 1, breach: aBreach(orderId, { what: 'Mine' }) })
    expect(answer).toMatchObject({ outcome: 'conflict', current: { what: 'Theirs' }, yours: { what: 'Mine' } })
  })

  test('the title names the order and its terms as the order writes them', () => {
    record({ terms: ['2', '1'] })
    const { rows } = store.call('events.timeline', { caseId, withdrawn: false, page })
    expect(rows.find(row => row.kind === 'breach')?.title).toBe('Breach of non-molestation order, terms 1 and 2')
  })
})

describe('links between records', () => {
  test('are seen from both ends, and a correction takes them away', () => {
    const other = contact()
    const { id } = record({ links: [other.id] })
    const linked = (of: EventId) =>
      store.call('events.linked', { id: of }).rows.map(row => [row.direction, row.kind, row.id])
    expect(linked(id)).toEqual([['to', 'police-contact', other.id]])
    expect(linked(other.id)).toEqual([['from', 'breach', id]])
    store.call('breaches.update', { id, revision: 1, breach: aBreach(orderId) })
    expect(linked(other.id)).toEqual([])
    const versions = store.call('events.versions', { id }).rows
    expect(versions.map(row => row.values['links'])).toEqual([[], [other.id]])
  })

  test('stay within a case, and never lead to the record itself', async () => {
    const other = openCase(store, 'Bronwen Sample').id
    const elsewhere = contact(other)
    expect((await refused({ links: [elsewhere.id] })).details).toEqual({ field: 'links', rule: 'linked-across-cases' })
    const { id } = record()
    const breach = aBreach(orderId, { links: [id] })
    const { details } = await refusal(() => store.call('breaches.update', { id, revision: 1, breach }))
    expect(details).toEqual({ field: 'links', rule: 'linked-to-itself' })
    const own = contact().id
    expect((await refused({ links: [own, own] })).details).toMatchObject({ rule: 'linked-twice' })
    expect((await refused({ links: ['01900000-0000-7000-8000-000000000000'] })).code).toBe('not-found')
  })

  test('can be made to records of the kinds asked for, those in error left out', () => {
    const kept = contact()
    const gone = contact()
    store.call('events.withdraw', { id: gone.id, revision: 1, reason: 'Wrong case' })
    const { rows, total } = store.call('events.ofKinds', { caseId, kinds: ['police-contact'], page })
    expect(rows.map(row => row.id)).toEqual([kept.id])
    expect(total).toBe(1)
    expect(store.call('events.ofKinds', { caseId, kinds: ['order', 'police-contact'], page }).total).toBe(2)
  })
})
