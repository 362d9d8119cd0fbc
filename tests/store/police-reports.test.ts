import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { PoliceReportDraft } from '../../shared/features/police-reports.ts'
import type { CaseId } from '../../shared/kernel/ids.ts'
import { aPoliceContact } from '../support/police-contacts.ts'
import { aPoliceReport, noOutcome } from '../support/police-reports.ts'
import { newVault, openCase, refusal, reopened, type TestStore } from '../support/vault.ts'

let store: TestStore & { folder: string }
let caseId: CaseId
beforeEach(async () => {
  store = await newVault()
  caseId = openCase(store).id
})
afterEach(() => store.close())

const today = '2026-11-24' as never
const page = { limit: 50, after: null }
const day = (text: string | null, precision = text === null ? 'unknown' : 'day') => ({
  ...{ from: text === null ? null : `${text}T00:00:00.000Z`, to: null },
  ...{ precision, zone: 'Europe/London' },
})
const record = (given: Parameters<typeof aPoliceReport>[0] = {}) =>
  store.call('policeReports.record', { caseId, report: aPoliceReport(given) })
const refused = (given: Record<string, unknown>) =>
  refusal(() => store.call('policeReports.record', { caseId, report: { ...aPoliceReport(), ...given } }))
const list = (show: 'all' | 'open' | 'differs' = 'all', withdrawn = false) =>
  store.call('policeReports.listForCase', { caseId, filter: { show, withdrawn }, page }).rows.map(({ id }) => id)
const contact = (on: string | null, direction = 'from-police', inCase = caseId) =>
  store.call('policeContacts.record', { caseId: inCase, contact: aPoliceContact({ when: day(on), direction }) })
const silences = () => store.call('policeReports.silences', { caseId, today })

