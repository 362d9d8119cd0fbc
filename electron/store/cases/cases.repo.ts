import * as z from 'zod'
import {
  Case,
  CaseRow,
  type CaseDraft,
  type CaseloadFilter,
  type CaseloadSort,
} from '../../../shared/features/cases.ts'
import type { CalendarDay } from '../../../shared/kernel/dates.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import type { Cursor, Page, PageOf } from '../../../shared/kernel/event.ts'
import type { CaseId } from '../../../shared/kernel/ids.ts'
import { sortKey, type ReadDb, type WriteTx } from '../database.ts'
import { pageFrom } from '../pages.ts'
import { currentAssessment, reviewIsDue } from '../risk-assessments/risk-standing.repo.ts'

const contactsOfCase = `FROM events e WHERE e.case_id = c.id AND e.kind = 'police-contact' AND e.withdrawn_reason IS NULL`
// By `sort_at`, which its index has: one step for each case, however many contacts that has.
const lastPoliceContact = `nullif((SELECT max(e.sort_at) ${contactsOfCase}), '')`
const lastIncident = `(SELECT max(coalesce(e.to_at, e.from_at)) FROM events e
  WHERE e.case_id = c.id AND e.kind = 'incident' AND e.withdrawn_reason IS NULL)`
const joins = `FROM cases c JOIN people p ON p.case_id = c.id AND p.role = 'client' JOIN users u ON u.id = c.owner_id`

/** Throws `not-found`. */
export function requireCase(db: ReadDb, id: CaseId): Case {
  const row = db
    .prepare(
      `SELECT c.id, c.reference, c.status, c.owner_id AS ownerId, c.opened_on AS openedOn, c.closed_on AS closedOn,
              c.closing_reason AS closingReason, u.name AS ownerName, p.id AS clientId, p.name AS clientName,
              ${lastPoliceContact} AS lastPoliceContactAt, ${lastIncident} AS lastIncidentAt, c.revision, c.created_at AS createdAt,
              c.created_by AS createdBy, c.updated_at AS updatedAt, c.updated_by AS updatedBy
         ${joins} WHERE c.id = ?`,
    )
    .get(id)
  if (row === undefined) throw new AppError('not-found', { what: 'case', id })
  return Case.parse(row)
}

/** Throws when there is no such case, or when it is closed: a closed case is reopened before anything is added. */
export function requireOpenCase(db: ReadDb, id: CaseId): void {
  const status = z.string().optional().parse(db.prepare('SELECT status FROM cases WHERE id = ?').pluck().get(id))
  if (status === undefined) throw new AppError('not-found', { what: 'case', id })
  if (status === 'closed') throw new AppError('invalid-input', { rule: 'case-closed' })
}

export const referenceTaken = (db: ReadDb, reference: string, exceptId: CaseId | null): boolean =>
  db.prepare('SELECT 1 FROM cases WHERE reference = ? AND id IS NOT ?').get(reference, exceptId) !== undefined

/** The next reference of a year: 2026-0001, 2026-0002 and so on. */
export function nextReference(db: ReadDb, day: CalendarDay): string {
  const year = day.slice(0, 4)
  // Numbers of up to six digits: a longer one was typed for some other reason, and must not be counted on from.
  const highest = db
    .prepare(
      `SELECT max(CAST(substr(reference, 6) AS INTEGER)) FROM cases
        WHERE reference GLOB ? || '-[0-9][0-9][0-9][0-9]*' AND length(reference) <= 11`,
    )
    .pluck()
    .get(year)
  let number = z.int().nullable().parse(highest) ?? 0
  let reference: string
  do {
    number += 1
    reference = `${year}-${String(number).padStart(4, '0')}`
  } while (referenceTaken(db, reference, null))
  return reference
}

export function insertCase(tx: WriteTx, id: CaseId, draft: CaseDraft): void {
  tx.db
    .prepare(
      `INSERT INTO cases (id, reference, status, owner_id, opened_on, closed_on, closing_reason,
                          revision, created_at, created_by, updated_at, updated_by)
       VALUES (@id, @reference, @status, @ownerId, @openedOn, @closedOn, @closingReason, 1, @now, @actor, @now, @actor)`,
    )
    .run({ ...draft, id, now: tx.now, actor: tx.actor.id })
  tx.audit('case.opened', { id, caseId: id })
}

