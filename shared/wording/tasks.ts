import type { Task, TaskOrigin } from '../features/tasks.ts'
import type { CalendarDay } from '../kernel/dates.ts'
import { showDay } from '../kernel/uk-dates.ts'
import { offsetWords } from './hearings.ts'

export type TaskState = 'overdue' | 'today' | 'later' | 'some-day' | 'done' | 'not-needed'
type Standing = Pick<Task, 'dueOn' | 'done' | 'withdrawnReason'>

/** How a task stands on a day. The day it is due still counts as in time. */
export function taskState({ dueOn, done, withdrawnReason }: Standing, today: CalendarDay): TaskState {
  if (withdrawnReason !== null) return 'not-needed'
  if (done !== null) return 'done'
  if (dueOn === null) return 'some-day'
  if (dueOn === today) return 'today'
  return dueOn < today ? 'overdue' : 'later'
}

/** Overdue since 20 Nov 2026; Due today; Due 3 Dec 2026; Done 24 Nov 2026. Null: no day, nothing to say. */
export function taskDueWords(task: Standing, today: CalendarDay): string | null {
  const state = taskState(task, today)
  if (state === 'not-needed') return 'Not needed'
  if (task.done !== null) return `Done ${showDay(task.done.on)}`
  if (task.dueOn === null) return null
  if (state === 'today') return 'Due today'
  return state === 'overdue' ? `Overdue since ${showDay(task.dueOn)}` : `Due ${showDay(task.dueOn)}`
}

/** 28 days before the hearing: Trial, Exampleton Crown Court, 3 Feb 2027. */
export const originWords = ({ offset, hearingTitle, hearingOn }: TaskOrigin): string =>
  `${offsetWords(offset)}: ${hearingTitle}, ${showDay(hearingOn)}`

/** Said where somebody's own due day holds, whatever becomes of the hearing. */
export const dueByHandWords = 'The due day was set by hand, so it stays when the hearing moves.'

/** Every question, as the form and the conflict screen say it. */
export const taskQuestions = { title: 'What is to be done', dueOn: 'Due', note: 'Note' } as const