describe('police reports', () => {
  test('what was recorded is there after a lock and an unlock, with its links and re-classifications in order', async () => {
    const linked = contact('2026-10-10')
    const moved = (on: string, from: string, to: string) => ({ on, from, to, reason: null })
    const recorded = record({
      recordedAs: { value: { offence: null, words: 'Malicious communications' }, missing: null },
      reclassifications: [moved('2026-11-02', 'B', 'C'), moved('2026-10-20', 'A', 'B')],
      outcome: { code: 15, on: '2026-11-20', subCode: '15B', reason: 'Phone not examined' },
      links: [linked.id],
    })
    expect(recorded.reclassifications.map(({ on }) => on)).toEqual(['2026-10-20', '2026-11-02'])
    store = await reopened(store)
    expect(store.call('policeReports.find', { id: recorded.id })).toEqual(recorded)
    const { rows } = store.call('events.linked', { id: linked.id })
    expect(rows.map(row => [row.direction, row.id, row.kind])).toEqual([['from', recorded.id, 'police-report']])
  })

  test('a link into another case is refused', async () => {
    const other = openCase(store, 'Kim Example').id
    const { id } = contact('2026-10-10', 'from-police', other)
    expect((await refused({ links: [id] })).details).toEqual({ field: 'links', rule: 'linked-across-cases' })
  })

  test('newest first, an unknown date last, those entered in error only when asked for', () => {
    const old = record({ when: day('2026-09-01') }).id
    const undated = record({ when: day(null) }).id
    const fresh = record().id
    store.call('events.withdraw', { id: old, revision: 1, reason: 'Wrong case' })
    expect([list(), list('all', true)]).toEqual([
      [fresh, undated],
      [fresh, old, undated],
    ])
  })

  test('open and recorded as something else: code 0 never counts as an outcome, not known is no difference', () => {
    const same = record({ believedToBe: { offence: 'OFF-PHA2', note: null } }).id
    const zero = record({ outcome: { ...noOutcome, code: 0 }, believedToBe: { offence: null, note: null } }).id
    const words = record({
      recordedAs: { value: { offence: null, words: 'Domestic incident' }, missing: null },
      outcome: { ...noOutcome, on: '2026-11-20' },
    }).id
    const unknown = record({ recordedAs: { value: null, missing: 'unknown' }, outcome: { ...noOutcome, code: 18 } }).id
    expect(list('open').toSorted()).toEqual([same, zero].toSorted())
    expect(list('differs')).toEqual([words])
    expect(list()).toContain(unknown)
  })

  const impossible: [what: string, given: Record<string, unknown>, said: { field: string; rule: string }][] = [
    ['reported in the future', { when: day('2026-11-25'), recordedOn: null }, { field: 'when', rule: 'in-the-future' }],
    [
      'recorded before it was reported',
      { recordedOn: '2026-10-04' },
      { field: 'recordedOn', rule: 'recorded-before-reported' },
    ],
    ['recorded in the future', { recordedOn: '2026-11-25' }, { field: 'recordedOn', rule: 'in-the-future' }],
    [
      'an outcome before it was reported',
      { outcome: { ...noOutcome, code: 16, on: '2026-10-04' } },
      { field: 'outcome', rule: 'outcome-before-reported' },
    ],
    [
      'an outcome ahead',
      { outcome: { ...noOutcome, code: 16, on: '2026-12-01' } },
      { field: 'outcome', rule: 'in-the-future' },
    ],
    [
      'a day for code 0',
      { outcome: { ...noOutcome, code: 0, on: '2026-11-01' } },
      { field: 'outcome', rule: 'no-outcome-yet' },
    ],
    [
      'details of no outcome',
      { outcome: { ...noOutcome, reason: 'No evidence' } },
      { field: 'outcome', rule: 'outcome-needed' },
    ],
    [
      'a code that the pack has not',
      { outcome: { ...noOutcome, code: 77 } },
      { field: 'outcome', rule: 'unknown-outcome' },
    ],
    [
      'an offence that the pack has not',
      { believedToBe: { offence: 'OFF-NONE', note: null } },
      { field: 'believedToBe', rule: 'unknown-offence' },
    ],
    [
      're-classified before it was reported',
      { reclassifications: [{ on: '2026-10-01', from: 'A', to: 'B', reason: null }] },
      { field: 'reclassifications', rule: 'reclassified-before-reported' },
    ],
  ]
  test.each(impossible)('%s is refused, to the field', async (_what, given, said) => {
    const { code, details } = await refused(given)
    expect(code).toBe('invalid-input')
    expect({ ...details, field: details['field']?.replace('report.', '') }).toEqual(said) // schema or store alike
    expect(list()).toEqual([])
  })

  test('a day that is only about right contradicts nothing, and the day of the report itself is in time', () => {
    expect(record({ when: day('2026-10-09', 'about') }).recordedOn).toBe('2026-10-06')
    expect(record({ recordedOn: '2026-10-05' }).recordedOn).toBe('2026-10-05')
  })

  test('what it was recorded as is an offence or words, never both and never neither', () => {
    const as = (value: unknown) =>
      PoliceReportDraft.safeParse({ ...aPoliceReport(), recordedAs: { value, missing: null } })
    expect(as({ offence: 'OFF-PHA2', words: 'harassment' }).success).toBe(false)
    expect(as({ offence: null, words: null }).success).toBe(false)
  })

  test('an update on an old revision answers with both versions and changes nothing', () => {
    const { id } = record()
    store.call('policeReports.update', { id, revision: 1, report: aPoliceReport({ note: 'Theirs' }) })
    const mine = aPoliceReport({ note: 'Mine' })
    const answer = store.call('policeReports.update', { id, revision: 1, report: mine })
    expect(answer).toMatchObject({ outcome: 'conflict', current: { note: 'Theirs', revision: 2 }, yours: mine })
    expect(store.call('policeReports.find', { id }).note).toBe('Theirs')
  })

  test('search finds it by its numbers and its reasons; the timeline names what it was recorded as', () => {
    const { id } = record({ outcome: { ...noOutcome, code: 21, reason: 'Resources' } })
    for (const text of ['54321', 'LOG 0123', 'resources', 'stalking', 'harassment'])
      expect(store.call('search.events', { text, page }).rows.map(row => row.eventId)).toEqual([id])
    const { rows } = store.call('events.timeline', { caseId, withdrawn: false, page })
    expect(rows[0]).toMatchObject({ kind: 'police-report', title: 'Police report: harassment (s2)' })
  })

  test('nothing is written in a closed case', async () => {
    const { id, revision, ...found } = store.call('cases.find', { id: caseId })
    const closed = { closedOn: today, closingReason: 'planned' as const, status: 'closed' as const }
    const { reference, ownerId, openedOn } = found
    store.call('cases.update', { id, revision, case: { reference, ownerId, openedOn, ...closed } })
    expect((await refused({})).code).toBe('invalid-input')
  })
})

describe('the silence of police', () => {
  test('counts from the last word of theirs, and finds the longest time between two', () => {
    const { id } = record()
    contact('2026-09-20') // before the report
    contact('2026-10-08')
    contact('2026-10-30', 'to-police')
    contact('2026-11-08')
    const wrong = contact('2026-10-20')
    store.call('events.withdraw', { id: wrong.id, revision: 1, reason: 'Wrong case' })
    contact(null)
    const exact = true
    expect(silences()).toEqual({
      undatedContacts: 1,
      rows: [
        {
          ...{ reportId: id, open: true },
          now: { from: '2026-11-08', to: '2026-11-24', days: 16, running: true, exact },
          longest: { from: '2026-10-08', to: '2026-11-08', days: 31, running: false, exact },
        },
      ],
    })
  })

  test('ends with the outcome; an outcome of no known day claims no silence', () => {
    record({ outcome: { ...noOutcome, code: 18, on: '2026-10-25' } })
    const undated = record({ outcome: { ...noOutcome, code: 18 } }).id
    contact('2026-11-20')
    const { rows } = silences()
    expect(rows.find(row => row.reportId === undated)).toMatchObject({ open: false, now: null, longest: null })
    expect(rows.find(row => row.reportId !== undated)).toMatchObject({
      now: null,
      longest: { days: 20, running: false },
    })
  })

  test('a report that nobody answered has been silent since it was made', () => {
    record()
    expect(silences().rows[0]?.longest).toMatchObject({ from: '2026-10-05', to: today, days: 50, running: true })
  })
})
