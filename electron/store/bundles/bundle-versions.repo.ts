import * as z from 'zod'
import {
  BundleSearchFound,
  BundleVersion,
  BundleVersionRow,
  type BundleRelease,
  type FoundDocument,
  type FoundProblem,
} from '../../../shared/features/bundles.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import type { BundleVersionId, EventId, FileId } from '../../../shared/kernel/ids.ts'
import { Columns, TextColumn } from '../columns.ts'
import type { ReadDb, WriteTx } from '../database.ts'

const listed = `v.id, v.bundle_id AS bundleId, v.number, v.revision, v.pages, f.size, f.sha256, v.made_at AS madeAt,
  v.made_by AS madeBy, v.search, v.terms_digest AS termsDigest, v.override_reason AS overrideReason,
  (SELECT min(o.number) FROM bundle_versions o JOIN files of ON of.id = o.file_id
    WHERE o.bundle_id = v.bundle_id AND o.number < v.number AND of.sha256 = f.sha256) AS sameAs`
const columns = `${listed}, v.file_id AS fileId, v.profile_version AS profileVersion, v.documents, v.problems,
  v.searched_at AS searchedAt, v.searched_by AS searchedBy, v.override_at AS overrideAt, v.override_by AS overrideBy`
const joined = 'FROM bundle_versions v JOIN files f ON f.id = v.file_id'

type NewVersion = Pick<BundleVersion, 'id' | 'bundleId' | 'revision' | 'pages' | 'fileId' | 'profileVersion'> & {
  documents: readonly FoundDocument[]
  problems: readonly FoundProblem[]
}
/** Keeps a finished bundle as the next version of its record. */
export function insertVersion(tx: WriteTx, { documents, problems, ...version }: NewVersion): void {
  tx.db
    .prepare(
      `INSERT INTO bundle_versions (id, bundle_id, number, revision, file_id, pages, profile_version, documents, problems,
                                    made_at, made_by)
       VALUES (@id, @bundleId, (SELECT 1 + coalesce(max(number), 0) FROM bundle_versions WHERE bundle_id = @bundleId),
               @revision, @fileId, @pages, @profileVersion, @documents, @problems, @now, @actor)`,
    )
    .run({
      ...version,
      ...{ documents: JSON.stringify(documents), problems: JSON.stringify(problems) },
      ...{ now: tx.now, actor: tx.actor.id },
    })
}

type Searched = { id: BundleVersionId; found: BundleSearchFound; termsDigest: string }
/** Keeps what a search found. A search for other terms than before takes back that the version may go out all the same. */
export const keepSearch = (tx: WriteTx, { id, found, termsDigest }: Searched): void =>
  void tx.db
    .prepare(
      `UPDATE bundle_versions
          SET override_reason = iif(terms_digest IS @termsDigest, override_reason, NULL),
              override_at = iif(terms_digest IS @termsDigest, override_at, NULL),
              override_by = iif(terms_digest IS @termsDigest, override_by, NULL),
              search = @search, terms_digest = @termsDigest, searched_at = @now, searched_by = @actor WHERE id = @id`,
    )
    .run({ id, termsDigest, search: JSON.stringify(found), now: tx.now, actor: tx.actor.id })

/** Keeps why a version may go out in spite of what was found in it. */
export const keepOverride = (tx: WriteTx, id: BundleVersionId, reason: string): void =>
  void tx.db
    .prepare('UPDATE bundle_versions SET override_reason = ?, override_at = ?, override_by = ? WHERE id = ?')
    .run(reason, tx.now, tx.actor.id, id)

/** Every version of a bundle, the newest first. At most 200. `termsDigest` is that of what must be searched for now. */
export const listVersions = (db: ReadDb, bundleId: EventId, termsDigest: string): BundleVersionRow[] =>
  db
    .prepare(`SELECT ${listed} ${joined} WHERE v.bundle_id = ? ORDER BY v.number DESC LIMIT 200`)
    .all(bundleId)
    .map(row => toRow(row, termsDigest))

export function newestVersion(db: ReadDb, bundleId: EventId, termsDigest: string): BundleVersionRow | null {
  const row = db
    .prepare(`SELECT ${listed} ${joined} WHERE v.bundle_id = ? ORDER BY v.number DESC LIMIT 1`)
    .get(bundleId)
  return row === undefined ? null : toRow(row, termsDigest)
}

