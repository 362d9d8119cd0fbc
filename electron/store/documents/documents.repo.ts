import * as z from 'zod'
import {
  CaseDocument,
  DocumentFile,
  DocumentRow,
  type DocumentDraft,
  type DocumentFilter,
} from '../../../shared/features/documents.ts'
import { StoredFile } from '../../../shared/features/files.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import type { Page, PageOf } from '../../../shared/kernel/event.ts'
import type { CaseId, EventId, FileId, PersonId } from '../../../shared/kernel/ids.ts'
import type { ReadDb, WriteDb, WriteTx } from '../database.ts'
import { endOfTime, eventColumns, sortCursor, splitEventRow, standing } from '../events/events.repo.ts'
import { fileColumns } from '../files/files.repo.ts'
import { pageFrom } from '../pages.ts'

const listed = `${eventColumns}, e.title, d.kind AS documentKind, d.from_whom, d.from_whom_missing, d.described, d.file_id`
const columns = `${listed}, d.note,
  (SELECT json_group_array(l.to_id ORDER BY l.to_id) FROM event_links l WHERE l.from_id = d.event_id) AS links,
  (SELECT json_group_array(p.person_id ORDER BY p.person_id) FROM document_people p WHERE p.event_id = d.event_id) AS people,
  (SELECT min(same.event_id) FROM documents same JOIN files other ON other.id = same.file_id
     JOIN events se ON se.id = same.event_id AND se.case_id = e.case_id AND se.withdrawn_reason IS NULL
    WHERE other.sha256 = f.sha256 AND same.event_id <> d.event_id) AS sameAs`
const joined = 'FROM events e JOIN documents d ON d.event_id = e.id JOIN files f ON f.id = d.file_id'

/** Writes what is peculiar to a document; the spine's row is there already. */
export function writeDocument(db: WriteDb, id: EventId, document: DocumentDraft & { described: boolean }): void {
  const { fileId, kind, fromWhom, note, people, described } = document
  db.prepare(
    `INSERT INTO documents (event_id, file_id, kind, from_whom, from_whom_missing, note, described)
     VALUES (@id, @fileId, @kind, @fromWhom, @missing, @note, @described)
     ON CONFLICT (event_id) DO UPDATE SET file_id = @fileId, kind = @kind, from_whom = @fromWhom,
       from_whom_missing = @missing, note = @note, described = @described`,
  ).run({
    ...{ id, fileId, kind, note, described: Number(described) },
    ...{ fromWhom: fromWhom.value, missing: fromWhom.missing },
  })
  keepDocumentFile(db, id, fileId)
  db.prepare('DELETE FROM document_people WHERE event_id = ?').run(id)
  const insert = db.prepare('INSERT INTO document_people (event_id, person_id) VALUES (?, ?)')
  for (const person of new Set(people)) insert.run(id, person)
}

/** Makes a file one of those that a document is or was. */
export const keepDocumentFile = (db: WriteDb, id: EventId, fileId: FileId): void =>
  void db.prepare('INSERT INTO document_files (event_id, file_id) VALUES (?, ?) ON CONFLICT DO NOTHING').run(id, fileId)

/** Throws `not-found`. */
export function requireDocument(db: ReadDb, id: EventId): CaseDocument {
  const row = db.prepare(`SELECT ${columns}, ${fileColumns} ${joined} WHERE e.id = ?`).get(id)
  if (row === undefined) throw new AppError('not-found', { what: 'document', id })
  const { links, people, sameAs, note, ...rest } = fieldsOf(row)
  return CaseDocument.parse({ ...rest, note, sameAs, links: jsonOf(links), people: jsonOf(people) })
}

/** The documents of a case by their own dates, newest first, those without a date last. */
export function listDocuments(
  db: ReadDb,
  caseId: CaseId,
  { filter, page }: { filter: DocumentFilter; page: Page },
): PageOf<DocumentRow> {
  const where = `${joined} WHERE e.case_id = @caseId AND e.kind = 'document' ${filter.withdrawn ? '' : standing}
    AND (@kind IS NULL OR d.kind = @kind) ${filter.undescribed ? 'AND d.described = 0' : ''}`
  const given = { caseId, kind: filter.kind }
  const rows = db
    .prepare(
      `SELECT ${listed}, ${fileColumns}, e.sort_at AS sortAt ${where} AND (e.sort_at, e.id) < (@at, @id)
        ORDER BY e.sort_at DESC, e.id DESC LIMIT @limit + 1`,
    )
    .all({ ...given, ...(page.after ?? endOfTime), limit: page.limit })
  const total = z.int().parse(db.prepare(`SELECT count(*) ${where}`).pluck().get(given))
  return pageFrom(rows, { total, limit: page.limit, cursorOf: sortCursor, toRow })
}

function toRow(row: unknown): DocumentRow {
  const { sortAt: _, fileId: _file, ...rest } = fieldsOf(row)
  return DocumentRow.parse(rest)
}

/** Every file that a document is or was, the newest first. At most 200. */
export const listDocumentFiles = (db: ReadDb, id: EventId): DocumentFile[] =>
  db
    .prepare(
      `SELECT ${fileColumns}, f.created_at AS addedAt, f.created_by AS addedBy
         FROM document_files l JOIN files f ON f.id = l.file_id WHERE l.event_id = ? ORDER BY f.id DESC LIMIT 200`,
    )
    .all(id)
    .map(row => {
      const { addedAt, addedBy, ...file } = splitFile(row)
      return DocumentFile.parse({ ...StoredFile.parse(file.file), addedAt, addedBy })
    })

/** Throws `not-found` where a document never had this file. */
export function requireFileOfDocument(db: ReadDb, id: EventId, fileId: FileId): void {
  const found = db.prepare('SELECT 1 FROM document_files WHERE event_id = ? AND file_id = ?').get(id, fileId)
  if (found === undefined) throw new AppError('not-found', { what: 'file', id: fileId })
}

/** Throws when one of these people is not of this case. */
export function requirePeopleOfCase(tx: WriteTx, caseId: CaseId, people: readonly PersonId[]): void {
  const count = tx.db.prepare(
    'SELECT count(*) FROM people WHERE case_id = ? AND id IN (SELECT value FROM json_each(?))',
  )
  const found = z.int().parse(count.pluck().get(caseId, JSON.stringify(people)))
  if (found !== new Set(people).size)
    throw new AppError('invalid-input', { field: 'people', rule: 'person-of-another-case' })
}

function fieldsOf(row: unknown): Record<string, unknown> {
  const { when, stamp, detail } = splitEventRow(row)
  const { documentKind, from_whom, from_whom_missing, described, file_id: fileId, ...rest } = detail
  const fromWhom = { value: from_whom, missing: from_whom_missing }
  return { ...stamp, ...splitFile(rest), when, kind: documentKind, fromWhom, described: described === 1, fileId }
}

function splitFile(row: unknown): Record<string, unknown> & { file: object } {
  const { fileKey, fileName, fileSize, fileHash, mediaType, ...rest } = z.record(z.string(), z.unknown()).parse(row)
  return { ...rest, file: { id: fileKey, name: fileName, size: fileSize, sha256: fileHash, mediaType } }
}

const jsonOf = (text: unknown): unknown => JSON.parse(String(text))
