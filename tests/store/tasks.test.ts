import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Task } from '../../shared/features/tasks.ts'
import { CalendarDay } from '../../shared/kernel/dates.ts'
import type { CaseId } from '../../shared/kernel/ids.ts'
import { newVault, openCase, refusal, type TestStore } from '../support/vault.ts'

const day = (text: string) => CalendarDay.parse(text)
const page = { limit: 50, after: null }

describe('tasks', () => {
  let store: TestStore
  let caseId: CaseId
  beforeEach(async () => {
    store = await newVault()
    caseId = openCase(store).id
  })
  afterEach(() => store.close())

  const add = (title: string, dueOn: string | null = null, inCase = caseId): Task =>
    store.call('tasks.add', { caseId: inCase, task: { title, dueOn: dueOn === null ? null : day(dueOn), note: null } })
  const titles = (show: 'open' | 'done' | 'withdrawn' | 'standing') =>
    store.call('tasks.listForCase', { caseId, filter: { show, hearingId: null }, page }).rows.map(({ title }) => title)

  test('soonest due first, those without a day last, in the order they were added', () => {
    for (const [title, due] of [
      ['Some day'],
      ['Later', '2026-12-01'],
      ['Late', '2026-11-20'],
      ['Same', '2026-12-01'],
    ] as const) {
      add(title, due)
      store.clock.now = new Date(Date.parse(store.clock.now) + 1000).toISOString() as never
    }
    expect(titles('open')).toEqual(['Late', 'Later', 'Same', 'Some day'])
    expect(store.call('tasks.nextForCase', { caseId })).toMatchObject({ next: { title: 'Late' }, open: 4 })
  })

  test('ticked off, it says when and by whom, and can be opened again', async () => {
    const task = add('Call the court', '2026-11-20')
    const answer = store.call('tasks.complete', { id: task.id, revision: 1 })
    expect(answer).toMatchObject({ outcome: 'saved', record: { done: { on: '2026-11-24', by: task.createdBy } } })
    expect([titles('open'), titles('done')]).toEqual([[], ['Call the court']])
    expect(store.call('tasks.nextForCase', { caseId })).toEqual({ next: null, open: 0 })
    expect((await refusal(() => store.call('tasks.complete', { id: task.id, revision: 2 }))).details).toEqual({
      rule: 'already-done',
    })
    expect(store.call('tasks.reopen', { id: task.id, revision: 1 })).toMatchObject({ outcome: 'conflict' })
    expect(store.call('tasks.reopen', { id: task.id, revision: 2 })).toMatchObject({ record: { done: null } })
    expect(titles('open')).toEqual(['Call the court'])
  })

  test('a change on an old revision answers with both versions and changes nothing', () => {
    const { id } = add('First')
    const task = { title: 'Theirs', dueOn: null, note: null }
    store.call('tasks.update', { id, revision: 1, task })
    expect(store.call('tasks.update', { id, revision: 1, task: { ...task, title: 'Mine' } })).toMatchObject({
      outcome: 'conflict',
      current: { title: 'Theirs' },
      yours: { title: 'Mine' },
    })
    expect(titles('open')).toEqual(['Theirs'])
  })

  test('what is no longer needed stays readable with its reason, and can be taken back', () => {
    const { id } = add('Not needed')
    store.call('tasks.withdraw', { id, revision: 1, reason: 'Client did it herself' })
    expect([titles('open'), titles('withdrawn')]).toEqual([[], ['Not needed']])
    store.call('tasks.reinstate', { id, revision: 2 })
    expect(titles('open')).toEqual(['Not needed'])
  })

  test('what is due over all cases, but not in a closed one, nor for another owner', () => {
    const second = openCase(store, 'Sam Sample')
    add('Due', '2026-11-24')
    add('Overdue', '2026-11-01', second.id)
    add('Not yet', '2026-11-25')
    add('Some day')
    const due = (more: object = {}) =>
      store.call('tasks.listDue', { until: day('2026-11-24'), ownerId: null, page, ...more })
    expect(due().rows.map(({ title, clientName }) => [title, clientName])).toEqual([
      ['Overdue', 'Sam Sample'],
      ['Due', 'Alex Example'],
    ])
    const first = due({ page: { limit: 1, after: null } })
    expect(due({ page: { limit: 1, after: first.next } }).rows.map(({ title }) => title)).toEqual(['Due'])
    expect(due({ ownerId: second.ownerId }).total).toBe(2)
    expect(due({ ownerId: '01900000-0000-7000-8000-000000000001' }).total).toBe(0)
    const { reference, ownerId, openedOn } = second
    const closed = { reference, ownerId, openedOn, status: 'closed' as const, closedOn: day('2026-11-24') }
    store.call('cases.update', { id: second.id, revision: 1, case: { ...closed, closingReason: 'planned' } })
    expect(due().total).toBe(1)
  })

  test('no words are lost: what a task and a case said before the last save is kept, and who said it', () => {
    const { id } = add('First')
    store.call('tasks.update', { id, revision: 1, task: { title: 'First', dueOn: null, note: 'Ask for Sandy' } })
    store.call('tasks.update', { id, revision: 2, task: { title: 'Second', dueOn: day('2026-12-01'), note: null } })
    store.call('tasks.complete', { id, revision: 3 })
    const kept = store.call('tasks.versions', { id }).rows
    expect(kept.map(({ revision, values }) => [revision, values['title'], values['note'], values['done']])).toEqual([
      [4, 'Second', null, expect.objectContaining({ on: '2026-11-24' })],
      [3, 'Second', null, null],
      [2, 'First', 'Ask for Sandy', null],
      [1, 'First', null, null],
    ])
    expect(kept[0]?.byName).toBeTruthy()
    const { reference, ownerId, openedOn } = store.call('cases.find', { id: caseId })
    const closing = { closedOn: null, closingReason: null }
    store.call('cases.update', {
      ...{ id: caseId, revision: 1 },
      case: { reference: 'MOVED-1', ownerId, openedOn, status: 'paused', ...closing },
    })
    expect(store.call('cases.versions', { id: caseId }).rows.map(({ values }) => values['reference'])).toEqual([
      'MOVED-1',
      reference,
    ])
  })

  test('nothing is added to a closed case', async () => {
    const { id, reference, ownerId, openedOn } = openCase(store, 'Sam Sample')
    const closed = { reference, ownerId, openedOn, status: 'closed' as const, closedOn: day('2026-11-24') }
    store.call('cases.update', { id, revision: 1, case: { ...closed, closingReason: 'planned' } })
    expect((await refusal(() => add('Late', null, id))).details).toEqual({ rule: 'case-closed' })
  })

  test('the history names the task, and the audit row carries no words of it', () => {
    const task = add('Zqtitle')
    store.call('tasks.complete', { id: task.id, revision: 1 })
    const rows = store.call('history.forCase', { caseId, page }).rows
    expect(rows.slice(0, 2).map(({ action, title }) => [action, title])).toEqual([
      ['task.completed', 'Zqtitle'],
      ['task.added', 'Zqtitle'],
    ])
    const audit = store.session.open?.db.prepare('SELECT * FROM audit').all()
    expect(JSON.stringify(audit)).not.toContain('Zqtitle')
  })
})
