import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { everyOpenCase } from '../../shared/features/cases.ts'
import { UnsafeGap, type UnsafeCase, type UnsafeReason } from '../../shared/features/today.ts'
import { CalendarDay, Instant } from '../../shared/kernel/dates.ts'
import type { Cursor } from '../../shared/kernel/event.ts'
import type { CaseId } from '../../shared/kernel/ids.ts'
import { orderGaps, orderState } from '../../shared/rules/order-state.ts'
import { unsafeRules } from '../../shared/rules/unsafe.ts'
import { anIncident } from '../support/incidents.ts'
import { aPoliceContact } from '../support/police-contacts.ts'
import { aPoliceReport, noOutcome } from '../support/police-reports.ts'
import { anOrder } from '../support/orders.ts'
import { anAssessment } from '../support/risk-assessments.ts'
import { addUser, newVault, openCase, type TestStore } from '../support/vault.ts'

const today = CalendarDay.parse('2026-11-24')
const page = { limit: 50, after: null }
const day = (text: string) => ({ from: `${text}T00:00:00.000Z`, to: null, precision: 'day', zone: 'Europe/London' })
const about = { today, ownerId: null, page }

describe('a vault', () => {
  let store: TestStore
  beforeEach(async () => {
    store = await newVault()
  })
  afterEach(() => store.close())

  const promise = (caseId: CaseId, promisedBy: string | null, more: object = {}) =>
    store.call('policeContacts.record', { caseId, contact: aPoliceContact({ promisedBy, ...more }) })
  const close = (found: ReturnType<typeof openCase>) => {
    const { reference, ownerId, openedOn } = found
    const closed = { reference, ownerId, openedOn, status: 'closed' as const, closedOn: today }
    store.call('cases.update', { id: found.id, revision: 1, case: { ...closed, closingReason: 'planned' } })
  }

  test('overdue promises of all open cases, the longest overdue first, those due today in time', () => {
    const [alex, sam, closed] = ['Alex Example', 'Sam Sample', 'Chris Closed'].map(name => openCase(store, name))
    if (!alex || !sam || !closed) throw new Error('no case')
    promise(alex.id, '2026-11-23')
    promise(sam.id, '2026-11-20')
    promise(alex.id, '2026-11-24')
    promise(alex.id, null)
    promise(alex.id, '2026-11-21', { promiseKeptOn: '2026-11-22' })
    promise(closed.id, '2026-11-21')
    const wrong = promise(sam.id, '2026-11-19')
    store.call('events.withdraw', { id: wrong.id, revision: 1, reason: 'Wrong case' })
    close(closed)
    const { rows, total } = store.call('today.overduePromises', about)
    expect(total).toBe(2)
    expect(rows).toMatchObject([
      { clientName: 'Sam Sample', promisedBy: '2026-11-20', officer: 'PC Sample', reference: sam.reference },
      { clientName: 'Alex Example', promisedBy: '2026-11-23', promised: 'Call back with a date' },
    ])
    const first = store.call('today.overduePromises', { ...about, page: { limit: 1, after: null } })
    const second = store.call('today.overduePromises', { ...about, page: { limit: 1, after: first.next } })
    expect([first.rows[0]?.id, second.rows[0]?.id, second.next]).toEqual([...rows.map(({ id }) => id), null])
  })

  test('everything can be asked for one owner', async () => {
    const other = await addUser(store, { name: 'Sam Example', role: 'advocate' }, 'a second passphrase')
    const mine = openCase(store)
    const theirs = store.call('cases.open', {
      ...{ clientName: 'Sam Sample', reference: null, status: 'supporting', ownerId: other.id, openedOn: today },
    })
    for (const { id } of [mine, theirs]) {
      promise(id, '2026-11-20')
      store.call('orders.record', { caseId: id, order: anOrder({ returnDate: '2026-11-26' }) })
    }
    for (const [ownerId, clients] of [
      [mine.ownerId, ['Alex Example']],
      [other.id, ['Sam Sample']],
    ] as const) {
      const asked = { ...about, ownerId }
      expect(store.call('today.overduePromises', asked).rows.map(row => row.clientName)).toEqual(clients)
      expect(store.call('today.unsafe', asked).rows.map(row => row.clientName)).toEqual(clients)
      expect(store.call('orders.dueSoon', { today, ownerId }).rows.map(row => row.clientName)).toEqual(clients)
    }
    expect(store.call('today.unsafe', about).total).toBe(2)
  })

  test('a case that is looked after is not on the list, and a closed one never is', () => {
    const calm = openCase(store)
    const { clientId: personId, id: caseId } = calm
    const plan = {
      ...{ askFor: null, codeWord: null, whoMayAnswer: null, windows: [], voicemail: 'no' as const },
      ...{ voicemailScript: null, text: 'no' as const, email: 'no' as const, emailWatched: 'no' as const },
      ...{ post: 'no' as const, withheldNumber: 'no' as const, interpreter: null, sharedDevices: null },
      ...{ otherContact: null, doctor: null, note: null, confirmEveryDays: 28 },
    }
    store.call('safeContact.save', { personId, revision: 0, plan })
    store.call('tasks.add', { caseId, task: { title: 'Ring the school', dueOn: null, note: null } })
    const assessed = { judgement: 'medium', reason: 'Own view', nextReview: '2026-12-20' }
    store.call('riskAssessments.record', { caseId, assessment: anAssessment(assessed) })
    close(openCase(store, 'Chris Closed'))
    expect(store.call('today.unsafe', about)).toEqual({ rows: [], total: 0, next: null })
  })

  test('one row for each case with all its reasons, and the figures in them are exact', () => {
    const { id: caseId } = openCase(store)
    const assessment = anAssessment({ when: day('2026-11-10'), judgement: 'high', reason: 'Own view' })
    const { id: assessmentId } = store.call('riskAssessments.record', { caseId, assessment })
    for (const from of ['2026-11-09', '2026-11-12', '2026-11-20'])
      store.call('incidents.record', { caseId, incident: anIncident({ when: day(from) }) })
    store.call('incidents.record', {
      ...{ caseId, incident: anIncident({ when: { ...day('2026-11-01'), from: null, precision: 'unknown' } }) },
    })
    const unserved = anOrder({ served: { known: 'no', at: null, how: null, by: null } })
    const { id: orderId } = store.call('orders.record', { caseId, order: unserved })
    const report = aPoliceReport({ when: day('2026-10-01'), recordedOn: null, outcome: noOutcome })
    const { id: reportId } = store.call('policeReports.record', { caseId, report })
    const { rows } = store.call('today.unsafe', about)
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ caseId, riskLevel: 'high', more: 0 })
    expect(rows[0]?.reasons).toEqual([
      { why: 'order', grade: 'now', orderId, kind: 'ORD-NMO', gap: 'unserved', lastDay: '2027-11-03' },
      // The one without a date was recorded at the same moment as the assessment, so not after it.
      { why: 'happened-since', grade: 'now', assessmentId, incidents: 2, breaches: 0 },
      { why: 'safe-contact', grade: 'now', state: 'no-plan' },
      { why: 'police-silence', grade: 'soon', reportId, days: 54, exact: true },
      { why: 'no-next-action', grade: 'soon' },
    ])
    store.call('policeContacts.record', { caseId, contact: aPoliceContact() })
    const reasons = store.call('today.unsafe', about).rows[0]?.reasons ?? []
    expect(reasons.some(({ why }) => why === 'police-silence')).toBe(false)
  })

  test('unfinished captures of whoever asks, the oldest first', async () => {
    const { id: caseId } = openCase(store)
    const unfinished = anIncident({ finished: false, when: day('2026-11-01') })
    const first = store.call('incidents.record', { caseId, incident: unfinished })
    store.clock.now = Instant.parse('2026-11-24T09:45:00.000Z')
    const second = store.call('incidents.record', { caseId, incident: unfinished })
    store.call('incidents.record', { caseId, incident: anIncident() })
    const { rows, total } = store.call('today.unfinished', { page })
    expect([total, ...rows.map(({ id }) => id)]).toEqual([2, first.id, second.id])
    expect(rows[0]).toMatchObject({ clientName: 'Alex Example', capturedAt: '2026-11-24T09:30:00.000Z' })
    await addUser(store, { name: 'Sam Example', role: 'advocate' }, 'a second passphrase')
    store.session.open?.db.exec(`UPDATE events SET created_by = (SELECT id FROM users WHERE name = 'Sam Example')`)
    expect(store.call('today.unfinished', { page }).total).toBe(0)
  })

  test('no confidential number comes out of any of it', () => {
    const { id: caseId, clientId: personId } = openCase(store, 'Alex 07700 900123')
    const mobile = { kind: 'phone' as const, value: '07700 900123', label: null, confidential: true, doNotUse: false }
    store.call('identifiers.add', { personId, identifier: mobile })
    promise(caseId, '2026-11-20', {
      promised: 'Will ring her on 07700 900123',
      officer: { value: '07700900123', missing: null },
    })
    store.call('incidents.record', { caseId, incident: anIncident({ finished: false }) })
    store.call('tasks.add', { caseId, task: { title: 'Ring 07700-900123', dueOn: today, note: null } })
    const answers = [
      store.call('today.overduePromises', about),
      store.call('today.unsafe', about),
      store.call('today.unfinished', { page }),
      store.call('tasks.listDue', { until: today, ownerId: null, page }),
    ]
    for (const answer of answers) expect(answer.total).toBe(1)
    expect(JSON.stringify(answers).replaceAll(/[^0-9]/g, '')).not.toContain('7700900123')
    expect(JSON.stringify(answers)).not.toMatch(/900.?123/)
  })
})

