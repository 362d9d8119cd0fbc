import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { everyOpenCase } from '../../shared/features/cases.ts'
import { anIncident } from '../support/incidents.ts'
import { aBand, anAssessment, answering, aPack } from '../support/risk-assessments.ts'
import { addUser, newVault, openCase, refusal, reopened, type TestStore } from '../support/vault.ts'
import type { CaseId } from '../../shared/kernel/ids.ts'
import { bundledInstruments, Instrument } from '../../shared/rules/instruments.ts'

const page = { limit: 50, after: null }
const today = '2026-11-24' as never // a calendar day, as the contract has it
const zone = 'Europe/London'
const on = (from: string | null, precision = 'day') => ({ from, to: null, precision, zone })
const topics24 = bundledInstruments[0] as Instrument // the first of three
const own = Instrument.parse(JSON.parse(aPack()))

let store: TestStore & { folder: string }
let caseId: CaseId
beforeEach(async () => {
  store = await newVault()
  caseId = openCase(store).id
})
afterEach(() => store.close())

type Given = Parameters<typeof anAssessment>[0]
const record = (given: Given = {}) => store.call('riskAssessments.record', { caseId, assessment: anAssessment(given) })
const load = (change: object = {}) => store.call('instruments.load', { json: aPack(change) })
const refused = (given: object) =>
  refusal(() => store.call('riskAssessments.record', { caseId, assessment: { ...anAssessment(), ...given } }))
const standing = (day = today) => store.call('riskAssessments.standing', { caseId, today: day })
const caseRow = () => {
  return store.call('cases.list', { filter: everyOpenCase, today, page }).rows[0]
}

describe('risk assessments', () => {
  test('what was recorded is there after a lock and an unlock, every item answered, none as no', async () => {
    const answers = answering(topics24, 3, 'yes')
    const recorded = record({ answers, clientView: 'Says it is getting worse', marac: 'referred' })
    expect(recorded.answers).toHaveLength(24)
    expect(recorded.answers.at(-1)).toEqual({ item: 'police-history', answer: 'not-asked', source: 'none', note: null })
    expect(recorded.score).toMatchObject({ yes: 3, no: 0, notAsked: 21, points: 3, band: 'standard', couldBe: 'high' })
    const later = await reopened(store)
    expect(later.call('riskAssessments.find', { id: recorded.id })).toEqual(recorded)
    later.close()
  })

  test('not asked stays apart from no: 24 not asked has no level, 24 no is standard', () => {
    expect(record()).toMatchObject({ level: null, score: { notAsked: 24, no: 0, band: null } })
    expect(record({ answers: answering(topics24, 24, 'no') })).toMatchObject({
      level: 'standard',
      score: { notAsked: 0, no: 24, band: 'standard' },
    })
  })

  test('another level than the count says needs a reason, and then stands', async () => {
    const answers = answering(topics24, 9, 'yes')
    expect(await refused({ answers, judgement: 'high' })).toEqual({
      code: 'invalid-input',
      details: { field: 'reason', rule: 'judgement-reason-needed' },
    })
    expect(await refused({ answers, judgement: 'high', reason: '  ' })).toMatchObject({ code: 'invalid-input' })
    expect(record({ answers, judgement: 'high', reason: 'Strangled twice this month' }).level).toBe('high')
    expect(standing().assessment).toMatchObject({ level: 'high', basis: 'judgement' })
  })

  test('an item that the form has not, an answer given twice, a form that is not there', async () => {
    const [one] = answering(topics24, 1, 'yes')
    expect(await refused({ answers: [{ ...one, item: 'astrology' }] })).toMatchObject({
      details: { field: 'answers', rule: 'unknown-item' },
    })
    expect(await refused({ answers: [one, one] })).toMatchObject({ details: { rule: 'answer-twice' } })
    expect(await refused({ instrument: { id: 'topics-24', version: 7 } })).toMatchObject({ code: 'not-found' })
    expect(await refused({ when: on(null, 'unknown') })).toMatchObject({ details: { rule: 'assessment-day-needed' } })
    expect(await refused({ when: on('2026-11-25T00:00:00.000Z') })).toMatchObject({
      details: { field: 'when', rule: 'in-the-future' },
    })
  })

  test('the review day is the form’s own unless one is given; a form without says none', () => {
    expect(record().nextReview).toBe('2027-01-15') // 56 days
    expect(record({ nextReview: '2026-12-01' }).nextReview).toBe('2026-12-01')
    expect(record({ instrument: { id: 'topics-11', version: 1 } }).nextReview).toBeNull()
  })

  test('an update on an old revision answers with both versions and changes nothing', () => {
    const { id } = record()
    const edit = (note: string, revision: number) =>
      store.call('riskAssessments.update', { id, revision, assessment: anAssessment({ note }) })
    expect(edit('Theirs', 1).outcome).toBe('saved')
    expect(edit('Mine', 1)).toMatchObject({ outcome: 'conflict', current: { note: 'Theirs' }, yours: { note: 'Mine' } })
    expect(store.call('events.versions', { id }).rows.map(row => row.values['note'])).toEqual(['Theirs', null])
  })

  test('newest first, pages join, what was entered in error is left out until wanted', () => {
    const first = record({ when: on('2026-11-01T00:00:00.000Z') }).id
    const third = record({ when: on('2026-11-03T00:00:00.000Z') }).id
    const second = record({ when: on('2026-11-02T00:00:00.000Z') }).id
    const list = (given: object = {}) =>
      store.call('riskAssessments.listForCase', { caseId, withdrawn: false, page, ...given })
    expect(list().rows.map(row => row.id)).toEqual([third, second, first])
    const half = list({ page: { limit: 2, after: null } })
    expect(half.rows.map(row => row.id)).toEqual([third, second])
    expect(list({ page: { limit: 2, after: half.next } }).rows.map(row => row.id)).toEqual([first])
    store.call('events.withdraw', { id: third, revision: 1, reason: 'Wrong case' })
    expect(list().total).toBe(2)
    expect(list({ withdrawn: true }).total).toBe(3)
    expect(list().rows[0]).toMatchObject({ instrumentTitle: topics24.title })
  })

  test('timeline and search name level and form; notes are found', () => {
    const [one, ...others] = answering(topics24, 14, 'yes')
    record({ answers: [{ ...one, note: 'Broke her wrist in Zennorville' }, ...others] })
    const { rows } = store.call('events.timeline', { caseId, withdrawn: false, page })
    expect(rows[0]?.title).toBe('Risk assessed as high (24 topics: domestic abuse)')
    expect(store.call('search.events', { text: 'zennorville', page }).total).toBe(1)
  })

  test('nothing is added to a closed case', async () => {
    const { reference, ownerId, openedOn, revision } = store.call('cases.find', { id: caseId })
    const shut = { status: 'closed', closedOn: '2026-11-24' as never, closingReason: 'planned' } as const
    store.call('cases.update', { id: caseId, revision, case: { reference, ownerId, openedOn, ...shut } })
    expect(await refused({})).toMatchObject({ details: { rule: 'case-closed' } })
  })
})

