import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { everyOpenCase, type CaseloadFilter, type CaseRow, type CaseStatus } from '../../shared/features/cases.ts'
import type { UserId } from '../../shared/kernel/ids.ts'
import { caseloadRuleOn } from '../../shared/rules/caseload.ts'
import { aContact, anAttempt, aNote, atMinute } from '../support/contacts.ts'
import { aHearing, listedFor } from '../support/hearings.ts'
import { aPoliceContact } from '../support/police-contacts.ts'
import { anAssessment } from '../support/risk-assessments.ts'
import { addUser, newVault, openCase, type TestStore } from '../support/vault.ts'

const today = '2026-11-24' as never
const page = { limit: 200, after: null }
let store: TestStore
let sam: UserId
beforeAll(async () => {
  store = await newVault()
  sam = (await addUser(store, { name: 'Sam Example', role: 'advocate' }, 'a second passphrase')).id
})
afterAll(() => store.close())

const rows = (change: Partial<CaseloadFilter> = {}): CaseRow[] =>
  store.call('cases.list', { filter: { ...everyOpenCase, ...change }, today, page }).rows
const names = (change: Partial<CaseloadFilter> = {}) => rows(change).map(row => row.clientName)
const rowOf = (id: string): CaseRow | undefined => rows().find(row => row.id === id)
const counts = (change: Partial<CaseloadFilter> = {}) =>
  store.call('cases.count', { filter: { ...everyOpenCase, ...change }, today })
const assess = (caseId: CaseRow['id'], judgement: string, from = '2026-11-20T00:00:00.000Z') =>
  store.call('riskAssessments.record', {
    caseId,
    assessment: anAssessment({
      ...{ judgement, reason: judgement === 'not-decided' ? null : 'Invented' },
      when: { from, to: null, precision: 'day', zone: 'Europe/London' },
    }),
  })

describe('what a row says', () => {
  test('last spoken to: reached by either side, never a try that failed, a note, or somebody else', () => {
    const { id: caseId } = openCase(store, 'Contact Example')
    const record = (contact: ReturnType<typeof aContact>) => store.call('contacts.record', { caseId, contact })
    expect(rowOf(caseId)?.lastSpokenAt).toBeNull()
    record(anAttempt('2026-11-22T10:00:00.000Z'))
    record(aContact({ when: atMinute('2026-11-23T10:00:00.000Z'), withWhom: 'police', safely: null }))
    record(aNote())
    expect(rowOf(caseId)?.lastSpokenAt).toBeNull()
    const reached = record(aContact({ when: atMinute('2026-11-10T10:00:00.000Z') }))
    record(aContact({ when: atMinute('2026-11-02T10:00:00.000Z') }))
    expect(rowOf(caseId)?.lastSpokenAt).toBe('2026-11-10T10:00:00.000Z')
    const contact = aContact({ when: atMinute('2026-11-12T09:00:00.000Z') })
    store.call('contacts.update', { id: reached.id, revision: 1, contact })
    expect(rowOf(caseId)?.lastSpokenAt).toBe('2026-11-12T09:00:00.000Z')
    store.call('events.withdraw', { id: reached.id, revision: 2, reason: 'Wrong case' })
    expect(rowOf(caseId)?.lastSpokenAt).toBe('2026-11-02T10:00:00.000Z')
    store.call('events.reinstate', { id: reached.id, revision: 3 })
    expect(rowOf(caseId)?.lastSpokenAt).toBe('2026-11-12T09:00:00.000Z')
  })

  test('the level of risk it is listed under is the one its header shows', () => {
    const { id: caseId } = openCase(store, 'Risk Example')
    const agree = () => {
      const standing = store.call('riskAssessments.standing', { caseId, today })
      const level = standing.assessment?.level ?? null
      expect(rowOf(caseId)?.riskLevel).toBe(level)
      expect(rows({ risks: [level ?? 'none'] }).some(row => row.id === caseId)).toBe(true)
      return level
    }
    expect(agree()).toBeNull()
    assess(caseId, 'medium', '2026-11-01T00:00:00.000Z')
    expect(agree()).toBe('medium')
    const high = assess(caseId, 'high', '2026-11-10T00:00:00.000Z')
    expect(agree()).toBe('high')
    assess(caseId, 'not-decided', '2026-11-20T00:00:00.000Z')
    expect(agree()).toBe('high')
    store.call('events.withdraw', { id: high.id, revision: 1, reason: 'Wrong case' })
    expect(agree()).toBe('medium')
  })

  test('next hearing, next task and what is overdue', () => {
    const { id: caseId } = openCase(store, 'Deadline Example')
    expect(rowOf(caseId)).toMatchObject({
      ...{ nextHearing: null, nextTask: null, overdue: { tasks: 0, promises: 0, since: null } },
    })
    const hearing = (day: string) =>
      store.call('hearings.record', {
        caseId,
        hearing: aHearing({ when: listedFor(day) }),
        skipTasks: [],
        followsId: null,
      })
    hearing('2026-11-01')
    hearing('2026-12-20')
    const next = hearing('2026-11-24') // today still counts
    for (const [title, dueOn] of [
      ['Some day', null],
      ['Call the court', '2026-11-20'],
    ] as const)
      store.call('tasks.add', { caseId, task: { title, dueOn: dueOn as never, note: null } })
    store.call('policeContacts.record', {
      caseId,
      contact: aPoliceContact({ promised: 'Call back', promisedBy: '2026-11-18' }),
    })
    const row = rowOf(caseId)
    expect(row?.nextHearing?.id).toBe(next.id)
    expect(row?.overdue).toMatchObject({ promises: 1, since: expect.stringMatching(/^2026-11-\d\d$/) as string })
    expect(row?.overdue.tasks).toBeGreaterThanOrEqual(1)
    expect(names({ overdue: true })).toContain('Deadline Example')
    expect(names({ hearingWithin: 1 })).toEqual(['Deadline Example'])
  })

  test('nothing is overdue or missing in a closed case', () => {
    const opened = openCase(store, 'Closed Example')
    store.call('tasks.add', { caseId: opened.id, task: { title: 'Old', dueOn: '2026-11-02' as never, note: null } })
    close(opened.id)
    const [row] = rows({ statuses: ['closed'] })
    expect(row?.overdue).toEqual({ tasks: 0, promises: 0, since: null })
    for (const change of [{ overdue: true }, { noNextTask: true }, { notSpokenFor: 1 }])
      expect(rows({ ...change, statuses: ['closed'] })).toEqual([])
  })
  const close = (id: CaseRow['id']) => {
    const { reference, ownerId, openedOn, revision } = store.call('cases.find', { id })
    store.call('cases.update', {
      ...{ id, revision },
      case: { reference, ownerId, openedOn, status: 'closed', closedOn: today, closingReason: 'planned' },
    })
  }
})

