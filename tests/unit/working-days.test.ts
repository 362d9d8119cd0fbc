import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CalendarDay } from '../../shared/kernel/dates.ts'
import { addDays } from '../../shared/kernel/uk-dates.ts'
import holidayPack from '../../shared/rules/bank-holidays.json' with { type: 'json' }
import { BankHolidayPack } from '../../shared/rules/bank-holidays.ts'
import kindPack from '../../shared/rules/hearing-kinds.json' with { type: 'json' }
import { HearingKindPack, hearingKinds } from '../../shared/rules/hearing-kinds.ts'
import taskPack from '../../shared/rules/hearing-tasks.json' with { type: 'json' }
import { HearingTaskPack, taskDueDay, tasksForHearing } from '../../shared/rules/hearing-tasks.ts'
import measurePack from '../../shared/rules/special-measures.json' with { type: 'json' }
import { measureClock, specialMeasures, SpecialMeasuresPack } from '../../shared/rules/special-measures.ts'
import { isWorkingDay, offsetDay, type DayCount } from '../../shared/rules/working-days.ts'

const day = (text: string) => CalendarDay.parse(text)
const counted = (from: string, days: number, counts: DayCount = 'working'): string => {
  const answer = offsetDay(day(from), { days, counts })
  return answer.known ? answer.day : answer.why
}

describe('the packs', () => {
  test('what comes with the app is what the schemas say', () => {
    expect(BankHolidayPack.parse(holidayPack)).toEqual(holidayPack)
    expect(HearingKindPack.parse(kindPack)).toEqual(kindPack)
    expect(HearingTaskPack.parse(taskPack)).toEqual(taskPack)
    expect(SpecialMeasuresPack.parse(measurePack)).toEqual(measurePack)
  })

  test('no id stands twice, and rules name kinds that there are', () => {
    const kinds = hearingKinds.map(({ id }) => id)
    const all = [kinds, taskPack.rules.map(({ id }) => id), specialMeasures.map(({ id }) => id)]
    for (const ids of all) expect(new Set(ids).size).toBe(ids.length)
    for (const { kinds: named } of taskPack.rules) for (const kind of named ?? []) expect(kinds).toContain(kind)
  })

  test('eight bank holidays a year, none of them on a weekend', () => {
    for (const year of ['2024', '2025', '2026', '2027', '2028'])
      expect(holidayPack.holidays.filter(one => one.day.startsWith(year))).toHaveLength(8)
    for (const holiday of holidayPack.holidays)
      expect([0, 6], holiday.day).not.toContain(new Date(holiday.day).getUTCDay())
  })
})

describe('working days', () => {
  test.each([
    ['2026-11-24', 1, '2026-11-25'],
    ['2026-11-27', 1, '2026-11-30'], // over a weekend
    ['2026-11-28', 1, '2026-11-30'], // from a Saturday
    ['2026-11-30', -1, '2026-11-27'],
    ['2026-11-24', 0, '2026-11-24'],
    ['2026-04-02', 1, '2026-04-07'], // over Easter
    ['2026-04-07', -1, '2026-04-02'],
    ['2026-12-24', 1, '2026-12-29'], // Boxing Day on a Saturday: the Monday is its substitute
    ['2027-12-24', 1, '2027-12-29'], // both on a weekend: Monday and Tuesday are
    ['2027-12-31', 1, '2028-01-04'], // New Year's Day on a Saturday
    ['2028-12-29', 1, 'after-list'],
    ['2024-01-02', -1, 'before-list'],
    ['2031-06-02', 1, 'after-list'],
  ])('%s and %i is %s', (from, days, expected) => expect(counted(from, days)).toBe(expected))

  test('business days are the same in the years of the list', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1500 }), fc.integer({ min: -20, max: 20 }), (from, days) => {
        const start = addDays(day('2024-02-10'), from)
        expect(counted(start, days, 'business')).toBe(counted(start, days))
      }),
    ))

  test('there and back again ends on the same working day', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1500 }), fc.integer({ min: 1, max: 40 }), (from, days) => {
        const start = addDays(day('2024-03-04'), from)
        fc.pre(isWorkingDay(start) === true)
        expect(counted(counted(start, days), -days)).toBe(start)
      }),
    ))

  test('calendar days need no list', () => {
    expect(counted('2040-01-01', -28, 'calendar')).toBe('2039-12-04')
    expect(isWorkingDay(day('2029-06-05'))).toBeNull()
    expect(isWorkingDay(day('2040-01-01'), 'calendar')).toBe(true)
  })
})

describe('preparation tasks', () => {
  const today = day('2026-11-24')
  const ids = (kind: string, on: string) => tasksForHearing(kind, day(on), today).map(({ id }) => id)

  test('each court has its own', () => {
    expect(ids('H-FC-FF', '2027-02-03')).toContain('HT-BUNDLE-FILE')
    expect(ids('H-CC-TRIAL', '2027-02-03')).not.toContain('HT-BUNDLE-FILE')
    expect(ids('H-CC-TRIAL', '2027-02-03')).toContain('HT-VPS')
    expect(ids('H-MC-BAIL', '2027-02-03')).not.toContain('HT-VPS')
    expect(ids('H-OWN-KIND', '2027-02-03')).toEqual([])
  })

  test('a hearing that is past needs only what comes after it', () => {
    expect(ids('H-CC-TRIAL', '2026-11-20')).toEqual(['HT-OUTCOME', 'HT-AFTER'])
    expect(ids('H-CC-TRIAL', '2026-11-24')).toContain('HT-CALL')
  })

  test('due days count from the hearing, and never lie behind today', () => {
    expect(taskDueDay({ days: -28, counts: 'calendar' }, day('2027-02-03'), today)).toBe('2027-01-06')
    expect(taskDueDay({ days: -5, counts: 'working' }, day('2027-01-06'), today)).toBe('2026-12-29')
    expect(taskDueDay({ days: -28, counts: 'calendar' }, day('2026-12-01'), today)).toBe(today)
    expect(taskDueDay({ days: 1, counts: 'working' }, day('2028-12-29'), today)).toBeNull()
  })

  test('a not-guilty plea starts the clock for special measures, by court', () => {
    const clock = (kind: string) => measureClock(kind, day('2026-11-24'))
    expect(clock('H-CC-PTPH')?.offset).toEqual({ days: 10, counts: 'business' })
    expect(clock('H-MC-ALLOC')?.offset).toEqual({ days: 20, counts: 'business' })
    expect(clock('H-CC-TRIAL')).toBeNull()
    expect(measureClock('H-CC-PTPH', day('2025-10-05'))).toBeNull()
  })
})
