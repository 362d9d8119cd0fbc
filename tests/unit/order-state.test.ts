import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Expiry, OrderDraft } from '../../shared/features/orders.ts'
import { CalendarDay, Instant, london } from '../../shared/kernel/dates.ts'
import { EventId } from '../../shared/kernel/ids.ts'
import { addDays, startOfDay } from '../../shared/kernel/uk-dates.ts'
import { orderKinds } from '../../shared/rules/order-kinds.ts'
import { bailEnds, lastDayOf, notifyBy, orderGaps, orderReminders, orderState } from '../../shared/rules/order-state.ts'
import { expiryLine, gapSentence, kindCaution, serviceLine, stateLine } from '../../shared/wording/orders.ts'
import { anOrder } from '../support/orders.ts'

const day = (text: string) => CalendarDay.parse(text)
const moment = (text: string) => Instant.parse(text)
const now = moment('2026-11-24T09:30:00.000Z')
const at = (text: string, hourKnown = true): Expiry => ({ is: 'at', at: moment(text), hourKnown })
const endOf = (last: string): Expiry => at(startOfDay(addDays(day(last), 1), london), false)
const order = (given: Partial<OrderDraft> = {}) => ({
  ...anOrder(),
  id: EventId.parse('01900000-0000-7000-8000-000000000001'),
  replacedBy: null,
  ...given,
})
const notServed = { known: 'no', at: null, how: null, by: null } as const
const unknownService = { ...notServed, known: 'unknown' } as const

describe('how an order stands', () => {
  const states: [what: string, given: Partial<OrderDraft>, name: string, ended: boolean][] = [
    ['served and running', {}, 'in-force', false],
    ['not served', { served: notServed }, 'unserved', false],
    ['nobody knows whether served', { served: unknownService }, 'unserved', false],
    ['service not known where it is not needed', { served: unknownService, kind: 'ORD-ROC' }, 'in-force', false],
    ['not served, whatever the kind', { served: notServed, kind: 'ORD-ROC' }, 'unserved', false],
    ['starts tomorrow', { starts: day('2026-11-25') }, 'not-yet-in-force', false],
    ['starts today', { starts: day('2026-11-24') }, 'in-force', false],
    ['until further order', { expires: { is: 'until-further-order' } }, 'in-force', false],
    ['end not known', { expires: { is: 'unknown' } }, 'end-unknown', false],
    ['released under investigation', { kind: 'ORD-RUI' }, 'no-protection', false],
    ['over since this minute', { expires: at('2026-11-24T09:30:00.000Z') }, 'expired', true],
    ['discharged today', { discharged: { on: day('2026-11-24'), how: 'By the court' } }, 'discharged', true],
    [
      'discharged and expired',
      { discharged: { on: day('2026-11-01'), how: 'x' }, expires: endOf('2026-11-02') },
      'discharged',
      true,
    ],
  ]
  test.each(states.map(([what, given, name, ended]) => ({ what, given, name, ended })))(
    '$what',
    ({ given, name, ended }) => {
      expect(orderState(order(given), now)).toMatchObject({ name, ended })
    },
  )

  test('expired never looks active, whatever else an order says', () => {
    const anyMoment = fc
      .date({ min: new Date('2026-11-04'), max: new Date('2030-01-01'), noInvalidDate: true })
      .map(date => moment(date.toISOString()))
    const any = fc.record({
      kind: fc.constantFrom(...orderKinds.map(({ id }) => id)),
      served: fc.constantFrom(anOrder().served, notServed, unknownService),
      starts: fc.constantFrom(null, day('2026-12-01'), day('2029-12-01')),
    })
    fc.assert(
      fc.property(any, anyMoment, anyMoment, (given, end, later) => {
        const state = orderState(order({ ...given, expires: { is: 'at', at: end, hourKnown: true } }), later)
        expect(state.ended).toBe(later >= end)
        expect(['expired', 'discharged'].includes(state.name)).toBe(later >= end)
        expect(state.daysLeft === null).toBe(later >= end)
      }),
    )
  })

  test('a day without an hour lasts to its midnight in London, in winter, in summer and on the day of 25 hours', () => {
    for (const last of ['2026-11-30', '2027-07-14', '2026-10-25', '2027-03-28']) {
      const expires = endOf(last)
      const end = expires.is === 'at' ? Date.parse(expires.at) : 0
      expect(lastDayOf({ expires })).toBe(last)
      const state = (from: number) => orderState(order({ expires }), moment(new Date(end + from).toISOString()))
      expect(state(-1)).toMatchObject({ ended: false, daysLeft: 0, endingSoon: true })
      expect(state(0)).toMatchObject({ ended: true, daysLeft: null, endingSoon: false })
    }
  })

  test('days left are counted on the calendar, and words say so', () => {
    const soon = order({ expires: endOf('2026-12-07') })
    expect(orderState(soon, now).daysLeft).toBe(13)
    expect(stateLine(soon, now)).toBe('until end of 7 Dec 2026, 13 days left')
    expect(stateLine(order({ expires: endOf('2026-11-24') }), now)).toBe('until end of 24 Nov 2026, ends today')
    expect(stateLine(order({ expires: at('2027-07-14T15:00:00.000Z') }), now)).toBe('until 14 Jul 2027, 16:00')
    expect(stateLine(order({ expires: endOf('2026-11-20') }), now)).toBe('since end of 20 Nov 2026')
    expect(expiryLine(at('2026-10-25T01:30:00.000Z'))).toBe('25 Oct 2026, 01:30 GMT')
    expect(serviceLine(anOrder().served)).toBe('Served 3 Nov 2026, 18:40')
    expect(serviceLine(unknownService)).toBe('Service not known')
  })
})