describe('filters and counts', () => {
  const choices: Partial<CaseloadFilter>[] = [
    {},
    { text: 'example' },
    { text: 'risk' },
    { owner: 'mine' },
    { statuses: ['supporting', 'closed'] },
    { risks: ['medium', 'none'] },
    { overdue: true },
    { noNextTask: true },
    { hearingWithin: 30 },
    { notSpokenFor: 14, owner: 'mine' },
    { notSpokenFor: 3, risks: ['none'], text: 'ex' },
  ]

  test('every count is what choosing it would list', () => {
    for (const owner of [sam, null])
      store.call('cases.open', {
        ...{ clientName: 'Other Example', reference: null, status: 'referred', ownerId: owner, openedOn: today },
      })
    for (const change of choices) {
      const found = counts(change)
      const listed = (more: Partial<CaseloadFilter>) => rows({ ...change, ...more }).length
      for (const [status, number] of Object.entries(found.statuses))
        expect(listed({ statuses: [status as CaseStatus] }), `${JSON.stringify(change)} ${status}`).toBe(number)
      for (const [risk, number] of Object.entries(found.risks))
        expect(listed({ risks: [risk as 'none'] }), `${JSON.stringify(change)} ${risk}`).toBe(number)
      expect(listed({ owner: 'mine' })).toBe(found.owners.mine)
      expect(listed({ owner: 'all' })).toBe(found.owners.all)
      expect(listed({ overdue: true })).toBe(found.overdue)
      expect(listed({ noNextTask: true })).toBe(found.noNextTask)
      expect(listed({ hearingWithin: change.hearingWithin ?? 14 })).toBe(found.hearingWithin)
      expect(listed({ notSpokenFor: change.notSpokenFor ?? 14 })).toBe(found.notSpokenFor)
    }
  })

  test('of one advocate, by name of the user', () => {
    expect(rows({ owner: sam }).map(row => row.ownerName)).toEqual(['Sam Example'])
  })

  test('not spoken to for so many days counts whole days, and never counts as longest ago', () => {
    const { id: caseId } = openCase(store, 'Silence Example')
    store.call('contacts.record', { caseId, contact: aContact({ when: atMinute('2026-11-10T23:30:00.000Z') }) })
    expect(names({ notSpokenFor: 14 })).toContain('Silence Example')
    expect(names({ notSpokenFor: 15 })).not.toContain('Silence Example')
    const order = rows({ sort: 'spoken' }).map(row => row.lastSpokenAt ?? '')
    expect(order).toEqual(order.toSorted())
  })

  test('risk from high to none, hearings soonest first, the longest overdue on top', () => {
    const levels = ['high', 'medium', 'standard', null]
    const risks = rows({ sort: 'risk' }).map(row => levels.indexOf(row.riskLevel))
    expect(risks).toEqual(risks.toSorted())
    const hearings = rows({ sort: 'hearing' }).map(row => row.nextHearing?.when.from ?? '~')
    expect(hearings).toEqual(hearings.toSorted())
    const overdue = rows({ sort: 'overdue' }).map(row => row.overdue.since ?? '~')
    expect(overdue).toEqual(overdue.toSorted())
  })
})

test('the load of everyone, the heaviest first, with the yardstick of domain F1.12', () => {
  const { rows: loads } = store.call('cases.load', {})
  expect(loads.map(({ name }) => name)).toEqual(['Robin Example', 'Sam Example'])
  expect(loads[0]).toMatchObject({ open: rows({ owner: 'mine' }).length, highRisk: 0, active: true })
  expect(loads[1]?.open).toBe(1)
  // Guidance without a date is no law that came into force: it is the yardstick for any day.
  for (const day of [today, '2019-01-01' as never])
    expect(caseloadRuleOn(day)).toMatchObject({ openCases: 25, status: 'secondary', effectiveFrom: null })
})
