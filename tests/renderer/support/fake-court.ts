import { HearingDraft, type Hearing } from '../../../shared/features/hearings.ts'
import type { Task, TaskDraft } from '../../../shared/features/tasks.ts'
import { CalendarDay } from '../../../shared/kernel/dates.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import { EventId, TaskId } from '../../../shared/kernel/ids.ts'
import { taskDueDay, tasksForHearing } from '../../../shared/rules/hearing-tasks.ts'
import { hearingState, hearingTitle } from '../../../shared/wording/hearings.ts'
import { aHearing, listedFor } from '../../support/hearings.ts'
import { caseId, day, eventId, me, stamp } from './casework-data.ts'
import type { Handlers } from './fake-bridge.ts'

export type Court = { hearings: Hearing[]; tasks: Task[] }

const taskId = (n: number) => TaskId.parse(`01900000-0000-7000-8006-${n.toString(16).padStart(12, '0')}`)
const today = CalendarDay.parse('2026-11-24')

/** A task with everything about it that a test does not care for. */
export const aTask = (n: number, change: Partial<Task> = {}): Task => ({
  id: taskId(n),
  caseId: caseId(1),
  ...{ title: `Task ${String(n)}`, dueOn: null, note: null, done: null, withdrawnReason: null, origin: null },
  ...stamp,
  ...change,
})

/** A stored hearing with everything about it that a test does not care for. */
export const storedHearing = (n: number, change: Partial<Hearing> = {}): Hearing => ({
  ...aHearing(),
  id: eventId(2_000 + n),
  caseId: caseId(1),
  ...{ withdrawnReason: null, followsId: null, next: null, moves: [] },
  ...stamp,
  ...change,
})

/** The dates of the first case: one to come, moved once; one past that nobody wrote up; one with its outcome. */
export function courtOf(): Court {
  const trial = storedHearing(1, {
    moves: [
      {
        ...{ from: listedFor('2026-12-09'), to: listedFor('2027-02-03'), reason: 'No court room was free' },
        ...{ toldBy: 'Witness Care Unit', toldOn: day('2026-11-12'), movedAt: stamp.updatedAt, movedBy: me },
      },
    ],
    specialMeasures: [
      { id: 'SM-SCREEN', state: 'granted', requestedOn: day('2026-11-02'), decidedOn: day('2026-11-16'), note: null },
      { id: 'PA-ENTRANCE', state: 'requested', requestedOn: day('2026-11-18'), decidedOn: null, note: null },
    ],
    directions: [{ text: 'Witness timetable to be agreed', dueOn: day('2027-01-15'), who: 'Both parties' }],
  })
  const plea = storedHearing(2, { kind: 'H-CC-PTPH', when: listedFor('2026-11-20', '09:30'), specialMeasures: [] })
  const first = storedHearing(3, {
    ...{ kind: 'H-MC-FIRST', court: 'Exampleton Magistrates’ Court', when: listedFor('2026-10-30', null) },
    outcome: {
      ...{ result: 'Sent to the Crown Court', conditions: 'Not to contact the complainant', conclusion: 'concluded' },
      ...{ awaitingReason: null, clientToldOn: day('2026-10-30'), toldHow: 'By phone in the agreed hours' },
    },
  })
  const tasks = tasksForHearing(trial.kind, day('2027-02-03'), today).map((rule, index) =>
    aTask(index + 10, {
      title: rule.title,
      dueOn: taskDueDay(rule.offset, day('2027-02-03'), today),
      origin: {
        ...{ hearingId: trial.id, hearingTitle: hearingTitle(trial), hearingOn: day('2027-02-03') },
        ...{ ruleId: rule.id, offset: rule.offset, dueByHand: rule.id === 'HT-RISK' },
      },
    }),
  )
  const own = [
    aTask(1, { title: 'Ask the officer for the crime reference', dueOn: day('2026-11-20') }),
    aTask(2, { title: 'Send the safety plan to the client’s new advocate', dueOn: day('2026-11-24') }),
    aTask(3, { title: 'Look for a bereavement service', note: 'The client mentioned her father.' }),
    aTask(4, { title: 'Ring the housing officer', done: { on: day('2026-11-23'), by: me } }),
  ]
  return { hearings: [trial, plea, first], tasks: [...own, ...tasks] }
}

const pageOf = <Row>(rows: Row[]) => ({ rows, total: rows.length, next: null })
const find = <Row extends { id: string }>(rows: Row[], id: string): Row => {
  const row = rows.find(one => one.id === id)
  if (!row) throw new AppError('not-found')
  return row
}
const put = <Row extends { id: string }>(rows: Row[], row: Row): Row => {
  rows[rows.findIndex(({ id }) => id === row.id)] = row
  return row
}
const at = ({ when }: Hearing) => when.from ?? ''

/** Answers for the calls about hearings and tasks, over `work`, which they change. */
export const courtHandlers = (work: Court): Handlers => ({ ...hearingHandlers(work), ...taskHandlers(work) })