describe('gaps', () => {
  const cases: [what: string, given: Partial<OrderDraft>, gaps: string[]][] = [
    ['none', {}, []],
    ['not served', { served: notServed }, ['unserved']],
    ['service not known', { served: unknownService }, ['service-unknown']],
    ['an undertaking', { kind: 'ORD-UND' }, ['promise-only']],
    ['released under investigation', { kind: 'ORD-RUI' }, ['no-conditions']],
    ['14 days left', { expires: endOf('2026-12-08') }, ['ends-now-soon']],
    ['15 days left', { expires: endOf('2026-12-09') }, []],
    ['unserved and ending', { served: notServed, expires: endOf('2026-12-01') }, ['unserved', 'ends-now-soon']],
    ['end not known', { expires: { is: 'unknown' } }, ['end-unknown']],
    ['ran out a week ago', { expires: endOf('2026-11-17') }, ['expired']],
    ['ran out long ago', { expires: endOf('2026-03-01') }, []],
    ['discharged', { discharged: { on: day('2026-11-20'), how: 'x' }, served: notServed }, []],
  ]
  test.each(cases)('%s', (_what, given, gaps) => {
    expect(orderGaps(order(given), now)).toEqual(gaps)
  })

  test('an order that ran out and was replaced is none', () => {
    const replacedBy = EventId.parse('01900000-0000-7000-8000-000000000002')
    expect(orderGaps({ ...order({ expires: endOf('2026-11-17') }), replacedBy }, now)).toEqual([])
  })

  test('an end without renewal says so', () => {
    const notice = order({ kind: 'ORD-DVPO', expires: endOf('2026-12-01') })
    expect(gapSentence('ends-now-soon', notice, now)).toMatch(/^7 days left: end of 1 Dec 2026\. Can’t be renewed\./)
    const spo = order({ kind: 'ORD-SPO', expires: endOf('2026-12-01') })
    expect(gapSentence('ends-now-soon', spo, now)).toContain('the client can’t')
  })
})

describe('dates that follow from an order', () => {
  const all = { from: day('2020-01-01'), to: day('2029-12-31') }
  test('56, 28 and 14 days before its last day, and none before it was made', () => {
    const on = (given: Partial<OrderDraft>) => orderReminders(order(given), all).map(reminder => reminder.on)
    expect(on({ expires: endOf('2027-01-31') })).toEqual(['2026-12-06', '2027-01-03', '2027-01-17'])
    expect(on({ expires: endOf('2026-12-01') })).toEqual(['2026-11-17'])
    expect(on({ expires: endOf('2027-01-31'), returnDate: day('2026-11-17') })[0]).toBe('2026-11-17')
    expect(on({ discharged: { on: day('2026-11-20'), how: 'x' } })).toEqual([])
  })

  test('a yearly review until further order, on 28 February for one made on the 29th', () => {
    const when = { ...anOrder().when, from: moment('2024-02-29T10:00:00.000Z') }
    const leap = order({ when, expires: { is: 'until-further-order' } })
    expect(orderReminders(leap, { from: day('2025-01-01'), to: day('2028-03-01') })).toEqual([
      { orderId: leap.id, on: '2025-02-28', what: 'review', amount: 12 },
      { orderId: leap.id, on: '2026-02-28', what: 'review', amount: 24 },
      { orderId: leap.id, on: '2027-02-28', what: 'review', amount: 36 },
      { orderId: leap.id, on: '2028-02-29', what: 'review', amount: 48 },
    ])
  })

  test('bail runs from the day after arrest', () => {
    const ends = bailEnds({ kind: 'ORD-PCB', arrestedOn: day('2026-11-01') }).map(({ months, on }) => [months, on])
    expect(ends).toEqual([
      [3, '2027-02-01'],
      [6, '2027-05-01'],
      [9, '2027-08-01'],
    ])
    expect(bailEnds({ kind: 'ORD-NMO', arrestedOn: day('2026-11-01') })).toEqual([])
    expect(bailEnds({ kind: 'ORD-PCB', arrestedOn: null })).toEqual([])
  })

  test('the respondent tells police within 3 days: of service for one kind, of making for another', () => {
    expect(notifyBy(order({ kind: 'ORD-SPO' }))).toBe('2026-11-05')
    const late = { ...anOrder().served, at: { ...anOrder().when, from: moment('2026-11-10T10:00:00.000Z') } }
    expect(notifyBy(order({ kind: 'ORD-SPO', served: late }))).toBe('2026-11-12')
    expect(notifyBy(order({ kind: 'ORD-DAPO', served: late }))).toBe('2026-11-05')
    expect(notifyBy(order({ kind: 'ORD-SPO', served: notServed }))).toBeNull()
    expect(notifyBy(order())).toBeNull()
  })

  test('an order made after its law was checked says so', () => {
    expect(kindCaution(order({ kind: 'ORD-DAPO' }))).toContain('to 31 Mar 2026')
    expect(kindCaution(order({ kind: 'ORD-SPO' }))).toBeNull()
    expect(kindCaution(order({ kind: 'ORD-CB' }))).toBeNull()
  })
})
