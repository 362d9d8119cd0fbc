import * as z from 'zod'
import {
  BundleDraft,
  BundleMaterial,
  BundleRow,
  type Bundle,
  type BundleVersionRow,
} from '../../../shared/features/bundles.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import { EventStamp, type Page, type PageOf } from '../../../shared/kernel/event.ts'
import { FileId, type CaseId, type EventId } from '../../../shared/kernel/ids.ts'
import type { ReadDb, WriteDb } from '../database.ts'
import { endOfTime, eventColumns, sortCursor, splitEventRow, standing } from '../events/events.repo.ts'
import { pageFrom } from '../pages.ts'

const joined = 'FROM events e JOIN bundles d ON d.event_id = e.id'

/** Writes what is peculiar to a bundle; the spine's row is there already. */
export function writeBundle(db: WriteDb, id: EventId, bundle: BundleDraft): void {
  const { profile, court, caseNumber, hearingId, hearingDay, sections } = bundle
  db.prepare(
    `INSERT INTO bundles (event_id, profile, court, case_number, hearing_id, hearing_day, sections)
     VALUES (@id, @profile, @court, @caseNumber, @hearingId, @hearingDay, @sections)
     ON CONFLICT (event_id) DO UPDATE SET profile = @profile, court = @court, case_number = @caseNumber,
       hearing_id = @hearingId, hearing_day = @hearingDay, sections = @sections`,
  ).run({ id, profile, court, caseNumber, hearingId, hearingDay, sections: JSON.stringify(sections) })
}

const Detail = z.looseObject({ sections: z.string() })
type StoredBundle = Omit<Bundle, 'newest' | 'changed'>
/** Throws `not-found`. */
export function requireBundle(db: ReadDb, id: EventId): StoredBundle {
  const row = db
    .prepare(
      `SELECT ${eventColumns}, e.title, d.profile, d.court, d.case_number AS caseNumber, d.hearing_id AS hearingId,
              d.hearing_day AS hearingDay, d.sections ${joined} WHERE e.id = ?`,
    )
    .get(id)
  if (row === undefined) throw new AppError('not-found', { what: 'bundle', id })
  const { stamp, detail } = splitEventRow(row)
  const { sections, ...rest } = Detail.parse(detail)
  const unpacked: unknown = JSON.parse(sections)
  return { ...BundleDraft.parse({ ...rest, sections: unpacked }), ...EventStamp.parse(stamp) }
}

type Wanted = { withdrawn: boolean; page: Page; newestOf: (id: EventId) => BundleVersionRow | null }
/** The bundles of a case, the newest first. */
export function listBundles(db: ReadDb, caseId: CaseId, { withdrawn, page, newestOf }: Wanted): PageOf<BundleRow> {
  const where = `${joined} WHERE e.case_id = @caseId AND e.kind = 'bundle' ${withdrawn ? '' : standing}`
  const rows = db
    .prepare(
      `SELECT ${eventColumns}, e.title, d.profile, d.hearing_day AS hearingDay, e.sort_at AS sortAt,
              (SELECT coalesce(sum(json_array_length(value, '$.entries')), 0) FROM json_each(d.sections)) AS documents
         ${where} AND (e.sort_at, e.id) < (@at, @id) ORDER BY e.sort_at DESC, e.id DESC LIMIT @limit + 1`,
    )
    .all({ caseId, ...(page.after ?? endOfTime), limit: page.limit })
  const total = z.int().parse(db.prepare(`SELECT count(*) ${where}`).pluck().get({ caseId }))
  const toRow = (row: unknown): BundleRow => {
    const { stamp, detail } = splitEventRow(row)
    const { sortAt: _, ...rest } = detail
    const { id } = EventStamp.parse(stamp)
    return BundleRow.parse({ ...stamp, ...rest, newest: newestOf(id) })
  }
  return pageFrom(rows, { total, limit: page.limit, cursorOf: sortCursor, toRow })
}

const mostMaterial = 5_000
/** Every document of a case, newest first, those without a date last. At most 5,000. */
export const listMaterial = (db: ReadDb, caseId: CaseId): BundleMaterial[] =>
  db
    .prepare(
      `SELECT ${eventColumns}, e.title, d.kind AS documentKind, d.described, f.media_type AS mediaType, f.pages
         FROM events e JOIN documents d ON d.event_id = e.id JOIN files f ON f.id = d.file_id
        WHERE e.case_id = ? AND e.kind = 'document'
        ORDER BY e.sort_at DESC, e.id DESC LIMIT ${String(mostMaterial)}`,
    )
    .all(caseId)
    .map(row => {
      const { when, stamp, detail } = splitEventRow(row)
      const { documentKind: kind, described, ...rest } = detail
      const { id, withdrawnReason } = EventStamp.parse(stamp)
      const withdrawn = withdrawnReason !== null
      return BundleMaterial.parse({ ...rest, id, when, kind, described: described === 1, withdrawn })
    })

/** The documents that a bundle names, in its order. */
export const documentIds = ({ sections }: Pick<BundleDraft, 'sections'>): EventId[] =>
  sections.flatMap(({ entries }) => entries).flatMap(entry => (entry.is === 'document' ? [entry.id] : []))

/** Which file a document is now, and whether it was entered in error. Throws `not-found`. */
export function fileOfDocument(db: ReadDb, id: EventId): { newest: FileId; withdrawn: boolean } {
  const row = db
    .prepare(
      `SELECT d.file_id AS newest, e.withdrawn_reason IS NOT NULL AS withdrawn
         FROM documents d JOIN events e ON e.id = d.event_id WHERE d.event_id = ?`,
    )
    .get(id)
  if (row === undefined) throw new AppError('not-found', { what: 'document', id })
  const { newest, withdrawn } = z.object({ newest: FileId, withdrawn: z.int() }).parse(row)
  return { newest, withdrawn: withdrawn === 1 }
}

/** Throws when one of these is no document of this case, or the file asked for was never its file. */
export function requireEntriesOfCase(db: ReadDb, caseId: CaseId, { sections }: BundleDraft): void {
  const entries = sections.flatMap(section => section.entries).filter(entry => entry.is === 'document')
  const wanted = JSON.stringify(entries.map(({ id, fileId }) => ({ id, fileId })))
  const missing = db
    .prepare(
      `SELECT count(*) FROM json_each(@wanted) w
        WHERE NOT EXISTS (SELECT 1 FROM events e WHERE e.id = w.value ->> 'id' AND e.case_id = @caseId AND e.kind = 'document')
           OR (w.value ->> 'fileId' IS NOT NULL AND NOT EXISTS (SELECT 1 FROM document_files l
                WHERE l.event_id = w.value ->> 'id' AND l.file_id = w.value ->> 'fileId'))`,
    )
    .pluck()
    .get({ wanted, caseId })
  if (missing !== 0) throw new AppError('invalid-input', { field: 'sections', rule: 'not-of-this-case' })
}

/** Throws when this is no hearing of this case. */
export function requireHearingOfCase(db: ReadDb, caseId: CaseId, hearingId: EventId): void {
  const found = db.prepare(`SELECT 1 FROM events WHERE id = ? AND case_id = ? AND kind = 'hearing'`)
  if (found.get(hearingId, caseId) === undefined)
    throw new AppError('invalid-input', { field: 'hearingId', rule: 'not-of-this-case' })
}

/** What search looks through: everything that the index of the bundle says. */
export const wordsOf = ({ court, caseNumber, sections }: BundleDraft): string =>
  [court, caseNumber, ...sections.flatMap(({ title, entries }) => [title, ...entries.map(entry => entry.title)])]
    .filter(Boolean)
    .join('\n')
