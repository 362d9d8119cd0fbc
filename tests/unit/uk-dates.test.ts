import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CalendarDay, ClockTime, Instant, london, ZoneId } from '../../shared/kernel/dates.ts'
import {
  daysBetween,
  dayOf,
  momentsOf,
  parseDay,
  parseTime,
  showDay,
  showDayInFull,
  showMoment,
  startOfDay,
  timeOf,
} from '../../shared/kernel/uk-dates.ts'

const day = (text: string) => CalendarDay.parse(text)
const today = day('2026-11-24')
const anyDay = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map(date => day(date.toISOString().slice(0, 10)))
const anyMoment = fc
  .date({ min: new Date('1972-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map(date => Instant.parse(date.toISOString()))
const anyTime = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hours, minutes]) => ClockTime.parse(`${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`))

describe('days as people here type them', () => {
  test.each([
    ['24/11/26', '2026-11-24'],
    ['24-11-2026', '2026-11-24'],
    ['24.11.26', '2026-11-24'],
    ['24 11 26', '2026-11-24'],
    ['24 Nov 2026', '2026-11-24'],
    ['24 november 26', '2026-11-24'],
    ['24th Nov', '2026-11-24'],
    ['24nov26', '2026-11-24'],
    ['Tuesday, 24 Nov 2026', '2026-11-24'],
    ['Thur 26 Nov', '2026-11-26'],
    ['1/3', '2026-03-01'],
    ['1 Sept 26', '2026-09-01'],
    ['2026-11-24', '2026-11-24'],
    [' today ', '2026-11-24'],
    ['Yesterday', '2026-11-23'],
    ['tomorrow', '2026-11-25'],
    ['29/2/24', '2024-02-29'],
    ['29/2/2000', '2000-02-29'],
  ])('%s', (typed, expected) => {
    expect(parseDay(typed, today)).toBe(expected)
  })

  test.each([
    '',
    'x',
    '31/2/26',
    '29/2/26',
    '29/2/1900',
    '31/4/26',
    '0/1/26',
    '1/0/26',
    '1/13/26',
    '32/1/26',
    '1/1/3000',
    '1/1/1',
    '24 Nov 026',
    '24 Foo 26',
    'Tuesday',
    '24/11/26 09:30',
    '1/2/3/4',
    '-1/1/26',
    '24//11',
    'constructor',
    '__proto__',
    'toString',
    '٢٤/١١/٢٦',
  ])('%j is none', typed => {
    expect(parseDay(typed, today)).toBeNull()
  })

  test('two digits of a year reach ten years ahead, and otherwise back', () => {
    expect(['36', '37', '99', '00', '26'].map(year => parseDay(`1/1/${year}`, today))).toEqual([
      '2036-01-01',
      '1937-01-01',
      '1999-01-01',
      '2000-01-01',
      '2026-01-01',
    ])
  })

  test('whatever is shown can be typed back', () => {
    fc.assert(
      fc.property(anyDay, shown => {
        expect(parseDay(showDay(shown), today)).toBe(shown)
        expect(parseDay(showDayInFull(shown), today)).toBe(shown)
        expect(parseDay(shown, today)).toBe(shown)
        const [year, month, date] = shown.split('-')
        expect(parseDay(`${String(Number(date))}/${String(Number(month))}/${String(year)}`, today)).toBe(shown)
      }),
    )
  })

  test('no text whatever breaks it, and what it reads is a real day', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string({ unit: fc.constantFrom('1', '2', '9', '/', '-', ' ', '.', 'nov', 'th', 'feb', 'e') }),
        ),
        text => {
          const read = parseDay(text, today)
          expect(read === null || CalendarDay.safeParse(read).success).toBe(true)
          const time = parseTime(text)
          expect(time === null || ClockTime.safeParse(time).success).toBe(true)
        },
      ),
    )
  })
})

