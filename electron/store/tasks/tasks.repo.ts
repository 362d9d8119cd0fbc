import * as z from 'zod'
import { DueTask, Task, type TaskDraft, type TaskFilter } from '../../../shared/features/tasks.ts'
import { Instant, london, type CalendarDay } from '../../../shared/kernel/dates.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import type { Cursor, Page, PageOf } from '../../../shared/kernel/event.ts'
import { TaskId, type CaseId, type EventId, type UserId } from '../../../shared/kernel/ids.ts'
import { dayOf } from '../../../shared/kernel/uk-dates.ts'
import type { DayOffset } from '../../../shared/rules/working-days.ts'
import type { ReadDb, WriteTx } from '../database.ts'
import { newId } from '../new-id.ts'
import { pageFrom } from '../pages.ts'
import { keepRecordVersion } from '../record-versions.repo.ts'

const columns = `t.id, t.case_id AS caseId, t.title, t.due_on AS dueOn, t.note, t.done_on, t.done_by,
  t.withdrawn_reason AS withdrawnReason, t.hearing_id, h.title AS hearing_title, h.from_at AS hearing_at, t.rule_id,
  t.offset_days, t.offset_counts, t.due_by_hand, t.revision, t.created_at AS createdAt, t.created_by AS createdBy,
  t.updated_at AS updatedAt, t.updated_by AS updatedBy`
const joins = 'FROM tasks t LEFT JOIN events h ON h.id = t.hearing_id'
// A task of a hearing that was entered in error is no longer to be done, and comes back with it.
const ofStandingHearing = `(t.hearing_id IS NULL OR t.hearing_id NOT IN (
  SELECT id FROM events WHERE kind = 'hearing' AND withdrawn_reason IS NOT NULL))`
const isOpen = `t.done_on IS NULL AND t.withdrawn_reason IS NULL AND ${ofStandingHearing}`
/** Whether something is to be done in a case `c`. */
export const hasOpenTask = `EXISTS (SELECT 1 FROM tasks t WHERE t.case_id = c.id AND ${isOpen})`
const dueKey = `coalesce(t.due_on, '9999-12-31')`

/** Throws `not-found`. */
export function requireTask(db: ReadDb, id: TaskId): Task {
  const row = db.prepare(`SELECT ${columns} ${joins} WHERE t.id = ?`).get(id)
  if (row === undefined) throw new AppError('not-found', { what: 'task', id })
  return toTask(row)
}

type Generated = { hearingId: EventId; ruleId: string; offset: DayOffset }
/** A new task; of a hearing where `from` says so. */
export function insertTask(
  tx: WriteTx,
  { caseId, from }: { caseId: CaseId; from: Generated | null },
  task: TaskDraft,
): TaskId {
  const id = newId(TaskId, tx.now)
  tx.db
    .prepare(
      `INSERT INTO tasks (id, case_id, title, due_on, note, hearing_id, rule_id, offset_days, offset_counts, due_by_hand,
                          revision, created_at, created_by, updated_at, updated_by)
       VALUES (@id, @caseId, @title, @dueOn, @note, @hearingId, @ruleId, @days, @counts, 0, 1, @now, @actor, @now, @actor)`,
    )
    .run({
      ...task,
      ...{ id, caseId, now: tx.now, actor: tx.actor.id },
      ...{ hearingId: from?.hearingId ?? null, ruleId: from?.ruleId ?? null },
      ...{ days: from?.offset.days ?? null, counts: from?.offset.counts ?? null },
    })
  keepRecordVersion(tx, id, { revision: 1, form: { ...task, done: null, withdrawnReason: null } })
  tx.audit('task.added', { id, caseId })
  return id
}

type State = { done: { on: CalendarDay; by: UserId } | null; withdrawnReason: string | null; dueByHand: boolean }
/** Writes a task as it now stands; the audit row says by `verb` what was done. Throws `conflict` on a stale revision. */
export function writeTask(tx: WriteTx, before: Task, { verb, ...now }: TaskDraft & State & { verb: string }): Task {
  const changed = tx.db
    .prepare(
      `UPDATE tasks SET title = @title, due_on = @dueOn, note = @note, done_on = @doneOn, done_by = @doneBy,
              withdrawn_reason = @withdrawnReason, due_by_hand = @dueByHand,
              revision = revision + 1, updated_at = @now, updated_by = @actor
        WHERE id = @id AND revision = @revision`,
    )
    .run({
      ...{ title: now.title, dueOn: now.dueOn, note: now.note, withdrawnReason: now.withdrawnReason },
      ...{ doneOn: now.done?.on ?? null, doneBy: now.done?.by ?? null, dueByHand: now.dueByHand ? 1 : 0 },
      ...{ id: before.id, revision: before.revision, now: tx.now, actor: tx.actor.id },
    })
  if (changed.changes !== 1) throw new AppError('conflict', { rule: 'stale-revision', id: before.id })
  const { title, dueOn, note, done, withdrawnReason } = now
  const form = { title, dueOn, note, done, withdrawnReason }
  keepRecordVersion(tx, before.id, { revision: before.revision + 1, form })
  tx.audit(`task.${verb}`, { id: before.id, caseId: before.caseId })
  return requireTask(tx.db, before.id)
}

