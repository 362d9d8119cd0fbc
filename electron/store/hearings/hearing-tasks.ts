import type { Hearing } from '../../../shared/features/hearings.ts'
import { london } from '../../../shared/kernel/dates.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import { dayOf } from '../../../shared/kernel/uk-dates.ts'
import { taskDueDay, tasksForHearing } from '../../../shared/rules/hearing-tasks.ts'
import { measureClock } from '../../../shared/rules/special-measures.ts'
import type { DayOffset } from '../../../shared/rules/working-days.ts'
import { hearingDay, hearingOverReason, noDueDayWords } from '../../../shared/wording/hearings.ts'
import type { WriteTx } from '../database.ts'
import { insertTask, openTasksOfHearing, writeTask } from '../tasks/tasks.repo.ts'

/** Makes the preparation tasks of a new hearing, all but those that are not wanted. */
export function addTasks(tx: WriteTx, hearing: Hearing, skip: readonly string[]): void {
  const today = dayOf(tx.now, london)
  for (const { id, title, offset } of tasksForHearing(hearing.kind, hearingDay(hearing.when, today), today))
    if (!skip.includes(id)) addTask(tx, hearing, { ruleId: id, title, offset })
}

/** Makes the task of the clock that a not-guilty plea starts at this hearing. Throws where this kind of hearing starts none. */
export function addPleaTask(tx: WriteTx, hearing: Hearing): void {
  const clock = measureClock(hearing.kind, hearingDay(hearing.when, dayOf(tx.now, london)))
  if (!clock) throw new AppError('invalid-input', { field: 'plea', rule: 'no-plea-here' })
  addTask(tx, hearing, { ruleId: clock.id, title: clock.title, offset: clock.offset })
}

type FromRule = { ruleId: string; title: string; offset: DayOffset }
function addTask(tx: WriteTx, hearing: Hearing, { ruleId, title, offset }: FromRule): void {
  const today = dayOf(tx.now, london)
  const dueOn = taskDueDay(offset, hearingDay(hearing.when, today), today)
  const note = dueOn === null ? noDueDayWords : null
  const from = { hearingId: hearing.id, ruleId, offset }
  insertTask(tx, { caseId: hearing.caseId, from }, { title, dueOn, note })
}

/** Takes the open tasks of a hearing to its date. What is done stays, and so does a due day that somebody set by hand. */
export function moveTasks(tx: WriteTx, hearing: Hearing): void {
  const today = dayOf(tx.now, london)
  const day = hearingDay(hearing.when, today)
  for (const task of openTasksOfHearing(tx.db, hearing.id)) {
    if (task.origin === null || task.origin.dueByHand) continue
    const dueOn = taskDueDay(task.origin.offset, day, today)
    if (dueOn !== task.dueOn) writeTask(tx, task, { ...task, dueOn, dueByHand: false, verb: 'updated' })
  }
}

/** Says of what was to be done before a hearing, and still is open, that it is no longer needed. */
export function clearTasks(tx: WriteTx, hearing: Hearing): void {
  for (const task of openTasksOfHearing(tx.db, hearing.id))
    if (task.origin !== null && task.origin.offset.days < 0) {
      const { dueByHand } = task.origin
      writeTask(tx, task, { ...task, dueByHand, withdrawnReason: hearingOverReason, verb: 'withdrawn' })
    }
}
