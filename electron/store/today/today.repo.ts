import * as z from 'zod'
import { mostReasons, OverduePromise, UnfinishedCapture, UnsafeCase } from '../../../shared/features/today.ts'
import type { Cursor, Page, PageOf } from '../../../shared/kernel/event.ts'
import type { UserId } from '../../../shared/kernel/ids.ts'
import type { ReadDb } from '../database.ts'
import { pageFrom } from '../pages.ts'
import { exactly, listCaseFacts, openCases, type Asked, type CaseWithFacts } from './case-facts.repo.ts'
import { rankOf, unsafeReasons } from './unsafe-reasons.ts'

const ofCase = 'c.id AS caseId, c.reference, p.name AS clientName, c.owner_id AS ownerId'
const client = `JOIN people p ON p.case_id = c.id AND p.role = 'client'`

type Wanted = Asked & { page: Page }
/** Promises of the police whose day has passed, over all open cases, the longest overdue first. */
export function listOverduePromises(db: ReadDb, { today, ownerId, page }: Wanted): PageOf<OverduePromise> {
  const from = `FROM police_contacts d CROSS JOIN events e ON e.id = d.event_id JOIN cases c ON c.id = e.case_id`
  const where = `d.promise_kept_on IS NULL AND d.promised_by < @today AND e.withdrawn_reason IS NULL AND ${openCases}`
  const given = { today, ownerId }
  const after = page.after ? 'AND (d.promised_by, e.id) > (@at, @id)' : ''
  const rows = db
    .prepare(
      `SELECT e.id, ${ofCase}, d.promised, d.promised_by AS promisedBy, d.officer ${from} ${client}
        WHERE ${where} ${after} ORDER BY d.promised_by, e.id LIMIT @limit + 1`,
    )
    .all({ ...given, ...(page.after ?? {}), limit: page.limit })
  const total = z.int().parse(db.prepare(`SELECT count(*) ${from} WHERE ${where}`).pluck().get(given))
  const toRow = (row: unknown) => OverduePromise.parse(row)
  return pageFrom(rows, { total, limit: page.limit, toRow, cursorOf: row => cursorBy(row, 'promisedBy') })
}

/** The open cases that are unsafe to leave, the worst first. */
export function listUnsafe(db: ReadDb, { page, ...asked }: Wanted): PageOf<UnsafeCase> {
  const ranked = listCaseFacts(db, asked)
    .map(found => ({ ...found, reasons: unsafeReasons(found.facts, asked) }))
    .filter(({ reasons }) => reasons.length > 0)
    .map(({ reasons, ...found }) => ({
      ...found,
      id: found.caseId,
      at: rankOf(reasons, found.facts.risk?.level ?? null),
    }))
    .toSorted(inOrder)
  const { after } = page
  const rest = after === null ? ranked : ranked.filter(found => inOrder(found, after) > 0)
  const rows = rest.slice(0, page.limit)
  const last = rows.at(-1)
  const next = last !== undefined && rest.length > rows.length ? { at: last.at, id: last.id } : null
  return { rows: rows.map(found => toUnsafe(db, found, asked)), total: ranked.length, next }
}

function toUnsafe(db: ReadDb, found: CaseWithFacts, asked: Asked): UnsafeCase {
  const facts = exactly(db, found, asked.today)
  const reasons = unsafeReasons(facts, asked)
  const row = db.prepare(`SELECT ${ofCase} FROM cases c ${client} WHERE c.id = ?`).get(found.caseId)
  return UnsafeCase.parse({
    ...z.record(z.string(), z.unknown()).parse(row),
    riskLevel: facts.risk?.level ?? null,
    reasons: reasons.slice(0, mostReasons),
    more: Math.max(0, reasons.length - mostReasons),
  })
}
const inOrder = (one: Cursor, other: Cursor): number =>
  one.at === other.at ? (one.id < other.id ? -1 : Number(one.id > other.id)) : one.at < other.at ? -1 : 1

/** Incidents that somebody began to write down and has not finished, the oldest first. */
export function listUnfinished(db: ReadDb, userId: UserId, page: Page): PageOf<UnfinishedCapture> {
  const from = `FROM incidents d CROSS JOIN events e ON e.id = d.event_id JOIN cases c ON c.id = e.case_id`
  const where = `d.finished = 0 AND e.created_by = @userId AND e.withdrawn_reason IS NULL AND c.status <> 'closed'`
  const after = page.after ? 'AND (e.created_at, e.id) > (@at, @id)' : ''
  const rows = db
    .prepare(
      `SELECT e.id, ${ofCase}, e.from_at AS "from", e.to_at AS "to", e.precision, e.zone, e.created_at AS capturedAt
         ${from} ${client} WHERE ${where} ${after} ORDER BY e.created_at, e.id LIMIT @limit + 1`,
    )
    .all({ userId, ...(page.after ?? {}), limit: page.limit })
  const total = z.int().parse(db.prepare(`SELECT count(*) ${from} WHERE ${where}`).pluck().get({ userId }))
  return pageFrom(rows, { total, limit: page.limit, toRow: toUnfinished, cursorOf: row => cursorBy(row, 'capturedAt') })
}

function toUnfinished(row: unknown): UnfinishedCapture {
  const { from, to, precision, zone, ...rest } = z.record(z.string(), z.unknown()).parse(row)
  return UnfinishedCapture.parse({ ...rest, when: { from, to, precision, zone } })
}

function cursorBy(row: unknown, column: string): Cursor {
  const { [column]: at, id } = z.record(z.string(), z.unknown()).parse(row)
  return { at: z.string().parse(at), id: z.string().parse(id) }
}
