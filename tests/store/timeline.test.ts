import { afterAll, beforeAll, expect, test } from 'vitest'
import { wholeTimeline, type TimelineFilter } from '../../shared/features/events.ts'
import { EventKind } from '../../shared/kernel/event.ts'
import type { CaseId, EventId } from '../../shared/kernel/ids.ts'
import { aContact, atMinute } from '../support/contacts.ts'
import { anIncident } from '../support/incidents.ts'
import { aPoliceContact } from '../support/police-contacts.ts'
import { newVault, openCase, type TestStore } from '../support/vault.ts'

let store: TestStore
let caseId: CaseId
let withFile: EventId
beforeAll(async () => {
  store = await newVault()
  const opened = openCase(store, 'Alex Example')
  caseId = opened.id
  store.call('identifiers.add', {
    personId: opened.clientId,
    identifier: { kind: 'phone', value: '07700 900123', label: null, confidential: true, doNotUse: false },
  })
  const police = (said: string, day: string, reference: string | null = null) =>
    store.call('policeContacts.record', { caseId, contact: aPoliceContact({ said, reference, when: atMinute(day) }) })
  police('Rang about the car', '2026-11-01T10:00:00.000Z', 'CR/0012345/26')
  withFile = police('Sent the letter about the car', '2026-11-10T23:30:00.000Z').id
  const gone = police('Wrong case, about the car', '2026-11-11T10:00:00.000Z')
  store.call('events.withdraw', { id: gone.id, revision: 1, reason: 'Wrong case' })
  const range = {
    from: '2026-10-20T23:00:00.000Z',
    to: '2026-11-05T00:00:00.000Z',
    precision: 'range',
    zone: 'Europe/London',
  }
  store.call('incidents.record', {
    caseId,
    incident: anIncident({ when: range, clientSaid: 'The car stood there for days' }),
  })
  const unknown = { from: null, to: null, precision: 'unknown', zone: 'Europe/London' }
  store.call('incidents.record', {
    caseId,
    incident: anIncident({ when: unknown, clientSaid: 'She rang from 07700 900123' }),
  })
  store.call('contacts.record', { caseId, contact: aContact({ when: atMinute('2026-11-20T10:00:00.000Z') }) })
  store.session.open?.db.exec(`
    INSERT INTO files (id, case_id, file_key, name, size, sha256, created_at, created_by)
      SELECT 'f', '${caseId}', zeroblob(32), 'photo.jpg', 1, '', created_at, created_by FROM cases;
    INSERT INTO event_files (event_id, file_id, added_at, added_by) SELECT '${withFile}', 'f', created_at, created_by FROM cases`)
})
afterAll(() => store.close())

const listed = (change: Partial<TimelineFilter>, limit = 50) =>
  store.call('events.timeline', {
    ...{ caseId, withdrawn: false, filter: { ...wholeTimeline, ...change } },
    page: { limit, after: null },
  })
const kinds = (change: Partial<TimelineFilter>) => listed(change).rows.map(({ kind }) => kind)
const day = (text: string) => text as never

test('by kind, by words and reference, by files', () => {
  expect(kinds({})).toEqual(['contact', 'police-contact', 'police-contact', 'incident', 'incident'])
  expect(kinds({ kinds: ['police-contact', 'police-report'] })).toEqual(['police-contact', 'police-contact'])
  expect(kinds({ kinds: ['breach'] })).toEqual([])
  expect(kinds({ text: 'car' })).toEqual(['contact', 'police-contact', 'police-contact', 'incident'])
  expect(kinds({ text: '"car" AND' })).toEqual([])
  expect(kinds({ text: 'cr 0012345 26' })).toEqual(['police-contact'])
  expect(listed({ file: 'with' }).rows.map(({ id }) => id)).toEqual([withFile])
  expect(listed({ file: 'without' }).total).toBe(4)
})

test('by days in London, both included; a span of days counts if any of it does, an unknown date never', () => {
  expect(kinds({ from: day('2026-11-10') })).toEqual(['contact', 'police-contact'])
  expect(kinds({ from: day('2026-11-10'), to: day('2026-11-10') })).toEqual(['police-contact'])
  expect(kinds({ from: day('2026-11-05'), to: day('2026-11-09') })).toEqual(['incident'])
  expect(kinds({ to: day('2026-10-21') })).toEqual(['incident'])
  expect(kinds({ to: day('2026-10-20') })).toEqual([])
})

test('a confidential number finds nothing here either', () => {
  for (const text of ['07700', '900123', '07700 900123', '07700900123']) expect(listed({ text }).total, text).toBe(0)
})

test('every count is what choosing it would list', () => {
  const choices: Partial<TimelineFilter>[] = [
    {},
    { text: 'car' },
    { kinds: ['incident', 'contact'] },
    { from: day('2026-11-01'), file: 'without' },
    { text: 'nothing has this' },
  ]
  for (const change of choices) {
    const counts = store.call('events.countTimeline', { caseId, filter: { ...wholeTimeline, ...change } })
    expect(counts.all).toBe(5)
    for (const kind of EventKind.options) expect(listed({ ...change, kinds: [kind] }).total).toBe(counts.kinds[kind])
    for (const file of ['any', 'with', 'without'] as const)
      expect(listed({ ...change, file }).total).toBe(counts.file[file])
  }
})

test('pages of a filtered timeline join', () => {
  const whole = listed({ text: 'car' }).rows.map(({ id }) => id)
  const first = listed({ text: 'car' }, 2)
  const filter = { ...wholeTimeline, text: 'car' }
  const rest = store.call('events.timeline', {
    caseId,
    withdrawn: false,
    filter,
    page: { limit: 50, after: first.next },
  })
  expect([...first.rows, ...rest.rows].map(({ id }) => id)).toEqual(whole)
})
