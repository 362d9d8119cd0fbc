import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { NewIdentifier } from '../../shared/features/identifiers.ts'
import type { CaseId, PersonId } from '../../shared/kernel/ids.ts'
import { anIncident } from '../support/incidents.ts'
import { aPoliceContact } from '../support/police-contacts.ts'
import { aPoliceReport } from '../support/police-reports.ts'
import { newVault, openCase, type TestStore } from '../support/vault.ts'

const page = { limit: 50, after: null }
let store: TestStore
let caseId: CaseId
let clientId: PersonId
beforeAll(async () => {
  store = await newVault()
  ;({ id: caseId, clientId } = openCase(store, 'Zoë Étoile-O’Neill'))
})
afterAll(() => store.close())

const identify = (personId: PersonId, identifier: Partial<NewIdentifier> & Pick<NewIdentifier, 'kind' | 'value'>) =>
  store.call('identifiers.add', {
    personId,
    identifier: { label: null, confidential: false, doNotUse: false, ...identifier },
  })
const people = (text: string) => store.call('search.people', { text })
const records = (text: string) => store.call('search.events', { text, page })
const record = (said: string, reference: string | null = null) =>
  store.call('policeContacts.record', { caseId, contact: aPoliceContact({ said, reference }) })

describe('people by what identifies them', () => {
  let kit: PersonId
  beforeAll(() => {
    kit = openCase(store, 'كيت نموذج').clientId
    identify(kit, { kind: 'phone', value: '07700 900456', label: 'work mobile' })
    identify(kit, { kind: 'email', value: 'Kit.Sample@example.org' })
    identify(kit, { kind: 'handle', value: '@kit_sample' })
    identify(kit, { kind: 'address', value: '1 Example Street\nExampleton\nEX1 2AB' })
    identify(kit, { kind: 'vehicle', value: 'AB12 CDE' })
    identify(kit, { kind: 'alias', value: 'Kit Nadie' })
  })

  test.each([
    '07700900456',
    '+44 7700 900456',
    '0044 (0)7700 900456',
    '+44 7700 9004',
    '900456',
    'kit.sample@EXAMPLE.org',
    '@kit_sample',
    'ex12ab',
    'EX1 2AB',
    'ab12cde',
    'Nadie',
    'كيت',
    'كِيت نموذج',
    'نمـــوذج',
  ])('%s finds the person', text => {
    expect(people(text).rows.map(({ personId }) => personId)).toEqual([kit])
  })

  test('the hit says which number or address it was', () => {
    expect(people('07700900456').rows[0]?.identifier).toEqual({
      ...{ kind: 'phone', value: '07700 900456', label: 'work mobile', doNotUse: false },
    })
  })

  test('records have it however it is spaced', () => {
    record('He rang from 07700 900456')
    record('He rang from +44 7700 900456')
    for (const text of ['07700900456', '+44 7700 900456', '07700 900456']) expect(records(text).total, text).toBe(2)
  })

  test('a number entered in error finds nobody', () => {
    const { id } = identify(kit, { kind: 'phone', value: '07700 900789' })
    store.call('identifiers.withdraw', { id, revision: 1, reason: 'Wrong person' })
    expect(people('07700 900789')).toEqual({ rows: [], total: 0 })
  })

  test('how many there are is said, although twenty are shown', () => {
    for (let number = 0; number < 23; number += 1) openCase(store, `Many Sample ${String(number)}`)
    const found = people('many sample')
    expect([found.rows.length, found.total]).toEqual([20, 23])
  })
})

