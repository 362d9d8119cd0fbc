import * as z from 'zod'
import { EventSummary, EventVersion } from '../../../shared/features/events.ts'
import {
  EventStamp,
  type Cursor,
  type EventKind,
  type Page,
  type PageOf,
  type When,
} from '../../../shared/kernel/event.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import { EventId, type CaseId } from '../../../shared/kernel/ids.ts'
import { Columns } from '../columns.ts'
import type { ReadDb, WriteTx } from '../database.ts'
import { newId } from '../new-id.ts'
import { pageFrom } from '../pages.ts'
import { searchRowOf } from './search-row.ts'

/** Columns of the spine as a record has them; `e` is `events`. */
export const eventColumns = `e.id, e.case_id AS caseId, e.revision, e.created_at AS createdAt, e.created_by AS createdBy,
  e.updated_at AS updatedAt, e.updated_by AS updatedBy, e.withdrawn_reason AS withdrawnReason,
  e.from_at AS "from", e.to_at AS "to", e.precision, e.zone`

const stampKeys: ReadonlySet<string> = new Set(Object.keys(EventStamp.shape))
/** A row's spine columns as `when` and stamp, for the schema of its kind to parse. */
export function splitEventRow(row: unknown): { when: object; stamp: object; detail: Record<string, unknown> } {
  const { from, to, precision, zone, ...rest } = Columns.parse(row)
  const entries = Object.entries(rest)
  return {
    when: { from, to, precision, zone },
    stamp: Object.fromEntries(entries.filter(([key]) => stampKeys.has(key))),
    detail: Object.fromEntries(entries.filter(([key]) => !stampKeys.has(key))),
  }
}

export type EventDraft = {
  /** Null for a new record. */
  before: Pick<EventStamp, 'id'> | null
  /** The revision that the change was made on; 0 for a new record. */
  revision: number
  caseId: CaseId
  kind: EventKind
  when: When
  title: string
  /** What search looks through beside the title. */
  body: string
  /** The fields of the kind, kept as a version so that every earlier state can be seen and put back. */
  form: object
}
const Written = z.object({ seq: z.int(), revision: z.int(), searchRow: z.int().nullable() })

/** Records an event, or corrects the one in `before` if `revision` is still current; else throws and nothing changes. */
export function writeEvent(tx: WriteTx, draft: EventDraft): EventStamp {
  const { before, revision, caseId, kind, when, title } = draft
  const id = before?.id ?? newId(EventId, tx.now)
  const row = Written.optional().parse(
    tx.db
      .prepare(
        `INSERT INTO events (id, case_id, kind, from_at, to_at, precision, zone, title,
                             revision, created_at, created_by, updated_at, updated_by)
         VALUES (@id, @caseId, @kind, @from, @to, @precision, @zone, @title, 1, @now, @actor, @now, @actor)
         ON CONFLICT (id) DO UPDATE
            SET from_at = @from, to_at = @to, precision = @precision, zone = @zone, title = @title,
                revision = revision + 1, updated_at = @now, updated_by = @actor
          WHERE revision = @revision AND kind = @kind AND case_id = @caseId
         RETURNING seq, revision, search_row AS searchRow`,
      )
      .get({ ...when, id, caseId, kind, title, revision, now: tx.now, actor: tx.actor.id }),
  )
  if (row?.revision !== revision + 1) throw new AppError('conflict', { rule: 'stale-revision', id })
  index(tx, row, draft)
  keepVersion(tx, { id, form: JSON.stringify(draft.form) })
  tx.audit(`${kind}.${revision === 0 ? 'recorded' : 'updated'}`, { id, caseId })
  return readStamp(tx.db, id)
}

/** Puts the words where the date belongs in the search index. A corrected date takes them to another place. */
function index(tx: WriteTx, written: z.infer<typeof Written>, { when, title, body }: EventDraft): void {
  const { seq, searchRow: before } = written
  const searchRow = searchRowOf(when.from, seq)
  if (before !== searchRow) {
    if (before !== null) tx.db.prepare('DELETE FROM events_fts WHERE rowid = ?').run(before)
    tx.db.prepare('UPDATE events SET search_row = ? WHERE seq = ?').run(searchRow, seq)
  }
  tx.db.prepare('REPLACE INTO events_fts (rowid, title, body) VALUES (?, ?, ?)').run(searchRow, title, body)
}

