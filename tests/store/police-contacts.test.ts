import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { aPoliceContact } from '../support/police-contacts.ts'
import { newVault, openCase, testPassphrase, testStore, type TestStore } from '../support/vault.ts'
import type { PoliceContact } from '../../shared/features/police-contacts.ts'
import type { Cursor, PageOf } from '../../shared/kernel/event.ts'
import type { CaseId } from '../../shared/kernel/ids.ts'

const today = '2026-11-24' as never
const page = { limit: 50, after: null }
const any = { promises: 'any' as const, withdrawn: false }

describe('police contacts', () => {
  let store: TestStore & { folder: string }
  let caseId: CaseId
  beforeEach(async () => {
    store = await newVault()
    caseId = openCase(store).id
  })
  afterEach(() => store.close())

  const list = (filter: Partial<{ promises: 'any' | 'open' | 'overdue'; withdrawn: boolean }> = {}) =>
    store.call('policeContacts.listForCase', { caseId, filter: { ...any, ...filter }, today, page })

  test('what was recorded is there after a lock and an unlock', async () => {
    const recorded = store.call('policeContacts.record', { caseId, contact: aPoliceContact() })
    store.close()
    const later = testStore(store.folder)
    await later.derive('vault.unlock', { passphrase: testPassphrase })
    expect(later.call('policeContacts.find', { id: recorded.id })).toEqual(recorded)
    later.close()
  })

  test('newest first, and an unknown date last', () => {
    const at = (from: string | null, precision = 'minute') => ({ from, to: null, precision, zone: 'Europe/London' })
    store.call('policeContacts.record', {
      caseId,
      contact: aPoliceContact({ said: 'unknown', when: at(null, 'unknown') }),
    })
    store.call('policeContacts.record', {
      caseId,
      contact: aPoliceContact({ said: 'old', when: at('2026-01-01T10:00:00.000Z') }),
    })
    store.call('policeContacts.record', {
      caseId,
      contact: aPoliceContact({ said: 'new', when: at('2026-11-02T10:00:00.000Z') }),
    })
    expect(list().rows.map(row => row.said)).toEqual(['new', 'old', 'unknown'])
  })

  test('an update on an old revision answers with both versions and changes nothing', () => {
    const first = store.call('policeContacts.record', { caseId, contact: aPoliceContact() })
    store.call('policeContacts.update', { id: first.id, revision: 1, contact: aPoliceContact({ said: 'Theirs' }) })
    const answer = store.call('policeContacts.update', {
      id: first.id,
      revision: 1,
      contact: aPoliceContact({ said: 'Mine' }),
    })
    expect(answer).toMatchObject({
      outcome: 'conflict',
      current: { said: 'Theirs', revision: 2 },
      yours: { said: 'Mine' },
    })
    expect(store.call('policeContacts.find', { id: first.id }).said).toBe('Theirs')
  })

  test('every earlier state can be read, and the reason of an error stays with the record', () => {
    const { id } = store.call('policeContacts.record', { caseId, contact: aPoliceContact({ said: 'First' }) })
    store.call('policeContacts.update', { id, revision: 1, contact: aPoliceContact({ said: 'Second' }) })
    store.call('events.withdraw', { id, revision: 2, reason: 'Wrong case' })
    const { rows } = store.call('events.versions', { id })
    expect(rows.map(row => [row.revision, row.values['said'], row.withdrawnReason])).toEqual([
      [3, 'Second', 'Wrong case'],
      [2, 'Second', null],
      [1, 'First', null],
    ])
    expect(list().total).toBe(0)
    expect(list({ withdrawn: true }).rows[0]?.withdrawnReason).toBe('Wrong case')
    store.call('events.reinstate', { id, revision: 3 })
    expect(list().total).toBe(1)
  })

  test('a promise is overdue from the day after its day until it is kept', () => {
    const contact = { promisedBy: '2026-11-23' }
    const { id } = store.call('policeContacts.record', { caseId, contact: aPoliceContact(contact) })
    store.call('policeContacts.record', { caseId, contact: aPoliceContact({ promisedBy: '2026-11-24' }) })
    store.call('policeContacts.record', { caseId, contact: aPoliceContact({ promisedBy: null }) })
    expect(list({ promises: 'overdue' }).rows.map(row => row.id)).toEqual([id])
    expect(list({ promises: 'open' }).total).toBe(3)
    store.call('policeContacts.update', {
      id,
      revision: 1,
      contact: aPoliceContact({ ...contact, promiseKeptOn: '2026-11-24' }),
    })
    expect(list({ promises: 'overdue' }).total).toBe(0)
  })

  test('what lies ahead is refused, to the field', () => {
    const when = { from: '2026-11-24T09:31:00.000Z', to: null, precision: 'minute', zone: 'Europe/London' }
    expect(() => store.call('policeContacts.record', { caseId, contact: aPoliceContact({ when }) })).toThrow(
      expect.objectContaining({ code: 'invalid-input', details: { field: 'when', rule: 'in-the-future' } }),
    )
  })

  test('pages join without a gap or a double', () => {
    for (let index = 0; index < 25; index += 1)
      store.call('policeContacts.record', { caseId, contact: aPoliceContact({ said: `Contact ${String(index)}` }) })
    const seen: string[] = []
    let after: Cursor | null = null
    do {
      const wanted = { caseId, filter: any, today, page: { limit: 10, after } }
      const answer: PageOf<PoliceContact> = store.call('policeContacts.listForCase', wanted)
      seen.push(...answer.rows.map(row => row.said))
      after = answer.next
    } while (after)
    expect(new Set(seen).size).toBe(25)
    expect(seen).toHaveLength(25)
  })
})
