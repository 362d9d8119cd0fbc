import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Contact, ContactFilter } from '../../shared/features/contacts.ts'
import { CalendarDay } from '../../shared/kernel/dates.ts'
import type { Cursor, PageOf } from '../../shared/kernel/event.ts'
import type { CaseId } from '../../shared/kernel/ids.ts'
import { aContact, anAttempt, aNote, atMinute } from '../support/contacts.ts'
import { newVault, openCase, testPassphrase, testStore, type TestStore } from '../support/vault.ts'

const page = { limit: 50, after: null }

describe('contacts, attempts and notes', () => {
  let store: TestStore & { folder: string }
  let caseId: CaseId
  beforeEach(async () => {
    store = await newVault()
    caseId = openCase(store).id
  })
  afterEach(() => store.close())

  const record = (contact = aContact()): Contact => store.call('contacts.record', { caseId, contact })
  const list = (filter: Partial<ContactFilter> = {}) =>
    store.call('contacts.listForCase', { caseId, filter: { entry: 'any', withdrawn: false, ...filter }, page })
  const attempts = () => store.call('contacts.attempts', { caseId })

  test('what was recorded is there after a lock and an unlock', async () => {
    const recorded = [record(), record(anAttempt('2026-11-18T09:00:00.000Z')), record(aNote())]
    store.close()
    const later = testStore(store.folder)
    await later.derive('vault.unlock', { passphrase: testPassphrase })
    for (const one of recorded) expect(later.call('contacts.find', { id: one.id })).toEqual(one)
    later.close()
  })

  test('they stand newest first with an excerpt, each kind by itself when asked', () => {
    record(aNote({ when: { from: null, to: null, precision: 'unknown', zone: 'Europe/London' } }))
    record(anAttempt('2026-11-18T09:00:00.000Z'))
    record(aContact({ clientSaid: 'x'.repeat(20_000) }))
    expect(list().rows.map(row => row.entry)).toEqual(['contact', 'attempt', 'note'])
    expect(list().rows.map(row => row.excerpt?.length)).toEqual([240, undefined, 23])
    for (const entry of ['contact', 'attempt', 'note'] as const) {
      const { rows, total } = list({ entry })
      expect(rows.map(row => row.entry)).toEqual([entry])
      expect(total).toBe(1)
    }
  })

  test('timeline and search call each by what it was', () => {
    record(anAttempt('2026-11-18T09:00:00.000Z'))
    record(aContact({ withWhom: 'professional', withName: 'Dr Example', safely: null, channel: 'in-person' }))
    record(aNote({ opinion: 'The marmalade pattern' }))
    const { rows } = store.call('events.timeline', { caseId, withdrawn: false, page })
    expect(rows.map(row => row.title)).toEqual(['Meeting with Dr Example', 'Note', 'Call to client: no answer'])
    const found = store.call('search.events', { text: 'marmalade', page })
    expect(found.rows.map(row => row.title)).toEqual(['Note'])
  })

  test.each([
    ['a contact without a channel', { channel: null }, { field: 'contact.channel', rule: 'answer-needed' }],
    ['a contact with nobody', { withWhom: null, safely: null }, { field: 'contact.withWhom', rule: 'answer-needed' }],
    [
      'a client contact that does not say if it was safe',
      { safely: null },
      { field: 'contact.safely', rule: 'answer-needed' },
    ],
    ['an unsafe one that does not say why', { safely: 'no' }, { field: 'contact.safelyNote', rule: 'answer-needed' }],
    ['a reason where it was safe', { safelyNote: 'None' }, { field: 'contact.safelyNote', rule: 'not-for-this-entry' }],
    [
      'police held to the client’s plan',
      { withWhom: 'police' },
      { field: 'contact.safely', rule: 'not-for-this-entry' },
    ],
    [
      'a contact with nothing in it',
      { clientSaid: null },
      { field: 'contact.clientSaid', rule: 'account-of-contact-needed' },
    ],
    [
      'an attempt without its outcome',
      { entry: 'attempt', minutes: null },
      { field: 'contact.outcome', rule: 'answer-needed' },
    ],
    [
      'an attempt of theirs',
      { entry: 'attempt', minutes: null, outcome: 'no-answer', direction: 'from' },
      { field: 'contact.direction', rule: 'attempt-is-ours' },
    ],
    ['a note with a channel', { entry: 'note' }, { field: 'contact.channel', rule: 'not-for-this-entry' }],
    ['a text that is too long', { observed: 'x'.repeat(20_001) }, { field: 'contact.observed', rule: 'too_big' }],
  ])('%s is refused, to the field', (_what, given, details) => {
    const contact = { ...aContact(), ...given } as never // wrong on purpose
    expect(() => store.call('contacts.record', { caseId, contact })).toThrow(
      expect.objectContaining({ code: 'invalid-input', details }),
    )
    expect(list().total).toBe(0)
  })

  test('what lies ahead is refused', () => {
    expect(() => record(aContact({ when: atMinute('2026-11-24T09:31:00.000Z') }))).toThrow(
      expect.objectContaining({ code: 'invalid-input', details: { field: 'when', rule: 'in-the-future' } }),
    )
  })

  test('an update on an old revision answers with both versions and changes nothing', () => {
    const { id } = record()
    store.call('contacts.update', { id, revision: 1, contact: aContact({ clientSaid: 'Theirs' }) })
    const answer = store.call('contacts.update', { id, revision: 1, contact: aContact({ clientSaid: 'Mine' }) })
    expect(answer).toMatchObject({
      outcome: 'conflict',
      current: { clientSaid: 'Theirs', revision: 2 },
      yours: { clientSaid: 'Mine' },
    })
    expect(store.call('contacts.find', { id }).clientSaid).toBe('Theirs')
  })

  test('every earlier state can be read, and the reason of an error stays with the record', () => {
    const { id } = record(aContact({ observed: 'First' }))
    store.call('contacts.update', { id, revision: 1, contact: aContact({ observed: 'Second' }) })
    store.call('events.withdraw', { id, revision: 2, reason: 'Wrong case' })
    const { rows } = store.call('events.versions', { id })
    expect(rows.map(row => [row.revision, row.values['observed'], row.withdrawnReason])).toEqual([
      [3, 'Second', 'Wrong case'],
      [2, 'Second', null],
      [1, 'First', null],
    ])
    expect(list().total).toBe(0)
    expect(list({ withdrawn: true }).rows[0]?.withdrawnReason).toBe('Wrong case')
  })

  test('a closed case takes none', () => {
    const found = store.call('cases.find', { id: caseId })
    const { reference, ownerId, openedOn, revision } = found
    const closed = { status: 'closed', closedOn: CalendarDay.parse('2026-11-24'), closingReason: 'planned' } as const
    store.call('cases.update', { id: caseId, revision, case: { reference, ownerId, openedOn, ...closed } })
    expect(() => record()).toThrow(expect.objectContaining({ details: { rule: 'case-closed' } }))
  })

  test('attempts count from the last time the client was reached, whoever began it', () => {
    const none = { since: 0, firstOn: null, lastOn: null }
    expect(attempts()).toEqual({ ...none, reachedOn: null })
    record(anAttempt('2026-11-02T10:00:00.000Z'))
    record(anAttempt('2026-11-03T10:00:00.000Z', { outcome: 'message-left' }))
    expect(attempts()).toEqual({ since: 2, firstOn: '2026-11-02', lastOn: '2026-11-03', reachedOn: null })
    const reached = record(aContact({ when: atMinute('2026-11-05T10:00:00.000Z'), direction: 'from' }))
    expect(attempts()).toEqual({ ...none, reachedOn: '2026-11-05' })
    record(anAttempt('2026-11-12T10:00:00.000Z'))
    record(anAttempt('2026-11-14T10:00:00.000Z', { outcome: 'wrong-person' }))
    record(anAttempt('2026-11-15T10:00:00.000Z', { withWhom: 'police', safely: null }))
    record(aNote())
    expect(attempts()).toEqual({ since: 2, firstOn: '2026-11-12', lastOn: '2026-11-14', reachedOn: '2026-11-05' })
    store.call('events.withdraw', { id: reached.id, revision: 1, reason: 'Wrong case' })
    expect(attempts()).toEqual({ since: 4, firstOn: '2026-11-02', lastOn: '2026-11-14', reachedOn: null })
    record(anAttempt('2026-11-16T10:00:00.000Z', { outcome: 'reached' }))
    expect(attempts()).toEqual({ ...none, reachedOn: '2026-11-16' })
  })

  test('the day of an attempt is its own, in summer too', () => {
    record(anAttempt('2026-07-01T23:30:00.000Z'))
    expect(attempts()).toMatchObject({ firstOn: '2026-07-02', lastOn: '2026-07-02' })
  })

  test('pages join without a gap or a double', () => {
    for (let index = 0; index < 25; index += 1) record(aContact({ clientSaid: `Contact ${String(index)}` }))
    const seen: (string | null)[] = []
    let after: Cursor | null = null
    do {
      const answer: PageOf<{ excerpt: string | null }> = store.call('contacts.listForCase', {
        caseId,
        filter: { entry: 'any', withdrawn: false },
        page: { limit: 10, after },
      })
      seen.push(...answer.rows.map(row => row.excerpt))
      after = answer.next
    } while (after)
    expect(new Set(seen).size).toBe(25)
    expect(seen).toHaveLength(25)
  })
})
