import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { everyCase, type CaseRow } from '../../shared/features/cases.ts'
import type { CaseId } from '../../shared/kernel/ids.ts'
import { newVault, refusal, testPassphrase, type TestStore } from '../support/vault.ts'

const today = '2026-11-24' as never
const page = { limit: 200, after: null }
const filter = everyCase

let store: TestStore & { folder: string }
beforeEach(async () => (store = await newVault()))
afterEach(() => store.close())

const rows = (on: TestStore, sql: string, ...given: string[]): Record<string, unknown>[] =>
  (on.session.open?.db.prepare(sql).all(...given) ?? []) as Record<string, unknown>[]

/** Everything that was told, as tables have it: ids and the moments of the seeding apart. */
function told(on: TestStore): string {
  const all = [
    `SELECT e.kind, e.from_at, e.precision, e.title, e.created_at, u.name, v.form FROM events e
       JOIN event_versions v ON v.event_id = e.id JOIN users u ON u.id = e.created_by ORDER BY e.seq, v.revision`,
    'SELECT name, role, relationship, born, created_at FROM people ORDER BY name, role, relationship, born, created_at',
    'SELECT kind, label, value, confidential, do_not_use FROM identifiers ORDER BY kind, value, label',
    'SELECT title, due_on, done_on FROM tasks ORDER BY title, due_on, done_on, created_at',
    'SELECT reference, status, opened_on, closed_on FROM cases ORDER BY reference',
    `SELECT s.plan, s.confirmed_at FROM safe_contact_plans s JOIN people p ON p.id = s.person_id
       JOIN cases c ON c.id = p.case_id ORDER BY c.reference`,
  ].map(sql => rows(on, sql))
  return JSON.stringify(all).replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID')
}
const seeded = (on: TestStore, cases: number, seed: number): TestStore => {
  on.call('practice.seed', { cases, seed, today })
  return on
}
const listed = (on: TestStore): CaseRow[] => on.call('cases.list', { filter, today, page }).rows
const richCase = (on: TestStore): CaseRow => {
  const contacts = ({ id }: CaseRow) => countOf(on, id, 'police-contact')
  const rich = listed(on).toSorted((one, other) => contacts(other) - contacts(one))[0]
  if (!rich) throw new Error('no case')
  return rich
}
const countOf = (on: TestStore, caseId: CaseId, kind: string): number =>
  Number(rows(on, 'SELECT count(*) AS n FROM events WHERE case_id = ? AND kind = ?', caseId, kind)[0]?.['n'])

describe('the practice caseload', () => {
  test('is the same for the same seed and day, and another for another seed', async () => {
    const again = seeded(await newVault(), 6, 7)
    expect(told(again)).toBe(told(seeded(store, 6, 7)))
    again.close()
    const other = seeded(await newVault(), 6, 8)
    expect(told(other)).not.toBe(told(store))
    other.close()
  })

  test('is the same whatever the clock says on that day', async () => {
    const later = await newVault()
    later.clock.now = '2026-11-24T23:10:00.000Z' as never
    expect(told(seeded(later, 4, 2))).toBe(told(seeded(store, 4, 2)))
    later.close()
  })

  test('goes into no vault that has a case', async () => {
    seeded(store, 1, 1)
    expect(await refusal(() => seeded(store, 1, 1))).toMatchObject({ details: { rule: 'vault-not-empty' } })
  })

  test('adds colleagues who are users like any other and no way into the vault', async () => {
    seeded(store, 2, 1)
    const { rows: users } = store.call('users.list', {})
    expect(users.map(({ active, role }) => [active, role])).toEqual([
      [true, 'advocate'],
      [true, 'manager'],
      [true, 'advocate'],
    ])
    store.close()
    const opened = await store.derive('vault.unlock', { passphrase: testPassphrase })
    expect(opened.actor.name).toBe('Robin Example')
    const colleague = users.find(({ role }) => role === 'advocate')
    if (colleague) store.call('users.remove', { id: colleague.id, revision: colleague.revision })
    expect(store.call('users.list', {}).rows.filter(({ active }) => active)).toHaveLength(2)
  })

  test('has every level of risk, and cases that are safe to leave beside those that are not', () => {
    seeded(store, 40, 1)
    const open = listed(store).filter(({ status }) => status !== 'closed')
    expect(new Set(open.map(({ riskLevel }) => riskLevel))).toEqual(new Set(['high', 'medium', 'standard', null]))
    const unsafe = store.call('today.unsafe', { today, ownerId: null, page }).rows
    expect(unsafe.length / open.length).toBeGreaterThan(0.4)
    expect(unsafe.length / open.length).toBeLessThan(0.8)
  })

  test('keeps every rule of the vault with other seeds too, or it would be refused', async () => {
    for (const seed of [21, 22]) {
      const other = seeded(await newVault(), 40, seed)
      expect(listed(other)).toHaveLength(40)
      other.close()
    }
  })
})