/** Marks an event as entered in error with a reason, or takes the mark back with null. Throws on a stale revision. */
export function markWithdrawn(tx: WriteTx, event: EventSummary, reason: string | null): EventSummary {
  const { id, revision, caseId, kind } = event
  const changed = tx.db
    .prepare(
      `UPDATE events SET withdrawn_reason = @reason, revision = revision + 1, updated_at = @now, updated_by = @actor
        WHERE id = @id AND revision = @revision`,
    )
    .run({ id, revision, reason, now: tx.now, actor: tx.actor.id })
  if (changed.changes !== 1) throw new AppError('conflict', { rule: 'stale-revision', id })
  const form = z
    .string()
    .parse(
      tx.db
        .prepare('SELECT form FROM event_versions WHERE event_id = ? ORDER BY revision DESC LIMIT 1')
        .pluck()
        .get(id),
    )
  keepVersion(tx, { id, form })
  tx.audit(`${kind}.${reason === null ? 'reinstated' : 'withdrawn'}`, { id, caseId })
  return requireEvent(tx.db, id)
}

function keepVersion(tx: WriteTx, { id, form }: { id: EventId; form: string }): void {
  tx.db
    .prepare(
      `INSERT INTO event_versions (event_id, revision, at, by_user, withdrawn_reason, form)
       SELECT id, revision, updated_at, updated_by, withdrawn_reason, @form FROM events WHERE id = @id`,
    )
    .run({ id, form })
}

const readStamp = (db: ReadDb, id: EventId): EventStamp =>
  EventStamp.parse(splitEventRow(db.prepare(`SELECT ${eventColumns} FROM events e WHERE e.id = ?`).get(id)).stamp)

/** One event as the timeline shows it. Throws `not-found`. */
export function requireEvent(db: ReadDb, id: EventId): EventSummary {
  const row = db.prepare(`SELECT ${eventColumns}, e.kind, e.title FROM events e WHERE e.id = ?`).get(id)
  if (row === undefined) throw new AppError('not-found', { what: 'event', id })
  return toEventSummary(row)
}

/** Leaves out what was entered in error. Said so plainly because an index holds the others alone. */
export const standing = 'AND e.withdrawn_reason IS NULL'

/** The records of these kinds in a case that stand, newest first. */
export function listEventsOfKinds(
  db: ReadDb,
  caseId: CaseId,
  { kinds, page }: { kinds: readonly EventKind[]; page: Page },
): PageOf<EventSummary> {
  const where = `e.case_id = @caseId AND e.kind IN (SELECT value FROM json_each(@kinds)) ${standing}`
  const given = { caseId, kinds: JSON.stringify(kinds) }
  const rows = db
    .prepare(
      `SELECT ${eventColumns}, e.kind, e.title, e.sort_at AS sortAt FROM events e
        WHERE ${where} AND (e.sort_at, e.id) < (@at, @id)
        ORDER BY e.sort_at DESC, e.id DESC LIMIT @limit + 1`,
    )
    .all({ ...given, ...(page.after ?? endOfTime), limit: page.limit })
  const total = z.int().parse(db.prepare(`SELECT count(*) FROM events e WHERE ${where}`).pluck().get(given))
  return pageFrom(rows, { total, limit: page.limit, toRow: toEventSummary, cursorOf: sortCursor })
}

/** Where a list that is sorted newest first begins. */
export const endOfTime: Cursor = { at: '~', id: '~' }
/** The cursor of a row that has `sortAt` and `id`. */
export const sortCursor = (row: unknown): Cursor => {
  const { sortAt, id } = z.looseObject({ sortAt: z.string(), id: z.string() }).parse(row)
  return { at: sortAt, id }
}

/** A row of `eventColumns`, kind and title. */
export function toEventSummary(row: unknown): EventSummary {
  const { when, stamp, detail } = splitEventRow(row)
  return EventSummary.parse({ ...stamp, when, kind: detail['kind'], title: detail['title'] })
}

/** How an event stood after each save, newest first. */
export const listVersions = (db: ReadDb, id: EventId): EventVersion[] =>
  db
    .prepare(
      `SELECT v.revision, v.at, v.by_user AS "by", u.name AS byName, v.withdrawn_reason AS withdrawnReason, v.form
         FROM event_versions v JOIN users u ON u.id = v.by_user WHERE v.event_id = ? ORDER BY v.revision DESC LIMIT 200`,
    )
    .all(id)
    .map(row => {
      const { form, ...rest } = z.looseObject({ form: z.string() }).parse(row)
      const values: unknown = JSON.parse(form)
      return EventVersion.parse({ ...rest, values })
    })