/** Throws `conflict` on a stale revision. */
export function updateCase(tx: WriteTx, { id, revision }: Pick<Case, 'id' | 'revision'>, draft: CaseDraft): void {
  const changed = tx.db
    .prepare(
      `UPDATE cases SET reference = @reference, status = @status, owner_id = @ownerId, opened_on = @openedOn,
              closed_on = @closedOn, closing_reason = @closingReason,
              revision = revision + 1, updated_at = @now, updated_by = @actor
        WHERE id = @id AND revision = @revision`,
    )
    .run({ ...draft, id, revision, now: tx.now, actor: tx.actor.id })
  if (changed.changes !== 1) throw new AppError('conflict', { rule: 'stale-revision', id })
  tx.audit('case.updated', { id, caseId: id })
}

const statusOrder = `CASE c.status WHEN 'referred' THEN 1 WHEN 'contacting' THEN 2 WHEN 'assessing' THEN 3
  WHEN 'supporting' THEN 4 WHEN 'paused' THEN 5 ELSE 6 END`
/** What each order sorts by, as text. */
const sortValue: Record<CaseloadSort, string> = {
  client: 'sort_key(p.name)',
  reference: 'sort_key(c.reference)',
  status: `CAST(${statusOrder} AS TEXT)`,
  owner: 'sort_key(u.name)',
  opened: 'c.opened_on',
  'last-contact': `coalesce(${lastPoliceContact}, '')`,
}
const pattern = (text: string): string => `%${sortKey(text.trim()).replaceAll(/[\\%_]/g, '\\$&')}%`

type Wanted = { filter: CaseloadFilter; today: CalendarDay; page: Page }
/** The caseload. Sorting and filtering happen here, so that ten thousand cases are a page to the screen. */
export function listCases(db: ReadDb, { filter, today, page }: Wanted): PageOf<CaseRow> {
  const where = `(@text = '%%' OR sort_key(p.name) LIKE @text ESCAPE '\\' OR sort_key(c.reference) LIKE @text ESCAPE '\\')
     AND (@statuses = '[]' OR c.status IN (SELECT value FROM json_each(@statuses)))
     AND (@ownerId IS NULL OR c.owner_id = @ownerId)`
  const given = { text: pattern(filter.text), statuses: JSON.stringify(filter.statuses), ownerId: filter.ownerId }
  const [order, beyond] = filter.descending ? ['DESC', '<'] : ['ASC', '>']
  const value = sortValue[filter.sort]
  const after = page.after ? `AND (${value}, c.id) ${beyond} (@at, @id)` : ''
  const rows = db
    .prepare(
      `WITH overdue AS MATERIALIZED (
         SELECT e.case_id, min(d.promised_by) AS since FROM police_contacts d JOIN events e ON e.id = d.event_id
          WHERE d.promise_kept_on IS NULL AND d.promised_by < @today AND e.withdrawn_reason IS NULL GROUP BY e.case_id),
       page AS (
         SELECT c.id AS page_id, ${value} AS sort_value ${joins} WHERE ${where} ${after}
          ORDER BY sort_value ${order}, c.id ${order} LIMIT @limit + 1)
       SELECT c.id, c.reference, p.name AS clientName, c.status, c.owner_id AS ownerId, u.name AS ownerName,
              c.opened_on AS openedOn, (SELECT count(*) ${contactsOfCase}) AS policeContacts,
              ${lastPoliceContact} AS lastPoliceContactAt, page.sort_value AS sortValue, overdue.since AS overdueSince,
              r.level AS riskLevel, re.from_at AS riskAssessedAt, re.id IS NOT NULL AND ${reviewIsDue} AS riskReviewDue
         ${joins} JOIN page ON page.page_id = c.id LEFT JOIN overdue ON overdue.case_id = c.id
         LEFT JOIN ${currentAssessment} LEFT JOIN events re ON re.id = r.event_id
        ORDER BY sort_value ${order}, c.id ${order}`,
    )
    .all({ ...given, ...(page.after ?? {}), today, limit: page.limit })
  const total = z.int().parse(db.prepare(`SELECT count(*) ${joins} WHERE ${where}`).pluck().get(given))
  return pageFrom(rows, { total, limit: page.limit, toRow: toCaseRow, cursorOf })
}

const Sorted = CaseRow.extend({ sortValue: z.string(), riskReviewDue: z.int() })
const toCaseRow = (row: unknown): CaseRow => {
  const { sortValue: _, riskReviewDue, ...rest } = Sorted.parse(row)
  return { ...rest, riskReviewDue: riskReviewDue === 1 }
}
const cursorOf = (row: unknown): Cursor => {
  const { sortValue: at, id } = Sorted.parse(row)
  return { at, id }
}