describe('the rich case', () => {
  test('has sixty incidents, four reports, 25 police contacts, three breaches, three assessments, five hearings', async () => {
    seeded(store, 40, 1)
    const { id } = richCase(store)
    const kinds = ['incident', 'police-report', 'police-contact', 'breach', 'risk-assessment', 'hearing', 'order']
    expect(kinds.map(kind => countOf(store, id, kind))).toEqual([60, 4, 25, 3, 3, 5, 4])
    const verified = await store.job('vault.verify', {})
    expect(Object.values(verified).every(check => check.ok)).toBe(true)
  })

  test('was filed three times, dropped, reviewed, reclassified and charged', () => {
    seeded(store, 1, 1)
    const { id: caseId } = richCase(store)
    const all = store.call('policeReports.listForCase', {
      caseId,
      filter: { show: 'all', withdrawn: false },
      page,
    }).rows
    const [breach, stalking, damage, messages] = all
    expect(messages).toMatchObject({ recordedAs: { value: { offence: 'OFF-MCA1' } }, outcome: { code: 18 } })
    expect(damage).toMatchObject({ recordedAs: { value: { words: 'Criminal damage to a vehicle' } } })
    expect(stalking).toMatchObject({ recordedAs: { value: { offence: 'OFF-PHA4A' } }, outcome: { code: 1 } })
    expect(stalking?.reclassifications).toHaveLength(1)
    expect(breach).toMatchObject({ recordedAs: { value: { offence: 'OFF-NMO' } }, outcome: { code: 0 } })
    for (const report of all) expect(report.believedToBe.note).not.toBeNull()
    for (const report of all) expect(report.links.length).toBeGreaterThan(1)
    // Dropped for want of evidence in between: the versions say so.
    const versions = store.call('events.versions', { id: stalking?.id as never }).rows
    expect(versions.map(({ values }) => (values['outcome'] as { code: number }).code)).toEqual([1, 0, 15, 0])
  })

  test('has one assessment above its count with the reason, one with no levels, and one whose review is due', () => {
    seeded(store, 1, 1)
    const { id: caseId } = richCase(store)
    const { rows: found } = store.call('riskAssessments.listForCase', { caseId, withdrawn: false, page })
    const whole = found.map(({ id }) => store.call('riskAssessments.find', { id }))
    expect(whole.map(({ instrument, score, level }) => [instrument.id, score.band, level])).toEqual([
      ['topics-24', 'high', 'high'],
      ['topics-11', null, 'high'],
      ['topics-24', 'standard', 'high'],
    ])
    expect(whole[2]?.reason).not.toBeNull()
    const answers = new Set(whole.flatMap(one => one.answers.map(({ answer }) => answer)))
    expect(answers).toEqual(new Set(['yes', 'no', 'dont-know', 'not-asked']))
    expect(store.call('riskAssessments.standing', { caseId, today })).toMatchObject({ reviewDue: true })
  })

  test('has overdue promises and tasks, a moved trial, unfinished captures, and a plan to be gone through again', () => {
    seeded(store, 1, 1)
    const { id: caseId, overdue } = richCase(store)
    expect(overdue.promises).toBeGreaterThan(0)
    const late = rows(
      store,
      'SELECT title FROM tasks WHERE case_id = ? AND done_on IS NULL AND due_on < ?',
      caseId,
      today,
    )
    expect(late.length).toBeGreaterThan(2)
    const { next } = store.call('hearings.nextForCase', { caseId, today })
    expect(next).toMatchObject({ kind: 'H-CC-TRIAL', moves: [{ toldBy: 'Witness care unit' }] })
    const unfinished = { group: null, reported: null, breached: false, unfinished: true, withdrawn: false }
    expect(store.call('incidents.listForCase', { caseId, filter: unfinished, page }).total).toBe(2)
    expect(store.call('safeContact.standing', { caseId })).toMatchObject({
      state: 'incident-since',
      callableNow: false,
    })
    const outcomes = rows(
      store,
      `SELECT DISTINCT c.outcome FROM contacts c JOIN events e ON e.id = c.event_id WHERE e.case_id = ?`,
      caseId,
    )
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(
      expect.arrayContaining(['no-answer', 'wrong-person', 'declined']),
    )
    const unsafe = rows(
      store,
      `SELECT 1 FROM contacts c JOIN events e ON e.id = c.event_id WHERE e.case_id = ? AND c.safely = 'no'`,
      caseId,
    )
    expect(unsafe).toHaveLength(2)
  })
})

