import { expect, test } from 'vitest'
import { newsOfHearing } from '../../renderer/features/bundles/hearing-news.ts'
import type { Hearing } from '../../shared/features/hearings.ts'
import { CalendarDay } from '../../shared/kernel/dates.ts'
import { listedFor } from '../support/hearings.ts'
import { storedHearing } from '../renderer/support/fake-court.ts'

const day = (text: string) => CalendarDay.parse(text)
const today = day('2026-11-24')
const court = 'Family Court at Exampleton'
const at = (n: number, on: string, change: Partial<Hearing> = {}) =>
  storedHearing(n, { court, when: listedFor(on), ...change })
const said = (hearing: Hearing | null, on: string | null) => ({
  ...{ hearingId: hearing?.id ?? null, hearingDay: on === null ? null : day(on), court },
})

test('a hearing on the day that the bundle prints is no news', () => {
  const own = at(1, '2026-12-03')
  expect(newsOfHearing(said(own, '2026-12-03'), { hearings: [own], today })).toBeNull()
  expect(newsOfHearing(said(null, '2026-12-03'), { hearings: [own], today })).toBeNull()
  expect(newsOfHearing(said(null, null), { hearings: [own], today })).toBeNull()
})

test('a hearing that moved offers its new day, also to a bundle that has none', () => {
  const own = at(1, '2026-12-17')
  const taken = { hearing: own, day: '2026-12-17' }
  expect(newsOfHearing(said(own, '2026-12-03'), { hearings: [own], today })?.take).toEqual(taken)
  expect(newsOfHearing(said(own, null), { hearings: [own], today })?.take).toEqual(taken)
})

test('a hearing that is past offers the one that follows it, and nothing where none does', () => {
  const following = at(2, '2027-01-12')
  const past = at(1, '2026-11-03', { next: { id: following.id, when: following.when } })
  const news = newsOfHearing(said(past, '2026-11-03'), { hearings: [following, past], today })
  expect(news?.take?.day).toBe('2027-01-12')
  expect(newsOfHearing(said(past, '2026-11-03'), { hearings: [{ ...past, next: null }], today })).toBeNull()
})

test('a hearing entered in error is said, with the next at the same court alone', () => {
  const own = at(1, '2026-12-03', { withdrawnReason: 'Another case' })
  const criminal = at(2, '2026-12-10', { court: 'Exampleton Crown Court' })
  const news = newsOfHearing(said(own, '2026-12-03'), { hearings: [own, criminal], today })
  expect(news).toMatchObject({ short: 'Hearing entered in error', take: null })
  const other = at(3, '2026-12-11')
  expect(newsOfHearing(said(own, '2026-12-03'), { hearings: [own, criminal, other], today })?.take?.day).toBe('2026-12-11') // prettier-ignore
})

test('a day without a hearing counts only where the court has another, and never one that is past', () => {
  const criminal = at(1, '2026-12-10', { court: 'Exampleton Crown Court' })
  expect(newsOfHearing(said(null, '2026-12-03'), { hearings: [criminal], today })).toBeNull()
  const hearings = [criminal, at(2, '2026-12-11')]
  expect(newsOfHearing(said(null, '2026-12-03'), { hearings, today })?.take?.day).toBe('2026-12-11')
  expect(newsOfHearing(said(null, '2026-11-03'), { hearings, today })).toBeNull()
})