describe('a practice caseload', () => {
  let store: TestStore
  let cases: CaseId[]
  beforeAll(async () => {
    store = await newVault()
    store.call('practice.seed', { cases: 40, seed: 5, today })
    cases = store
      .call('cases.list', { filter: everyOpenCase, today, page: { limit: 200, after: null } })
      .rows.map(({ id }) => id)
    // Later, so that plans grow old and hearings come to pass, which the seeding moment can't have.
    store.clock.now = Instant.parse('2026-12-20T09:30:00.000Z')
  })
  afterAll(() => store.close())

  const later = CalendarDay.parse('2026-12-20')
  const unsafe = (limit: number, after: Cursor | null = null) =>
    store.call('today.unsafe', { today: later, ownerId: null, page: { limit, after } })

  test('what is told of each case is what its own screens say', () => {
    const told = new Map(unsafe(200).rows.map(row => [row.caseId, row]))
    const seen = new Set<string>()
    for (const caseId of cases) {
      const row = told.get(caseId)
      const expected = inShort(expectedOf(caseId))
      expect(inShort(row?.reasons ?? [])).toEqual(expected)
      for (const [why = ''] of expected) seen.add(why)
    }
    expect(seen.size).toBeGreaterThan(3)
  })

  const inShort = (reasons: readonly Partial<UnsafeReason>[]) =>
    reasons
      .map(reason => [reason.why, JSON.stringify({ ...reason, grade: undefined })] as const)
      .toSorted((a, b) => a.join().localeCompare(b.join()))

  /** The reasons read off the calls that the sections of a case are drawn from. */
  function expectedOf(caseId: CaseId): Partial<UnsafeReason>[] {
    const found: Partial<UnsafeReason>[] = []
    const { state } = store.call('safeContact.standing', { caseId })
    if (state !== 'current') found.push({ why: 'safe-contact', grade: 'now', state })
    const { assessment } = store.call('riskAssessments.standing', { caseId, today: later })
    if (assessment === null) found.push({ why: 'not-assessed' })
    else {
      const { id: assessmentId, level, nextReview, since } = assessment
      if (since.incidents + since.breaches > 0)
        found.push({ why: 'happened-since', grade: 'now', assessmentId, ...since })
      if (nextReview !== null && nextReview <= later)
        found.push({ why: 'review-due', grade: 'now', assessmentId, on: nextReview })
      if (nextReview === null && level === 'high') found.push({ why: 'no-review-day', grade: 'now', assessmentId })
    }
    for (const order of store.call('orders.listForCase', { caseId, filter: { show: 'all', withdrawn: false }, page })
      .rows)
      for (const gap of orderGaps(order, store.clock.now)) {
        const { id: orderId, kind } = order
        const { lastDay } = orderState(order, store.clock.now)
        const parsed = UnsafeGap.safeParse(gap)
        if (parsed.success) found.push({ why: 'order', grade: 'now', orderId, kind, gap: parsed.data, lastDay })
      }
    for (const { reportId, now } of store.call('policeReports.silences', { caseId, today: later }).rows)
      if (now !== null && now.days >= unsafeRules.silenceDays)
        found.push({ why: 'police-silence', grade: 'now', reportId, days: now.days, exact: now.exact })
    if (store.call('tasks.nextForCase', { caseId }).next === null) found.push({ why: 'no-next-action' })
    return found
  }

  test('pages of any length join to the same list', () => {
    const whole = unsafe(200).rows.map(({ caseId }) => caseId)
    expect(whole.length).toBeGreaterThan(20)
    for (const limit of [1, 7, whole.length]) {
      const joined: UnsafeCase[] = []
      for (let after: Cursor | null = null; ;) {
        const { rows, next, total } = unsafe(limit, after)
        expect(total).toBe(whole.length)
        joined.push(...rows)
        if (next === null) break
        after = next
      }
      expect(joined.map(({ caseId }) => caseId)).toEqual(whole)
    }
  })
})
