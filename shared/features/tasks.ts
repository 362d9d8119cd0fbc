import * as z from 'zod'
import { command, query, savedOrConflict } from '../kernel/call.ts'
import { CalendarDay } from '../kernel/dates.ts'
import { Page, pageOf, RecordStamp, RecordVersions, Revision } from '../kernel/event.ts'
import { CaseId, EventId, TaskId, UserId } from '../kernel/ids.ts'
import { DayOffset } from '../rules/working-days.ts'

/** What a person writes down to be done. No due day: some day. */
export const TaskDraft = z.strictObject({
  title: z.string().trim().min(1).max(200),
  dueOn: CalendarDay.nullable(),
  note: z.string().trim().min(1).max(2_000).nullable(),
})
export type TaskDraft = z.infer<typeof TaskDraft>

/** Where a task of a hearing comes from. Its due day follows the hearing until somebody sets one by hand. */
export const TaskOrigin = z.strictObject({
  hearingId: EventId,
  hearingTitle: z.string(),
  hearingOn: CalendarDay,
  ruleId: z.string(),
  offset: DayOffset,
  dueByHand: z.boolean(),
})
export type TaskOrigin = z.infer<typeof TaskOrigin>

/** Something to be done in a case. Not a dated record: it has not happened yet. */
export const Task = z.strictObject({
  id: TaskId,
  caseId: CaseId,
  ...TaskDraft.shape,
  done: z.strictObject({ on: CalendarDay, by: UserId }).nullable(),
  withdrawnReason: z.string().nullable(),
  origin: TaskOrigin.nullable(),
  ...RecordStamp.shape,
})
export type Task = z.infer<typeof Task>

/** A task of any case, with what is needed to tell whose it is. */
export const DueTask = z.strictObject({
  ...Task.shape,
  reference: z.string(),
  clientName: z.string(),
  ownerId: UserId,
})
export type DueTask = z.infer<typeof DueTask>

/** `open`: soonest due first, no day last. `done`: done last first. `withdrawn`: no longer needed. `standing`: open and done. */
export const TaskFilter = z.strictObject({
  show: z.enum(['open', 'done', 'withdrawn', 'standing']),
  /** Only the tasks of this hearing. */
  hearingId: EventId.nullable(),
})
export type TaskFilter = z.infer<typeof TaskFilter>

const touches = ['task', 'case', 'history'] as const
const one = z.strictObject({ id: TaskId, revision: Revision })
const savedOrChanged = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('saved'), record: Task }),
  z.strictObject({ outcome: z.literal('conflict'), current: Task }),
])

export const taskCalls = {
  'tasks.add': command({ input: z.strictObject({ caseId: CaseId, task: TaskDraft }), output: Task, touches }),
  'tasks.update': command({
    input: z.strictObject({ ...one.shape, task: TaskDraft }),
    output: savedOrConflict(Task, TaskDraft),
    touches,
  }),
  /** Done today, by whoever says so. */
  'tasks.complete': command({ input: one, output: savedOrChanged, touches }),
  'tasks.reopen': command({ input: one, output: savedOrChanged, touches }),
  /** No longer needed, or added by mistake. It stays readable with the reason. */
  'tasks.withdraw': command({
    input: z.strictObject({ ...one.shape, reason: z.string().trim().min(3).max(500) }),
    output: savedOrChanged,
    touches,
  }),
  'tasks.reinstate': command({ input: one, output: savedOrChanged, touches }),
  /** Each with the answers of a `TaskDraft`, `done` and `withdrawnReason`. */
  'tasks.versions': query({ input: z.strictObject({ id: TaskId }), output: RecordVersions, tag: 'task' }),
  'tasks.listForCase': query({
    input: z.strictObject({ caseId: CaseId, filter: TaskFilter, page: Page }),
    output: pageOf(Task),
    tag: 'task',
  }),
  /** Open tasks of all cases that are not closed, due on or before a day, soonest due first. Null: whoever owns the case. */
  'tasks.listDue': query({
    input: z.strictObject({ until: CalendarDay, ownerId: UserId.nullable(), page: Page }),
    output: pageOf(DueTask),
    tag: 'today',
  }),
  /** The open task that is due first. Null in a case that is not closed means that nobody has planned what is next. */
  'tasks.nextForCase': query({
    input: z.strictObject({ caseId: CaseId }),
    output: z.strictObject({ next: Task.nullable(), open: z.int().nonnegative() }),
    tag: 'task',
  }),
}