describe('forty cases', () => {
  let forty: TestStore
  beforeAll(async () => (forty = seeded(await newVault(), 40, 1)))
  afterAll(() => forty.close())

  test('belong to three advocates, one of whom has more than 25 open', () => {
    const open = listed(forty).filter(({ status }) => status !== 'closed')
    const byOwner = Map.groupBy(open, ({ ownerName }) => ownerName)
    const counts = [...byOwner.values()].map(({ length }) => length).toSorted((one, other) => other - one)
    expect(counts).toHaveLength(3)
    expect(counts[0]).toBeGreaterThan(25)
    expect(listed(forty).some(({ status }) => status === 'closed')).toBe(true)
  })

  test('have a name each, and nobody is two people in one case', () => {
    const names = listed(forty).map(({ clientName }) => clientName)
    expect(new Set(names).size).toBe(40)
    expect(rows(forty, 'SELECT case_id, name FROM people GROUP BY case_id, name HAVING count(*) > 1')).toEqual([])
  })

  test('have only numbers, addresses, e-mails and plates that nobody has', () => {
    const values = (kind: string) =>
      rows(forty, 'SELECT value FROM identifiers WHERE kind = ?', kind).map(({ value }) => value)
    for (const value of values('phone')) expect(value).toMatch(/^(?:07700 900\d{3}|01632 960\d{3})$/)
    for (const value of values('address')) expect(value).toMatch(/, ZZ\d \dZZ$/)
    for (const value of values('email')) expect(value).toMatch(/@example\.com$/)
    for (const value of values('vehicle')) expect(value).toMatch(/QQ\d\d ZZZ$/)
    const texts = JSON.stringify(rows(forty, 'SELECT form FROM event_versions'))
    expect(texts).not.toMatch(/\b0\d{3,4} ?\d{6}\b|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/)
    expect(texts).not.toMatch(/[{}](?:she|he|her|hers|him|his|few|many|day|person)\b/i)
  })

  test('show no number or address of anybody in a list', () => {
    for (const { id: caseId } of listed(forty)) {
      const shown = forty.call('identifiers.listForCase', { caseId }).rows.filter(({ confidential }) => confidential)
      expect(shown.every(({ value }) => value === null)).toBe(true)
    }
  })

  test('have plans that count and plans that have to be gone through again', () => {
    const states = listed(forty).map(({ id: caseId }) => forty.call('safeContact.standing', { caseId }).state)
    expect(states.filter(state => state === 'current').length).toBeGreaterThan(10)
    for (const state of ['incident-since', 'no-plan'] as const) expect(states).toContain(state)
  })

  test('lie in the past, hearings, tasks and what was promised apart', () => {
    const midnight = '2026-11-24T00:00:00.000Z'
    expect(rows(forty, `SELECT kind, from_at FROM events WHERE from_at >= ? AND kind <> 'hearing'`, midnight)).toEqual(
      [],
    )
    expect(rows(forty, 'SELECT kind FROM events WHERE created_at >= ? OR updated_at >= ?', midnight, midnight)).toEqual(
      [],
    )
    expect(rows(forty, 'SELECT reference FROM cases WHERE opened_on > ? OR closed_on > ?', today, today)).toEqual([])
    // A record is written down after what it tells of, and not before the case was opened.
    expect(rows(forty, `SELECT kind FROM events WHERE created_at < from_at AND kind <> 'hearing'`)).toEqual([])
    expect(
      rows(forty, 'SELECT 1 FROM events e JOIN cases c ON c.id = e.case_id WHERE e.created_at < c.created_at'),
    ).toEqual([])
    expect(
      rows(
        forty,
        `SELECT 1 FROM events e JOIN cases c ON c.id = e.case_id
      WHERE c.status = 'closed' AND substr(e.from_at, 1, 10) > c.closed_on`,
      ),
    ).toEqual([])
  })

  test('break no order before it was served, and report nothing before it happened', () => {
    const early = `SELECT b.event_id FROM breaches b JOIN events e ON e.id = b.event_id JOIN events o ON o.id = b.order_id
      JOIN orders d ON d.event_id = o.id WHERE e.from_at < o.from_at OR (d.served_from IS NOT NULL AND e.from_at < d.served_from)`
    expect(rows(forty, early)).toEqual([])
    const links = `SELECT r.from_at AS reported, x.from_at AS happened FROM event_links l
      JOIN events r ON r.id = l.from_id AND r.kind = 'police-report' JOIN events x ON x.id = l.to_id`
    expect(rows(forty, `${links} AND x.kind = 'incident' AND x.from_at > r.from_at`)).toEqual([])
    expect(rows(forty, `${links} AND x.kind = 'police-contact' AND x.from_at < r.from_at`)).toEqual([])
    expect(rows(forty, `${links} AND x.kind = 'incident'`).length).toBeGreaterThan(20)
  })
})