describe('times as people type them', () => {
  test.each([
    ['09:30', '09:30'],
    ['9.30', '09:30'],
    ['0930', '09:30'],
    ['930', '09:30'],
    ['9am', '09:00'],
    ['9.30 pm', '21:30'],
    ['12am', '00:00'],
    ['12pm', '12:00'],
    ['12.30 a.m.', '00:30'],
    ['noon', '12:00'],
    ['midnight', '00:00'],
    ['23:59', '23:59'],
  ])('%s', (typed, expected) => {
    expect(parseTime(typed)).toBe(expected)
  })
  test.each(['', '9', '24:00', '9:60', '13pm', '0am', '9:3', 'x', '12345', '-1:00', '9:30:15'])('%j is none', typed => {
    expect(parseTime(typed)).toBeNull()
  })
})

describe('clocks', () => {
  test('on the night that clocks go back 01:30 is twice, and each is shown as itself', () => {
    const moments = momentsOf(day('2026-10-25'), ClockTime.parse('01:30'), london)
    expect(moments).toEqual(['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z'])
    expect(moments.map(moment => showMoment(moment, london))).toEqual([
      '25 Oct 2026, 01:30 BST',
      '25 Oct 2026, 01:30 GMT',
    ])
  })
  test('on the night that they go forward 01:30 is never', () => {
    expect(momentsOf(day('2026-03-29'), ClockTime.parse('01:30'), london)).toEqual([])
    expect(momentsOf(day('2026-03-29'), ClockTime.parse('02:00'), london)).toEqual(['2026-03-29T01:00:00.000Z'])
  })
  test('a late evening in summer is that day here, though the next in UTC is near', () => {
    const late = Instant.parse('2026-06-30T23:30:00.000Z')
    expect([dayOf(late, london), timeOf(late, london)]).toEqual(['2026-07-01', '00:30'])
    expect(startOfDay(day('2026-07-01'), london)).toBe('2026-06-30T23:00:00.000Z')
  })
  test('a day and a time are moments that show them again', () => {
    fc.assert(
      fc.property(
        anyDay.filter(each => each > '1972'),
        anyTime,
        fc
          .constantFrom('Europe/London', 'America/New_York', 'Asia/Kolkata', 'Pacific/Apia', 'UTC')
          .map(zone => ZoneId.parse(zone)),
        (date, time, zone) => {
          for (const moment of momentsOf(date, time, zone))
            expect([dayOf(moment, zone), timeOf(moment, zone)]).toEqual([date, time])
        },
      ),
    )
  })
  test('a moment lies within the day that it is said to be of', () => {
    fc.assert(
      fc.property(anyMoment, moment => {
        const date = dayOf(moment, london)
        expect(startOfDay(date, london) <= moment).toBe(true)
        expect(momentsOf(date, timeOf(moment, london), london)).toContain(`${moment.slice(0, 17)}00.000Z`)
      }),
    )
  })
  test('days between are calendar days, whatever the clocks do', () => {
    expect(daysBetween(day('2026-10-24'), day('2026-10-26'))).toBe(2)
    expect(daysBetween(day('2026-03-30'), day('2026-03-28'))).toBe(-2)
    expect(daysBetween(day('2024-02-28'), day('2024-03-01'))).toBe(2)
  })
})

describe('what is a date at all', () => {
  test.each(['2026-02-30', '2026-13-01', '26-11-24', '2026-11-24T00:00', ''])('%j is no calendar day', text => {
    expect(CalendarDay.safeParse(text).success).toBe(false)
  })
  test.each([
    '2026-02-30T00:00:00.000Z',
    '2026-11-24T09:30:00Z',
    '2026-11-24T09:30:00.000',
    '2026-11-24T09:30:00.000+00:00',
    '2026-11-24T24:00:00.000Z',
    '2026-11-24T09:60:00.000Z',
  ])('%j is no moment', text => {
    expect(Instant.safeParse(text).success).toBe(false)
  })
  test.each(['Europe/Nowhere', 'BSTX', '', 'Europe/London\n', '../etc/localtime', '__proto__'])(
    '%j is no zone',
    text => {
      expect(ZoneId.safeParse(text).success).toBe(false)
    },
  )
  test.each(['Europe/London', 'UTC', 'America/Argentina/Buenos_Aires', 'Etc/GMT+5'])('%s is a zone', text => {
    expect(ZoneId.safeParse(text).success).toBe(true)
  })
})