describe('records by a reference, in any spacing and case', () => {
  beforeAll(() => {
    record('Rang about the log', 'CR/0012345/26')
    store.call('policeReports.record', {
      caseId,
      report: aPoliceReport({ crimeReference: '42/ab-1234 26', logNumber: 'EX-0099-24112026' }),
    })
    store.call('incidents.record', { caseId, incident: anIncident({ reported: 'yes', reference: 'cr 0012345 / 26' }) })
  })

  test.each([
    ['cr001234526', 2],
    ['CR 0012345', 2],
    ['42 AB 1234-26', 1],
    ['ex0099', 1],
    ['ab1234', 0],
  ])('%s', (text, total) => {
    const found = records(text)
    expect([found.total, found.rows.length]).toEqual([total, total])
    for (const row of found.rows) expect(row.snippet.some(({ hit }) => hit)).toBe(true)
  })

  test('a record that is found by its words as well counts once, and pages join', () => {
    record('The log is CR/0012345/26 they said', 'CR/0012345/26')
    const whole = records('CR/0012345/26')
    expect(whole.total).toBe(whole.rows.length)
    const first = store.call('search.events', { text: 'CR/0012345/26', page: { limit: 1, after: null } })
    const rest = store.call('search.events', { text: 'CR/0012345/26', page: { limit: 50, after: first.next } })
    expect([...first.rows, ...rest.rows].map(row => row.eventId)).toEqual(whole.rows.map(row => row.eventId))
  })
})

describe('what is confidential', () => {
  beforeAll(() => {
    identify(clientId, { kind: 'phone', value: '07700 900123', confidential: true })
    identify(clientId, { kind: 'address', value: '7 Hidden Lane\nExampleton\nEX9 9ZZ', confidential: true })
    identify(clientId, { kind: 'alias', value: 'Nova Newname', confidential: true })
    record('She rang from 07700900123 and then from the library')
    record('Moved to 7 Hidden Lane, EX9 9ZZ')
    record('The library book was 07700 in the list')
    record('07700 900456 rang, then 07700900123 and 07700 900123 again')
  })
  const actions = () => store.call('history.forCase', { caseId, page }).rows.map(({ action }) => action)

  test('is found by no part of it, neither as a person nor in a record', () => {
    for (const text of [
      '07700900123',
      '07700 900123',
      '+447700900123',
      '900123',
      '0770090012',
      'Hidden',
      'ex9',
      'Newname',
    ]) {
      expect(people(text), text).toEqual({ rows: [], total: 0 })
      expect(records(text), text).toEqual({ rows: [], total: 0, next: null })
    }
  })

  test('what stands outside it is found as ever, and the count is of what is shown', () => {
    expect(records('library').total).toBe(2)
    const found = records('07700')
    expect(found.total).toBe(3)
    for (const { snippet } of found.rows)
      expect(snippet.filter(({ hit }) => hit).map(({ text }) => text)).toEqual(['07700'])
    expect(records('library 07700').total).toBe(1)
    expect(JSON.stringify(records('library'))).not.toMatch(/900123/)
  })

  test('a whole number tells whose it is, by a look that is recorded, and the answer has no number', () => {
    const before = actions().length
    for (const value of ['07700 900123', '+44 7700-900-123', '00447700900123']) {
      const found = store.call('search.confidential', { value })
      expect(found.rows, value).toEqual([
        {
          ...{ personId: clientId, caseId, name: 'Zoë Étoile-O’Neill', role: 'client', reference: '2026-0001' },
          kind: 'phone',
        },
      ])
    }
    expect(actions().slice(0, 3)).toEqual(Array(3).fill('identifier.matched'))
    expect(actions()).toHaveLength(before + 3)
  })

  test('nothing less than the whole, and never an address or a name', () => {
    const values = [
      '0770090012',
      '700900123',
      '7 Hidden Lane',
      '7 Hidden Lane\nExampleton\nEX9 9ZZ',
      'EX9 9ZZ',
      'Nova Newname',
      '*',
    ]
    for (const value of values) expect(store.call('search.confidential', { value }), value).toEqual({ rows: [] })
    const looked = store.session.open?.db
      .prepare(`SELECT count(*), count(subject_id), max(detail) FROM audit WHERE action = 'identifier.searched'`)
      .raw()
      .get()
    expect(looked).toEqual([values.length, 0, '{}'])
  })
})
