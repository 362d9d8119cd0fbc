import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { EventHit } from '../../shared/features/search.ts'
import type { Cursor, PageOf } from '../../shared/kernel/event.ts'
import type { CaseId } from '../../shared/kernel/ids.ts'
import { aPoliceContact } from '../support/police-contacts.ts'
import { newVault, openCase, type TestStore } from '../support/vault.ts'

const page = { limit: 200, after: null }
const on = (day: string) => ({ from: `${day}T10:00:00.000Z`, to: null, precision: 'minute', zone: 'Europe/London' })

describe('search', () => {
  let store: TestStore
  let caseId: CaseId
  beforeAll(async () => {
    store = await newVault()
    caseId = openCase(store, 'Zoë Étoile-O’Neill').id
    for (const [said, day] of [
      ['He said "never again" AND left', '2026-03-01'],
      ['Never mind the gap', '2025-01-01'],
      ['Note with 50% *starred* text NEAR(the, gap)', '2026-05-01'],
      ['Café, naïve, Łódź, 😀 smile', '2026-06-01'],
      ['col:on {braces} ^caret -minus +plus', '2026-07-01'],
    ] as const)
      record({ said, when: on(day) })
  })
  afterAll(() => store.close())
  const record = (given: Parameters<typeof aPoliceContact>[0]) =>
    store.call('policeContacts.record', {
      caseId,
      contact: aPoliceContact({ officer: { value: null, missing: 'unknown' }, ...given }),
    })
  const find = (text: string) => store.call('search.events', { text, page })
  const days = (text: string) => find(text).rows.map(row => row.when.from?.slice(0, 7))

  test('every word counts, in any order, and the last may be half-typed', () => {
    expect(days('never')).toEqual(['2026-03', '2025-01'])
    expect(days('gap never')).toEqual(['2025-01'])
    expect(days('again nev')).toEqual(['2026-03'])
    expect(days('nev again')).toEqual([])
  })

  test('what looks like the search engine’s own language is text', () => {
    expect(days('"never again"')).toEqual(['2026-03'])
    expect(days('again" OR "gap')).toEqual([])
    expect(days('said AND left')).toEqual(['2026-03'])
    expect(days('never AND gap')).toEqual([])
    expect(days('NEAR(the, gap)')).toEqual(['2026-05'])
    expect(days('*starred*')).toEqual(['2026-05'])
    expect(days('col:on {braces}')).toEqual(['2026-07'])
    expect(days('NOT never')).toEqual([])
    expect(days('^caret -minus')).toEqual(['2026-07'])
  })

  test('accents and case do not matter', () => {
    expect(days('CAFE naive')).toEqual(['2026-06'])
    expect(days('łódź')).toEqual(['2026-06'])
  })

  test('nothing to look for finds nothing', () => {
    for (const text of ['', '   ', '"', '*', '()', '😀', '--', '\u0000', '…'])
      expect(find(text)).toEqual({ rows: [], total: 0, next: null })
  })

  test('no text whatever breaks it', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 60 }),
          fc.string({
            unit: fc.constantFrom('"', '*', '(', ')', 'AND', ' ', 'a', '\0', ':', '^', '-', 'NEAR', '\u0301'),
            maxLength: 20,
          }),
        ),
        text => {
          expect(find(text).total).toBeGreaterThanOrEqual(0)
          expect(store.call('search.people', { text }).rows.length).toBeLessThanOrEqual(20)
        },
      ),
      { numRuns: 300 },
    )
  })

  test('newest first whatever the order of writing, an unknown date last, over any pages', () => {
    const dates = ['2019-02-01', '2026-11-01', '2020-01-01', null, '2026-11-01', '1999-12-31']
    for (const day of dates)
      record({
        said: 'pageable words',
        when: day === null ? { from: null, to: null, precision: 'unknown', zone: 'Europe/London' } : on(day),
      })
    const whole = find('pageable')
    const order = ['2026-11', '2026-11', '2020-01', '2019-02', '1999-12', undefined]
    expect(whole.rows.map(row => row.when.from?.slice(0, 7))).toEqual(order)
    expect(whole).toMatchObject({ total: 6, next: null })
    for (const limit of [1, 2, 3, 5, 6]) {
      const seen: string[] = []
      let after: Cursor | null = null
      do {
        const answer: PageOf<EventHit> = store.call('search.events', { text: 'pageable', page: { limit, after } })
        seen.push(...answer.rows.map(row => row.eventId))
        after = answer.next
      } while (after)
      expect(seen).toEqual(whole.rows.map(row => row.eventId))
    }
  })

  test('a corrected record is found by its new words alone, where its new date belongs', () => {
    const first = record({ said: 'sequoia', when: on('2026-01-01') })
    record({ said: 'sequoia', when: on('2026-01-02') })
    store.call('policeContacts.update', {
      id: first.id,
      revision: 1,
      contact: aPoliceContact({ said: 'sequoia redwood', when: on('2026-01-03') }),
    })
    expect(find('sequoia').rows.map(row => row.when.from?.slice(0, 10))).toEqual(['2026-01-03', '2026-01-02'])
    store.call('policeContacts.update', {
      id: first.id,
      revision: 2,
      contact: aPoliceContact({ said: 'oak', when: on('2026-01-03') }),
    })
    expect(find('redwood').total).toBe(0)
    expect(find('sequoia').total).toBe(1)
  })

  test('what was entered in error is not found until it is put back', () => {
    const { id } = record({ said: 'mistletoe' })
    store.call('events.withdraw', { id, revision: 1, reason: 'Wrong case' })
    expect(find('mistletoe')).toEqual({ rows: [], total: 0, next: null })
    store.call('events.reinstate', { id, revision: 2 })
    expect(find('mistletoe').total).toBe(1)
  })

  test('a snippet shows the hit and is text in pieces, not markup', () => {
    record({ said: `${'filler '.repeat(60)}<b>wolverine</b> & more` })
    const [hit] = find('wolverine').rows
    expect(hit?.snippet.filter(piece => piece.hit)).toEqual([{ text: 'wolverine', hit: true }])
    expect(hit?.snippet.map(piece => piece.text).join('')).toContain('<b>wolverine</b>')
    expect(hit?.clientName).toBe('Zoë Étoile-O’Neill')
  })

  test('people are found by any part of a name, whatever its accents, and by the case reference', () => {
    const names = (text: string) => store.call('search.people', { text }).rows.map(row => row.name)
    for (const text of ['zoe', 'ETOILE', 'toile-o', 'Zoë é', '2026-0001'])
      expect(names(text), text).toEqual(['Zoë Étoile-O’Neill'])
    for (const text of ['%', '_', '\\', 'zoe AND', 'zoe OR x', '']) expect(names(text), text).toEqual([])
    for (const text of ['"zoe"', 'zoe*', 'oneill zoe', '2026 / 0001']) expect(names(text), text).toHaveLength(1)
  })
})
