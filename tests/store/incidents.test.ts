import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { anIncident } from '../support/incidents.ts'
import { newVault, openCase, refusal, reopened, type TestStore } from '../support/vault.ts'
import type { IncidentFilter, IncidentRow } from '../../shared/features/incidents.ts'
import type { Cursor, PageOf } from '../../shared/kernel/event.ts'
import type { CaseId } from '../../shared/kernel/ids.ts'
import { momentsOf } from '../../shared/kernel/uk-dates.ts'
import { limitFromLastIncident } from '../../shared/rules/time-limits.ts'

const page = { limit: 50, after: null }
const any: IncidentFilter = { group: null, reported: null, breached: false, unfinished: false, withdrawn: false }
const zone = 'Europe/London'
const on = (from: string | null, precision = 'day', to: string | null = null) => ({ from, to, precision, zone })
const quick = { behaviours: [], finished: false }
const unknown = { value: null, missing: 'unknown' }

describe('incidents', () => {
  let store: TestStore & { folder: string }
  let caseId: CaseId
  beforeEach(async () => {
    store = await newVault()
    caseId = openCase(store).id
  })
  afterEach(() => store.close())

  const record = (given: Parameters<typeof anIncident>[0] = {}) =>
    store.call('incidents.record', { caseId, incident: anIncident(given) })
  const list = (filter: Partial<IncidentFilter> = {}) =>
    store.call('incidents.listForCase', { caseId, filter: { ...any, ...filter }, page })
  const ids = (filter: Partial<IncidentFilter>) => list(filter).rows.map(row => row.id)
  /** What the store says of an incident that a form would not have sent. */
  const refused = (given: object) =>
    refusal(() => store.call('incidents.record', { caseId, incident: { ...anIncident(), ...given } }))

  test('what was recorded is there after a lock and an unlock, each account apart', async () => {
    const recorded = record({ observed: 'A grey car', othersSaid: 'A neighbour saw it too', opinion: 'Escalating' })
    const later = await reopened(store)
    expect(later.call('incidents.find', { id: recorded.id })).toEqual(recorded)
    later.close()
  })

  test('names the earlier incidents that it belongs to; a version brings them back; none of another case', async () => {
    const earlier = record({ when: on('2026-11-01T00:00:00.000Z') })
    const later = record({ links: [earlier.id] })
    expect(store.call('incidents.find', { id: later.id }).links).toEqual([earlier.id])
    expect(store.call('events.linked', { id: earlier.id }).rows).toMatchObject([{ direction: 'from', id: later.id }])
    store.call('incidents.update', { id: later.id, revision: 1, incident: anIncident({ links: [] }) })
    expect(store.call('events.linked', { id: earlier.id }).rows).toEqual([])
    const versions = store.call('events.versions', { id: later.id }).rows
    expect(versions.map(({ values }) => values['links'])).toEqual([[], [earlier.id]])
    const elsewhere = store.call('incidents.record', { caseId: openCase(store, 'Other Example').id, incident: anIncident() }) // prettier-ignore
    expect(await refused({ links: [elsewhere.id] })).toMatchObject({ details: { rule: 'linked-across-cases' } })
  })

  test('behaviours are kept once each, in the order of the pack', () => {
    const behaviours = ['THREATS-CLIENT', 'CONTACT-CALL', 'THREATS-CLIENT']
    expect(record({ behaviours }).behaviours).toEqual(['CONTACT-CALL', 'THREATS-CLIENT'])
    expect(list().rows[0]?.behaviours).toEqual(['CONTACT-CALL', 'THREATS-CLIENT'])
  })

  test('the title names behaviours and never a place or an account; search and list leave the place out too', () => {
    record({ place: '14 Hiddenstreet', clientSaid: 'He knocked for an hour' })
    const { rows } = store.call('events.timeline', { caseId, withdrawn: false, page })
    expect(rows[0]?.title).toBe('Text message, Following')
    expect(JSON.stringify(list())).not.toContain('Hiddenstreet')
    expect(store.call('search.events', { text: 'Hiddenstreet', page }).total).toBe(0)
    expect(store.call('search.events', { text: 'knocked', page }).total).toBe(1)
    expect(store.call('search.events', { text: 'following', page }).total).toBe(1)
  })

  test('a quick capture needs an account or a behaviour, a finished incident a behaviour', async () => {
    const nothing = { clientSaid: null, impact: 'Afraid', ...quick }
    expect(await refused(nothing)).toMatchObject({ details: { field: 'incident.clientSaid', rule: 'account-needed' } })
    expect(record({ observed: 'A note through the door', ...quick, clientSaid: null }).finished).toBe(false)
    expect(record({ clientSaid: null, finished: false }).clientSaid).toBeNull()
    const needed = { details: { field: 'incident.behaviours', rule: 'behaviour-needed' } }
    expect(await refused({ behaviours: [] })).toMatchObject(needed)
  })

  test('only spaces are no account', async () => {
    const spaces = await refused({ clientSaid: ' \n\t  ', ...quick })
    expect(spaces).toMatchObject({ code: 'invalid-input', details: { field: 'incident.clientSaid' } })
  })

  test('dates that contradict each other are refused, to the field', async () => {
    expect(await refused({ when: on('2026-11-24T09:31:00.000Z', 'minute') })).toMatchObject({
      details: { field: 'when', rule: 'in-the-future' },
    })
    const backwards = on('2026-11-10T00:00:00.000Z', 'range', '2026-11-02T00:00:00.000Z')
    expect(await refused({ when: backwards })).toMatchObject({
      details: { field: 'incident.when.to', rule: 'range-backwards' },
    })
    const reported = { reported: 'yes', reportedOn: '2026-11-19' }
    expect(await refused(reported)).toMatchObject({ details: { field: 'reportedOn', rule: 'reported-before' } })
    expect(await refused({ reported: 'yes', reportedOn: '2026-11-25' })).toMatchObject({
      details: { field: 'reportedOn', rule: 'in-the-future' },
    })
    expect(await refused({ reported: 'no', reportedOn: '2026-11-21' })).toMatchObject({
      details: { rule: 'not-reported' },
    })
    const about = record({ ...reported, when: on('2026-11-20T00:00:00.000Z', 'about') })
    expect(about.reportedOn).toBe('2026-11-19') // a date that is only about right contradicts nothing
  })

  test('both 01:30s of the night that clocks go back are kept apart, in their order', () => {
    const moments = momentsOf('2026-10-25' as never, '01:30' as never, zone as never)
    expect(moments).toEqual(['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z'])
    const [first, second] = moments.map(from => record({ when: on(from, 'minute') }).id)
    expect(ids({})).toEqual([second, first])
  })

  test('10,000 pasted lines and 300 letters of Arabic come back whole; longer than allowed is refused without a quote', async () => {
    const lines = Array.from({ length: 10_000 }, () => 'x').join('\n')
    const name = 'ليلى '.repeat(60).trim()
    const { id } = record({ clientSaid: lines, witnesses: name })
    const found = store.call('incidents.find', { id })
    expect(found.clientSaid).toBe(lines)
    expect(found.witnesses).toBe(name)
    expect(list().rows[0]?.excerpt).toHaveLength(240)
    expect(store.call('search.events', { text: 'ليلى', page }).total).toBe(1)
    const long = await refused({ observed: 'secret '.repeat(30_000) })
    expect(long).toEqual({ code: 'invalid-input', details: { field: 'incident.observed', rule: 'too_big' } })
  })

  test('a draft longer than any answer may be is kept all the same', () => {
    const values = { clientSaid: 'é'.repeat(200_000) }
    store.call('drafts.write', { key: `incident:new:${caseId}`, values })
    expect(store.call('drafts.read', { key: `incident:new:${caseId}` }).draft?.values).toEqual(values)
  })

  test('an update on an old revision answers with both versions and changes nothing', () => {
    const { id } = record(quick)
    store.call('incidents.update', { id, revision: 1, incident: anIncident({ clientSaid: 'Theirs' }) })
    const mine = { id, revision: 1, incident: anIncident({ clientSaid: 'Mine' }) }
    expect(store.call('incidents.update', mine)).toMatchObject({
      outcome: 'conflict',
      current: { clientSaid: 'Theirs', revision: 2 },
      yours: { clientSaid: 'Mine' },
    })
    expect(store.call('incidents.find', { id }).clientSaid).toBe('Theirs')
  })

  test('every earlier state can be read; what was entered in error leaves list, figures and header', () => {
    const { id } = record({ clientSaid: 'First' })
    store.call('incidents.update', { id, revision: 1, incident: anIncident({ clientSaid: 'Second' }) })
    store.call('events.withdraw', { id, revision: 2, reason: 'Wrong case' })
    const { rows } = store.call('events.versions', { id })
    expect(rows.map(row => [row.values['clientSaid'], row.withdrawnReason])).toEqual([
      ['Second', 'Wrong case'],
      ['Second', null],
      ['First', null],
    ])
    expect(list().total).toBe(0)
    expect(list({ withdrawn: true }).total).toBe(1)
    expect(store.call('incidents.summary', { caseId })).toMatchObject({ incidents: 0, last: null, groups: [] })
    expect(store.call('cases.find', { id: caseId }).lastIncidentAt).toBeNull()
  })

  test('nothing is added to a closed case, and no behaviour that the pack does not know', async () => {
    expect(await refused({ behaviours: ['CONTACT-TELEPATHY'] })).toMatchObject({
      details: { field: 'behaviours', rule: 'unknown-behaviour' },
    })
    const { reference, ownerId, openedOn, revision } = store.call('cases.find', { id: caseId })
    const shut = { status: 'closed', closedOn: '2026-11-24', closingReason: 'planned' } as const
    const draft = { reference, ownerId, openedOn, ...shut, closedOn: '2026-11-24' as never }
    store.call('cases.update', { id: caseId, revision, case: draft })
    expect(await refused({})).toMatchObject({ details: { rule: 'case-closed' } })
  })

  test('filters: group, reported, breached, unfinished; each alone and together', () => {
    const breach = record({ behaviours: ['ORDERS-CONTACT', 'CONTACT-CALL'], orderBreached: 'yes', reported: 'yes' }).id
    const watched = record({ behaviours: ['SURVEILLANCE-WATCHING'], fear: unknown, reported: 'not-asked' }).id
    const begun = record({ ...quick, reported: 'unknown' }).id
    expect(ids({ group: 'contact' })).toEqual([breach])
    expect(ids({ group: 'surveillance' })).toEqual([watched])
    expect(ids({ group: 'publishing' })).toEqual([])
    expect(ids({ reported: 'yes' })).toEqual([breach])
    expect(ids({ reported: 'no' })).toEqual([]) // "not asked" and "not known" never count as "no"
    expect(ids({ unfinished: true })).toEqual([begun])
    expect(ids({ breached: true, group: 'orders' })).toEqual([breach])
    expect(ids({ breached: true, unfinished: true })).toEqual([])
  })

  test('pages join without a gap or a double', () => {
    for (let index = 0; index < 25; index += 1) record({ clientSaid: `Incident ${String(index)}` })
    const seen: (string | null)[] = []
    let after: Cursor | null = null
    do {
      const wanted = { caseId, filter: any, page: { limit: 10, after } }
      const answer: PageOf<IncidentRow> = store.call('incidents.listForCase', wanted)
      expect(answer.total).toBe(25)
      seen.push(...answer.rows.map(row => row.excerpt))
      after = answer.next
    } while (after)
    expect(seen).toHaveLength(25)
    expect(new Set(seen).size).toBe(25)
  })

  test('the course of conduct in figures', () => {
    record({ when: on('2026-01-05T00:00:00.000Z'), behaviours: ['CONTACT-CALL', 'CONTACT-TEXT'], reported: 'yes' })
    record({ when: on('2026-05-31T23:00:00.000Z', 'range', '2026-06-09T23:00:00.000Z'), behaviours: ['CONTACT-TEXT'] })
    record({ when: on('2026-06-04T23:00:00.000Z', 'about'), behaviours: ['THREATS-PET'], orderBreached: 'yes' })
    record({ when: on(null, 'unknown'), ...quick, reported: 'not-asked' })
    const summary = store.call('incidents.summary', { caseId })
    expect(summary).toEqual({
      ...{ incidents: 4, unfinished: 1, undated: 1, breached: 1 },
      first: { at: '2026-01-05T00:00:00.000Z', zone, exact: true },
      last: { at: '2026-06-09T23:00:00.000Z', zone, exact: true }, // a range counts to its last day
      reported: { yes: 1, no: 2, unknown: 0, 'not-asked': 1 },
      groups: [
        { group: 'contact', incidents: 2 },
        { group: 'threats', incidents: 1 },
      ],
    })
    expect(store.call('cases.find', { id: caseId }).lastIncidentAt).toBe(summary.last?.at)
  })
})

test('six months from the last incident end on the same number of the month, or on its last day', () => {
  const lastDay = (day: string) => limitFromLastIncident(day as never)?.lastDay
  expect(lastDay('2026-11-24')).toBe('2027-05-24')
  expect(lastDay('2026-08-31')).toBe('2027-02-28')
  expect(lastDay('2012-11-24')).toBeUndefined() // before the rule no date is claimed
})
