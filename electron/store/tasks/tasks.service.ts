import type { Task, taskCalls } from '../../../shared/features/tasks.ts'
import { london } from '../../../shared/kernel/dates.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import type { TaskId } from '../../../shared/kernel/ids.ts'
import { dayOf } from '../../../shared/kernel/uk-dates.ts'
import { requireOpenCase } from '../cases/cases.repo.ts'
import type { WriteTx } from '../database.ts'
import type { StoreHandlers } from '../dispatch.ts'
import { listRecordVersions } from '../record-versions.repo.ts'
import { insertTask, listDueTasks, listTasks, nextTask, requireTask, writeTask } from './tasks.repo.ts'

export const taskHandlers: StoreHandlers<typeof taskCalls> = {
  'tasks.add'(tx, { caseId, task }) {
    requireOpenCase(tx.db, caseId)
    return requireTask(tx.db, insertTask(tx, { caseId, from: null }, task))
  },
  'tasks.update'(tx, { id, revision, task }) {
    const current = requireTask(tx.db, id)
    if (current.revision !== revision) return { outcome: 'conflict', current, yours: task }
    requireOpenCase(tx.db, current.caseId)
    // A day set by hand is somebody's decision: it no longer follows the hearing.
    const dueByHand = stateOf(current).dueByHand || (current.origin !== null && task.dueOn !== current.dueOn)
    const record = writeTask(tx, current, { ...stateOf(current), ...task, dueByHand, verb: 'updated' })
    return { outcome: 'saved', record }
  },
  'tasks.complete': (tx, one) =>
    change(tx, { ...one, verb: 'completed' }, task => {
      refuseUnless(task.done === null, 'already-done')
      return { done: { on: dayOf(tx.now, london), by: tx.actor.id } }
    }),
  'tasks.reopen': (tx, one) =>
    change(tx, { ...one, verb: 'reopened' }, task => {
      refuseUnless(task.done !== null, 'not-done')
      return { done: null }
    }),
  'tasks.withdraw': (tx, { reason, ...one }) =>
    change(tx, { ...one, verb: 'withdrawn' }, task => {
      refuseUnless(task.withdrawnReason === null, 'already-withdrawn')
      return { withdrawnReason: reason }
    }),
  'tasks.reinstate': (tx, one) =>
    change(tx, { ...one, verb: 'reinstated' }, task => {
      refuseUnless(task.withdrawnReason !== null, 'not-withdrawn')
      return { withdrawnReason: null }
    }),
  'tasks.versions': (tx, { id }) => listRecordVersions(tx.db, requireTask(tx.db, id).id),
  'tasks.listForCase': (tx, { caseId, ...wanted }) => listTasks(tx.db, caseId, wanted),
  'tasks.listDue': (tx, wanted) => listDueTasks(tx.db, wanted),
  'tasks.nextForCase': (tx, { caseId }) => nextTask(tx.db, caseId),
}

type Changed = Partial<Pick<Task, 'done' | 'withdrawnReason'>>
type Answer = { outcome: 'saved'; record: Task } | { outcome: 'conflict'; current: Task }
type Step = { id: TaskId; revision: number; verb: string }
function change(tx: WriteTx, { id, revision, verb }: Step, decide: (task: Task) => Changed): Answer {
  const current = requireTask(tx.db, id)
  if (current.revision !== revision) return { outcome: 'conflict', current }
  requireOpenCase(tx.db, current.caseId)
  return { outcome: 'saved', record: writeTask(tx, current, { ...stateOf(current), ...decide(current), verb }) }
}

const stateOf = ({ title, dueOn, note, done, withdrawnReason, origin }: Task) => ({
  ...{ title, dueOn, note, done, withdrawnReason },
  dueByHand: origin?.dueByHand ?? false,
})

function refuseUnless(holds: boolean, rule: string): void {
  if (!holds) throw new AppError('invalid-input', { rule })
}
