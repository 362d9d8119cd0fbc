import * as z from 'zod'
import { Task, TaskDraft } from '../../../shared/features/tasks.ts'
import { showDay } from '../../../shared/kernel/uk-dates.ts'
import { taskQuestions } from '../../../shared/wording/tasks.ts'
import { optionalWords, words } from '../../ui/answer-schemas.ts'
import { DayText, dayToTyped } from '../../ui/typed-dates.ts'

/** The answers as typed; `revision` is the one they started from, 0 for a new task. */
export const TaskAnswers = z
  .strictObject({
    revision: z.int().nonnegative(),
    title: words(200).min(1),
    dueOn: DayText.nullable(),
    note: optionalWords(2_000),
  })
  .transform(({ revision, ...task }) => ({ revision, task: TaskDraft.parse(task) }))
export type TypedTask = z.input<typeof TaskAnswers>

export const blankTask: TypedTask = { revision: 0, title: '', dueOn: null, note: null }

/** A stored task as it would have been typed. */
export const toTaskAnswers = ({ title, dueOn, note }: TaskDraft, revision: number): TypedTask => ({
  ...{ revision, title, note },
  dueOn: dayToTyped(dueOn),
})

const inWords = (task: TaskDraft, id: keyof TaskDraft): string | null =>
  id === 'dueOn' ? task.dueOn && showDay(task.dueOn) : task[id]
const ids = ['title', 'dueOn', 'note'] as const

/** Two states of a task, question by question. */
export const taskDiff = (before: TaskDraft, after: TaskDraft) =>
  ids.map(id => ({ id, label: taskQuestions[id], before: inWords(before, id), after: inWords(after, id) }))

/** A task as one of its versions holds it. */
export const TaskState = Task.pick({ title: true, dueOn: true, note: true, done: true, withdrawnReason: true })
export type TaskState = z.infer<typeof TaskState>

/** Two states with what was done about the task; its words are put back, not that. */
export const diffOfStates = (before: TaskState, after: TaskState) => [
  ...taskDiff(before, after),
  { id: 'done', label: 'Ticked off', before: doneOn(before), after: doneOn(after) },
  { id: 'withdrawnReason', label: 'No longer needed', before: before.withdrawnReason, after: after.withdrawnReason },
]
const doneOn = ({ done }: TaskState): string | null => done && showDay(done.on)