describe('how the risk of a case stands', () => {
  const high = { judgement: 'high', reason: 'Threats to kill', nextReview: '2026-12-20' }

  test('no assessment is no level and nothing due', () => {
    expect(standing()).toEqual({ assessment: null, reviewDue: false })
    expect(caseRow()).toMatchObject({ riskLevel: null, riskAssessedAt: null, riskReviewDue: false })
  })

  test('the newest with a level counts; one without a level does not hide it', () => {
    const { id } = record({ ...high, when: on('2026-11-10T00:00:00.000Z') })
    record({ when: on('2026-11-20T00:00:00.000Z') })
    expect(standing().assessment).toMatchObject({ id, level: 'high', since: { incidents: 0, breaches: 0 } })
    expect(caseRow()).toMatchObject({ riskLevel: 'high', riskAssessedAt: '2026-11-10T00:00:00.000Z' })
    store.call('events.withdraw', { id, revision: 1, reason: 'Wrong case' })
    expect(standing().assessment).toMatchObject({ level: null, basis: 'none' })
    expect(caseRow()).toMatchObject({ riskLevel: null, riskAssessedAt: '2026-11-20T00:00:00.000Z' })
  })

  test('due on the review day, not the day before', () => {
    record({ ...high, nextReview: '2026-11-25' })
    expect([standing().reviewDue, standing('2026-11-25' as never).reviewDue]).toEqual([false, true])
    expect(caseRow()?.riskReviewDue).toBe(false)
  })

  test('an incident after it makes a review due, one before it does not, nor one entered in error', () => {
    const incident = (when: object) => store.call('incidents.record', { caseId, incident: anIncident({ when }) })
    record(high)
    incident(on('2026-11-19T00:00:00.000Z'))
    incident(on('2026-11-20T18:00:00.000Z', 'minute')) // the day of the assessment itself
    expect(standing().reviewDue).toBe(false)
    const { id } = incident(on('2026-11-21T08:00:00.000Z', 'minute'))
    expect(standing()).toMatchObject({ reviewDue: true, assessment: { since: { incidents: 1 } } })
    expect(caseRow()?.riskReviewDue).toBe(true)
    store.call('events.withdraw', { id, revision: 1, reason: 'Wrong case' })
    expect(standing().reviewDue).toBe(false)
    store.clock.now = '2026-11-24T10:00:00.000Z' as never
    incident(on(null, 'unknown')) // nobody knows when, but it was told since
    expect(standing()).toMatchObject({ reviewDue: true, assessment: { since: { incidents: 1 } } })
  })
})

