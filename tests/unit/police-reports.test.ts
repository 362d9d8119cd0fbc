import { describe, expect, test } from 'vitest'
import { CalendarDay } from '../../shared/kernel/dates.ts'
import type { When } from '../../shared/kernel/event.ts'
import pack from '../../shared/rules/offences.json' with { type: 'json' }
import { offenceOf, OffencePack, offences } from '../../shared/rules/offences.ts'
import codes from '../../shared/rules/outcome-codes.json' with { type: 'json' }
import { outcomeCodes, outcomeOf, OutcomePack } from '../../shared/rules/outcome-codes.ts'
import { silencesOf, type Dated } from '../../shared/rules/silences.ts'
import {
  clockWords,
  differenceWords,
  notLawWords,
  outcomeWords,
  reportDay,
  silenceLine,
  summaryOffences,
  undatedWords,
} from '../../shared/wording/police-reports.ts'
import { aPoliceReport, noOutcome } from '../support/police-reports.ts'

const day = (text: string) => CalendarDay.parse(text)
const on = (first: string, last = first, exact = true): Dated => ({ first: day(first), last: day(last), exact })
const today = day('2026-11-24')
const limit = (lastDay: string) => ({ rule: { status: 'secondary' as const }, lastDay: day(lastDay) })

describe('the packs', () => {
  test('are what their schemas say', () => {
    expect(OffencePack.parse(pack)).toEqual(pack)
    expect(OutcomePack.parse(codes)).toEqual(codes)
  })

  test('only offences that can go to a magistrates’ court alone have a clock, and each of those has one', () => {
    for (const { mode, timeLimit } of offences) expect(timeLimit.from !== 'none').toBe(mode === 'summary')
    for (const id of ['OFF-PHA4', 'OFF-PHA4A', 'OFF-CDA32A']) expect(offenceOf(id)?.timeLimit.from).toBe('none')
  })

  test('have every offence of the list and every code from 0 to 22, 0 being no outcome', () => {
    expect(offences).toHaveLength(25)
    expect(outcomeCodes.map(({ code }) => code)).toEqual(Array.from({ length: 23 }, (_, code) => code))
    expect(outcomeOf(0)?.group).toBe('open')
    expect(outcomeCodes.filter(({ group }) => group === 'open')).toHaveLength(1)
  })
})

describe('an offence on the day of the report', () => {
  test('is told to be no law yet, or no longer known to be, on the days before and after its own, both included', () => {
    const said = (id: string, reportedOn: string) => notLawWords(id, day(reportedOn))
    expect(said('OFF-OSA181', '2024-01-30')).toBe('Not yet law on the day of the report: from 31 Jan 2024')
    expect(said('OFF-OSA181', '2024-01-31')).toBeNull()
    expect(said('OFF-DAPO', '2026-03-31')).toBeNull()
    expect(said('OFF-DAPO', '2026-04-01')).toBe(
      'May no longer be law on the day of the report: known until 31 Mar 2026',
    )
    expect(said('OFF-PHA2', '1998-01-01')).toBeNull() // the pack has no date for it
    expect(notLawWords('OFF-OSA181', null)).toBeNull()
  })

  test('counts the last day that a report between two days can have been made on', () => {
    const between = { from: '2024-01-29T00:00:00.000Z', to: '2024-02-01T00:00:00.000Z', precision: 'range', zone: 'Europe/London' } // prettier-ignore
    expect(reportDay(between as When)).toBe('2024-02-01')
    expect(reportDay({ from: null, to: null, precision: 'unknown', zone: 'Europe/London' } as When)).toBeNull()
  })
})

describe('silences', () => {
  const open = { open: true, outcomeOn: null }

  test('a span counts by its shorter reading, and what is about right says so', () => {
    const { longest } = silencesOf(
      { ...open, reported: on('2026-10-01', '2026-10-03') },
      [on('2026-11-01', '2026-11-10')],
      today,
    )
    expect(longest).toEqual({ from: '2026-10-03', to: '2026-11-01', days: 29, running: false, exact: true })
    expect(silencesOf({ ...open, reported: on('2026-11-20', '2026-11-20', false) }, [], today).now?.exact).toBe(false)
  })

  test('words in any order, twice a day, or within one another never make it negative', () => {
    const words = [on('2026-11-10', '2026-11-20'), on('2026-11-12'), on('2026-11-12'), on('2026-10-02')]
    const { now, longest } = silencesOf({ ...open, reported: on('2026-10-01') }, words, today)
    expect([now?.days, longest?.days]).toEqual([4, 39])
  })

  test('nothing is claimed where the day of the report is not known or lies ahead', () => {
    for (const reported of [null, on('2026-11-25')])
      expect(silencesOf({ ...open, reported }, [], today)).toEqual({ now: null, longest: null })
  })
})

describe('the words', () => {
  test('say plainly what it was recorded as and what the advocate believes', () => {
    expect(differenceWords(aPoliceReport())).toBe('Recorded as harassment (s2); you believe stalking (s2A)')
    const words = { value: { offence: null, words: 'neighbour dispute' }, missing: null }
    expect(differenceWords(aPoliceReport({ recordedAs: words }))).toContain('“neighbour dispute”; you believe')
    expect(differenceWords(aPoliceReport({ recordedAs: { value: null, missing: 'unknown' } }))).toBeNull()
    expect(differenceWords(aPoliceReport({ believedToBe: { offence: 'OFF-PHA2', note: null } }))).toBeNull()
  })

  test('name an outcome by its code, and none as none', () => {
    expect(outcomeWords({ ...noOutcome, code: 0 })).toBe('No outcome yet')
    expect(outcomeWords({ ...noOutcome, on: day('2026-11-01') })).toBe('Outcome, code not known')
    expect(outcomeWords({ ...noOutcome, code: 1, subCode: '1A' })).toBe('1: Charged or summonsed (1A)')
  })

  test('tell the running and the longest silence in one line', () => {
    const { now, longest } = silencesOf(
      { open: true, outcomeOn: null, reported: on('2026-10-05') },
      [on('2026-11-08')],
      today,
    )
    const rows = [{ reportId: '' as never, open: true, now, longest }]
    expect(silenceLine(rows)).toBe(
      'Police have not got in touch by themselves about an open report for 16 days, since 8 Nov 2026. Longest wait for them to get in touch: 34 days, 5 Oct 2026 to 8 Nov 2026.',
    )
    expect(silenceLine([])).toBeNull()
    expect(undatedWords(1)).toBe('1 contact from police has no date and does not count here.')
  })

  test('the clock of six months is for summary offences alone, with its status, and no advice', () => {
    const [harassment, stalking, ...more] = summaryOffences(aPoliceReport())
    expect([harassment?.id, stalking?.id, more]).toEqual(['OFF-PHA2', 'OFF-PHA2A', []])
    const words = stalking ? clockWords(stalking, limit('2027-05-13'), today) : ''
    for (const part of [
      'Stalking (PHA 1997 s2A)',
      '13 May 2027',
      '170 days left',
      'Not legal advice; second-hand source',
    ])
      expect(words).toContain(part)
    expect(harassment && clockWords(harassment, limit('2027-05-13'), today)).toContain('second-hand source')
    const assault = offenceOf('OFF-CJA39')
    expect(assault && clockWords(assault, limit('2026-11-01'), today)).toMatch(
      /passed 23 days ago.*clock of its own: where/,
    )
    const serious = { value: { offence: 'OFF-PHA4A', words: null }, missing: null }
    expect(
      summaryOffences(aPoliceReport({ recordedAs: serious, believedToBe: { offence: null, note: null } })),
    ).toEqual([])
  })
})