const hearingHandlers = (work: Court): Handlers => ({
  'hearings.find': ({ id }) => find(work.hearings, id),
  'hearings.listForCase': ({ caseId: inCase, filter, today: asked }) => {
    const shown = work.hearings.filter(one => {
      const state = hearingState(one, asked)
      const coming = state === 'coming' || state === 'today'
      if (one.caseId !== inCase || (!filter.withdrawn && one.withdrawnReason !== null)) return false
      if (filter.show === 'awaiting') return state === 'outcome-missing'
      return filter.show === 'all' || coming === (filter.show === 'coming')
    })
    const isComing = (one: Hearing) => ['coming', 'today'].includes(hearingState(one, asked))
    const ahead = shown.filter(isComing).toSorted((a, b) => at(a).localeCompare(at(b)))
    const past = shown.filter(one => !isComing(one)).toSorted((a, b) => at(b).localeCompare(at(a)))
    return pageOf([...ahead, ...past])
  },
  'hearings.nextForCase': ({ caseId: inCase, today: asked }) => {
    const own = work.hearings.filter(one => one.caseId === inCase && one.withdrawnReason === null)
    const ahead = own.filter(one => ['coming', 'today'].includes(hearingState(one, asked)))
    const awaiting = own.filter(one => hearingState(one, asked) === 'outcome-missing').length
    return { next: ahead.toSorted((a, b) => at(a).localeCompare(at(b)))[0] ?? null, awaiting }
  },
  'hearings.clashes': () => ({ clashes: [] }),
  'hearings.daySheet': ({ caseId: inCase }) => ({
    reference: 'WM-2301',
    ...{
      hearings: work.hearings
        .filter(one => one.caseId === inCase)
        .slice(0, 1)
        .map(asPrinted),
    },
    ...{ openTasks: ['Print the day sheet and pack what is needed'], leftOut: false },
  }),
  'hearings.record': ({ caseId: inCase, hearing }) => {
    const id = EventId.parse(eventId(2_500 + work.hearings.length))
    const recorded = { ...storedHearing(1), moves: [], ...hearing, id, caseId: inCase }
    work.hearings.push(recorded)
    return recorded
  },
  'hearings.update': ({ id, revision, hearing }) => {
    const current = find(work.hearings, id)
    if (current.revision !== revision) return { outcome: 'conflict', current, yours: hearing }
    return { outcome: 'saved', record: put(work.hearings, { ...current, ...hearing, revision: revision + 1 }) }
  },
  'hearings.move': ({ id, revision, move }) => {
    const current = find(work.hearings, id)
    if (current.revision !== revision) return { outcome: 'conflict', current, yours: move }
    const moved = { from: current.when, ...move, movedAt: stamp.updatedAt, movedBy: me }
    const moves = [...current.moves, moved]
    return {
      outcome: 'saved',
      record: put(work.hearings, { ...current, when: move.to, moves, revision: revision + 1 }),
    }
  },
  'hearings.recordOutcome': ({ id, revision, outcome, next }) => {
    const current = find(work.hearings, id)
    if (current.revision !== revision) return { outcome: 'conflict', current, yours: outcome }
    const following = next && { ...storedHearing(9, { moves: [] }), ...next.hearing, followsId: id }
    if (following) work.hearings.push(following)
    const link = following && { id: following.id, when: following.when }
    const record = put(work.hearings, { ...current, outcome, next: link, revision: revision + 1 })
    return { outcome: 'saved', record, next: following }
  },
})

const asPrinted = (hearing: Hearing) => {
  const draft = HearingDraft.strip().parse(hearing)
  const { link: _, directions: __, outcome: ___, ...printed } = draft
  return printed
}

const due = ({ dueOn }: Task) => dueOn ?? '9999'
const taskHandlers = (work: Court): Handlers => {
  const change = (id: Task['id'], revision: number, now: Partial<Task>) => {
    const current = find(work.tasks, id)
    if (current.revision !== revision) return { outcome: 'conflict' as const, current }
    return { outcome: 'saved' as const, record: put(work.tasks, { ...current, ...now, revision: revision + 1 }) }
  }
  return {
    'tasks.listForCase': ({ caseId: inCase, filter: { show, hearingId } }) => {
      const fits = ({ done, withdrawnReason }: Task) => {
        if (show === 'withdrawn') return withdrawnReason !== null
        return withdrawnReason === null && (show === 'standing' || (done === null) === (show === 'open'))
      }
      const own = work.tasks.filter(
        task => task.caseId === inCase && (hearingId === null || task.origin?.hearingId === hearingId) && fits(task),
      )
      return pageOf(own.toSorted((a, b) => due(a).localeCompare(due(b))))
    },
    'tasks.versions': ({ id }) => {
      const { revision, title, dueOn, note, done, withdrawnReason } = find(work.tasks, id)
      const values = { title, dueOn, note, done, withdrawnReason }
      const now = { revision, at: stamp.updatedAt, byName: 'Sam Okafor', values }
      const before = { ...now, revision: revision - 1, values: { ...values, note: 'What it said before' } }
      return { rows: [now, before] }
    },
    'tasks.nextForCase': ({ caseId: inCase }) => {
      const open = work.tasks.filter(
        task => task.caseId === inCase && task.done === null && task.withdrawnReason === null,
      )
      return { next: open.toSorted((a, b) => due(a).localeCompare(due(b)))[0] ?? null, open: open.length }
    },
    'tasks.add': ({ caseId: inCase, task }) => {
      const added = aTask(100 + work.tasks.length, { ...task, caseId: inCase })
      work.tasks.push(added)
      return added
    },
    'tasks.update': ({ id, revision, task }) => {
      const answer = change(id, revision, task)
      return answer.outcome === 'saved' ? answer : { ...answer, yours: task satisfies TaskDraft }
    },
    'tasks.complete': ({ id, revision }) => change(id, revision, { done: { on: today, by: me } }),
    'tasks.reopen': ({ id, revision }) => change(id, revision, { done: null }),
    'tasks.withdraw': ({ id, revision, reason }) => change(id, revision, { withdrawnReason: reason }),
    'tasks.reinstate': ({ id, revision }) => change(id, revision, { withdrawnReason: null }),
  }
}