describe('an organisation’s own form', () => {
  test('is loaded as JSON, offered, asked and counted by its own levels', () => {
    expect(load()).toMatchObject({ id: 'own-form', version: 1, items: 4, newest: true, loadedAt: store.clock.now })
    const made = record({ instrument: { id: 'own-form', version: 1 }, answers: answering(own, 3, 'yes') })
    expect(made).toMatchObject({ level: 'high', instrumentTitle: 'Our own form', nextReview: '2026-12-18' })
    expect(store.call('instruments.list', {}).rows.map(row => row.title)).toEqual([
      '11 topics: stalking',
      '24 topics: domestic abuse',
      'Our own form',
      'Professional judgement',
    ])
  })

  test('a broken one is refused by its rule, with the place, and nothing is kept', async () => {
    const why = async (json: string) => (await refusal(() => store.call('instruments.load', { json }))).details
    const bands = [aBand('standard', 3), aBand('high', 1)]
    expect(await why(aPack({ bands }))).toEqual({ field: 'json', rule: 'bands-not-ascending', at: 'bands' })
    expect(await why(aPack({ bands: [aBand('high', 9)] }))).toMatchObject({ rule: 'band-beyond-points' })
    expect(await why(aPack({ items: [], bands: [] }))).toMatchObject({ rule: 'instrument-empty' })
    expect(await why(aPack({ items: [{ id: 'one', group: 'Topics' }] }))).toMatchObject({
      rule: 'instrument-incomplete',
      at: 'items.0.label',
    })
    expect(await why(aPack({ secret: 'Zq' }))).toEqual({ field: 'json', rule: 'instrument-incomplete', at: 'top' })
    for (const text of ['{', '"text"', 'null', '['.repeat(90_000)])
      expect((await why(text))['rule']).toMatch(/^instrument-/)
    expect(await why(' '.repeat(200_001))).toMatchObject({ rule: 'too_big' })
    expect(store.call('instruments.list', {}).rows).toHaveLength(3)
  })

  test('the same id and version with other content is refused, the same content taken as known', async () => {
    load()
    expect(load().newest).toBe(true)
    const other = aPack({ title: 'Other words' })
    const taken = { details: { rule: 'instrument-version-taken' } }
    expect(await refusal(() => store.call('instruments.load', { json: other }))).toMatchObject(taken)
    const bundled = aPack({ id: 'topics-24' })
    expect(await refusal(() => store.call('instruments.load', { json: bundled }))).toMatchObject(taken)
  })

  test('an assessment keeps its version for ever, and its answers stand beside those of a newer one', () => {
    load()
    const key = { id: 'own-form', version: 1 }
    const first = record({ instrument: key, answers: answering(own, 2, 'yes'), when: on('2026-11-02T00:00:00.000Z') })
    load({ version: 2, title: 'Our new form', bands: [aBand('high', 1)] })
    const second = record({ instrument: { ...key, version: 2 }, answers: answering(own, 1, 'yes') })
    expect([first.level, second.level]).toEqual(['medium', 'high'])
    expect(store.call('riskAssessments.find', { id: first.id })).toEqual(first)
    expect(store.call('instruments.find', key as never).title).toBe('Our own form')
    const rows = store.call('instruments.list', {}).rows.filter(({ id }) => id === 'own-form')
    expect(rows.map(({ version, newest }) => [version, newest])).toEqual([[2, true], [1, false]]) // prettier-ignore
    const earlier = (beforeId: typeof second.id | null) =>
      store.call('riskAssessments.earlier', { caseId, instrumentId: 'own-form' as never, beforeId }).found?.id
    expect([earlier(null), earlier(second.id), earlier(first.id)]).toEqual([second.id, first.id, undefined])
  })

  test('only a manager loads one', async () => {
    await addUser(store, { name: 'Sam Example', role: 'advocate' }, 'a second passphrase')
    const theirs = await reopened(store, 'a second passphrase')
    expect(await refusal(() => theirs.call('instruments.load', { json: aPack() }))).toMatchObject({
      code: 'not-allowed',
    })
    expect(theirs.call('instruments.list', {}).rows).toHaveLength(3)
    theirs.close()
  })
})