/** Which record a version is of. Throws `not-found`. */
export function bundleOfVersion(db: ReadDb, id: BundleVersionId): EventId {
  const found = db.prepare('SELECT bundle_id FROM bundle_versions WHERE id = ?').pluck().get(id)
  if (found === undefined) throw new AppError('not-found', { what: 'bundle-version', id })
  return BundleVersionRow.shape.bundleId.parse(found)
}

/** Throws `not-found`. */
export function requireVersion(db: ReadDb, id: BundleVersionId, termsDigest: string): BundleVersion {
  const row = db.prepare(`SELECT ${columns} ${joined} WHERE v.id = ?`).get(id)
  if (row === undefined) throw new AppError('not-found', { what: 'bundle-version', id })
  const { fileId, profileVersion, documents, problems, search, ...rest } = Columns.parse(row)
  return BundleVersion.parse({
    ...toRow(row, termsDigest),
    ...{ fileId, profileVersion, documents: unpack(documents), problems: unpack(problems) },
    search: search === null ? null : { ...searchOf(search), at: rest['searchedAt'], by: rest['searchedBy'] },
    override:
      rest['overrideReason'] === null
        ? null
        : { reason: rest['overrideReason'], at: rest['overrideAt'], by: rest['overrideBy'] },
  })
}

const unpack = (text: unknown): unknown => JSON.parse(TextColumn.parse(text))
/** A search of before pictures were named is out of date, and read for the list of searched versions alone. */
const searchOf = (text: unknown): BundleSearchFound => {
  const found = unpack(text)
  return BundleSearchFound.parse(typeof found === 'object' ? { withPictures: [], ...found } : found)
}

const rowKeys = Object.keys(BundleVersionRow.shape)
function toRow(row: unknown, termsDigest: string): BundleVersionRow {
  const given = Columns.parse(row)
  const kept = Object.fromEntries(Object.entries(given).filter(([key]) => rowKeys.includes(key)))
  return BundleVersionRow.parse({ ...kept, release: releaseOf(given, termsDigest) })
}

function releaseOf(row: Readonly<Record<string, unknown>>, termsDigest: string): BundleRelease {
  if (row['search'] === null) return 'unsearched'
  if (row['termsDigest'] !== termsDigest) return 'outdated'
  if (row['overrideReason'] !== null) return 'overridden'
  return searchOf(row['search']).hits.length > 0 ? 'found' : 'nothing-found'
}

/** How many pages a file has, for whoever counts what a bundle will have. */
export const keepPages = (tx: WriteTx, fileId: FileId, pages: number): void =>
  void tx.db.prepare('UPDATE files SET pages = ? WHERE id = ?').run(pages, fileId)

/** What a document named as belonging to it at a moment: papers cite its page there. */
const linksOf = (moment: string): string => `(SELECT old.form ->> 'links' FROM event_versions old
  WHERE old.event_id = made.value ->> 'entry' AND old.at <= ${moment} ORDER BY old.revision DESC LIMIT 1)`

/**
 * Whether a document of this version has another file by now or was entered in error; and whether any other record of its case was
 * changed, or one of its documents belongs to other records by now.
 */
export function changedSince(db: ReadDb, version: BundleVersionRow): { files: boolean; records: boolean } {
  const row = db
    .prepare(
      `SELECT EXISTS (SELECT 1 FROM bundle_versions v, json_each(v.documents) made
                        JOIN events e ON e.id = made.value ->> 'entry' JOIN documents d ON d.event_id = e.id
                       WHERE v.id = @id AND (e.withdrawn_reason IS NOT NULL
                          OR (d.file_id <> made.value ->> 'fileId' AND made.value ->> 'newest'))) AS files,
              EXISTS (SELECT 1 FROM events e JOIN events b ON b.id = @bundleId AND b.case_id = e.case_id
                       WHERE e.kind NOT IN ('bundle', 'document') AND e.updated_at > @madeAt)
              OR EXISTS (SELECT 1 FROM bundle_versions v, json_each(v.documents) made
                          WHERE v.id = @id AND ${linksOf('@madeAt')} IS NOT ${linksOf(`'9'`)}) AS records`,
    )
    .get({ id: version.id, bundleId: version.bundleId, madeAt: version.madeAt })
  const { files, records } = z.object({ files: z.int(), records: z.int() }).parse(row)
  return { files: files === 1, records: records === 1 }
}