/** The open tasks that came with a hearing: at most one for each rule there is. */
export const openTasksOfHearing = (db: ReadDb, hearingId: EventId): Task[] =>
  db
    .prepare(`SELECT ${columns} ${joins} WHERE t.hearing_id = ? AND ${isOpen} ORDER BY ${dueKey}, t.id LIMIT 200`)
    .all(hearingId)
    .map(toTask)

const views: Record<TaskFilter['show'], { where: string; key: string; descending: boolean }> = {
  open: { where: isOpen, key: dueKey, descending: false },
  standing: { where: `t.withdrawn_reason IS NULL AND ${ofStandingHearing}`, key: dueKey, descending: false },
  done: { where: 't.done_on IS NOT NULL AND t.withdrawn_reason IS NULL', key: 't.updated_at', descending: true },
  withdrawn: {
    where: `(t.withdrawn_reason IS NOT NULL OR (t.done_on IS NULL AND NOT ${ofStandingHearing}))`,
    key: 't.updated_at',
    descending: true,
  },
}

/** The tasks of a case, or of one of its hearings. */
export function listTasks(
  db: ReadDb,
  caseId: CaseId,
  { filter, page }: { filter: TaskFilter; page: Page },
): PageOf<Task> {
  const { where, key, descending } = views[filter.show]
  const condition = `t.case_id = @caseId AND (@hearingId IS NULL OR t.hearing_id = @hearingId) AND ${where}`
  const given = { caseId, hearingId: filter.hearingId }
  const [order, beyond] = descending ? ['DESC', '<'] : ['ASC', '>']
  const after = page.after ? `AND (${key}, t.id) ${beyond} (@at, @id)` : ''
  const rows = db
    .prepare(
      `SELECT ${columns}, ${key} AS sortKey ${joins} WHERE ${condition} ${after}
        ORDER BY ${key} ${order}, t.id ${order} LIMIT @limit + 1`,
    )
    .all({ ...given, ...(page.after ?? {}), limit: page.limit })
  const total = z.int().parse(db.prepare(`SELECT count(*) ${joins} WHERE ${condition}`).pluck().get(given))
  return pageFrom(rows, { total, limit: page.limit, toRow: toTask, cursorOf })
}

type Due = { until: CalendarDay; ownerId: UserId | null; page: Page }
/** Open tasks of all cases that are not closed, due on or before a day. */
export function listDueTasks(db: ReadDb, { until, ownerId, page }: Due): PageOf<DueTask> {
  const ofCase = 'JOIN cases c ON c.id = t.case_id'
  const where = `${isOpen} AND t.due_on <= @until AND c.status <> 'closed' AND (@ownerId IS NULL OR c.owner_id = @ownerId)`
  const given = { until, ownerId }
  const after = page.after ? 'AND (t.due_on, t.id) > (@at, @id)' : ''
  const rows = db
    .prepare(
      `SELECT ${columns}, c.reference, p.name AS clientName, c.owner_id AS ownerId, t.due_on AS sortKey
         ${joins} ${ofCase} JOIN people p ON p.case_id = c.id AND p.role = 'client'
        WHERE ${where} ${after} ORDER BY t.due_on, t.id LIMIT @limit + 1`,
    )
    .all({ ...given, ...(page.after ?? {}), limit: page.limit })
  const counted = db.prepare(`SELECT count(*) FROM tasks t ${ofCase} WHERE ${where}`).pluck().get(given)
  const toRow = (row: unknown) => DueTask.parse(plainTask(row))
  return pageFrom(rows, { total: z.int().parse(counted), limit: page.limit, toRow, cursorOf })
}

/** The open task that is due first, and how many are open. */
export function nextTask(db: ReadDb, caseId: CaseId): { next: Task | null; open: number } {
  const where = `${joins} WHERE t.case_id = ? AND ${isOpen}`
  const row = db.prepare(`SELECT ${columns} ${where} ORDER BY ${dueKey}, t.id LIMIT 1`).get(caseId)
  const open = z.int().parse(db.prepare(`SELECT count(*) ${where}`).pluck().get(caseId))
  return { next: row === undefined ? null : toTask(row), open }
}

const Row = z.looseObject({
  done_on: z.string().nullable(),
  done_by: z.string().nullable(),
  hearing_id: z.string().nullable(),
  hearing_title: z.string().nullable(),
  hearing_at: Instant.nullable(),
  rule_id: z.string().nullable(),
  offset_days: z.int().nullable(),
  offset_counts: z.string().nullable(),
  due_by_hand: z.int(),
})
/** The row with its parts put together, for the schema to parse. */
function plainTask(row: unknown): Record<string, unknown> {
  const { done_on, done_by, hearing_id, hearing_title, hearing_at, rule_id, ...more } = Row.parse(row)
  const { offset_days, offset_counts, due_by_hand, sortKey: _, ...rest } = more
  const origin = hearing_id !== null && {
    ...{ hearingId: hearing_id, hearingTitle: hearing_title, ruleId: rule_id, dueByHand: due_by_hand === 1 },
    hearingOn: hearing_at === null ? null : dayOf(hearing_at, london),
    offset: { days: offset_days, counts: offset_counts },
  }
  return { ...rest, done: done_on === null ? null : { on: done_on, by: done_by }, origin: origin || null }
}
const toTask = (row: unknown): Task => Task.parse(plainTask(row))
const cursorOf = (row: unknown): Cursor => {
  const { sortKey: at, id } = z.looseObject({ sortKey: z.string(), id: z.string() }).parse(row)
  return { at, id }
}
