import * as z from 'zod'
import { Instant, ZoneId } from './dates.ts'
import { CaseId, EventId, UserId } from './ids.ts'

/** Counts the saved states of a record, from 1. No update goes without the revision that was read. */
export const Revision = z.int().min(1)
export type Revision = z.infer<typeof Revision>

/** The kinds of dated record that stand on the spine. A new kind is added here and in its own feature. */
export const EventKind = z.enum([
  'police-contact',
  'incident',
  'hearing',
  'order',
  'breach',
  'police-report',
  'contact',
  'risk-assessment',
  'document',
  'bundle',
])
export type EventKind = z.infer<typeof EventKind>

export const Precision = z.enum(['minute', 'day', 'about', 'range', 'unknown'])
export type Precision = z.infer<typeof Precision>

/**
 * When something happened, as exactly as anyone knows.
 * `minute`: at `from`. `day`: on the day that begins at `from` in `zone`. `about`: around that day. `range`: from the day
 * that begins at `from` to the day that begins at `to`, both included. `unknown`: neither.
 */
export const When = z
  .strictObject({ from: Instant.nullable(), to: Instant.nullable(), precision: Precision, zone: ZoneId })
  .refine(when => (when.precision === 'unknown') === (when.from === null), { error: 'date-needed', path: ['from'] })
  .refine(when => (when.precision === 'range') === (when.to !== null), { error: 'range-end-needed', path: ['to'] })
  .refine(when => when.from === null || when.to === null || when.from <= when.to, {
    error: 'range-backwards',
    path: ['to'],
  })
export type When = z.infer<typeof When>

/** Who made a record and who last changed it, and at which moments (UTC). */
export const RecordStamp = z.strictObject({
  revision: Revision,
  createdAt: Instant,
  createdBy: UserId,
  updatedAt: Instant,
  updatedBy: UserId,
})
export type RecordStamp = z.infer<typeof RecordStamp>

/** How a record that is not a dated one stood after each save, newest first; 200 at most. */
export const RecordVersions = z.strictObject({
  rows: z
    .array(
      z.strictObject({ revision: Revision, at: Instant, byName: z.string(), values: z.record(z.string(), z.json()) }),
    )
    .max(200),
})
export type RecordVersions = z.infer<typeof RecordVersions>

/** What every dated record has: its id, case, stamps, and the reason if it was entered in error. */
export const EventStamp = z.strictObject({
  id: EventId,
  caseId: CaseId,
  ...RecordStamp.shape,
  withdrawnReason: z.string().nullable(),
})
export type EventStamp = z.infer<typeof EventStamp>

/** Where the next page starts: the sort value and id of the last row seen. */
export const Cursor = z.strictObject({ at: z.string().max(300), id: z.string().max(64) })
export type Cursor = z.infer<typeof Cursor>
/** One page of a list: at most 200 rows after the cursor, the first page if that is null. */
export const Page = z.strictObject({ limit: z.int().min(1).max(200), after: Cursor.nullable() })
export type Page = z.infer<typeof Page>

/** What a list answers: the rows, how many there are in all, and the cursor of the next page if there is one. */
export const pageOf = <Row extends z.ZodType>(row: Row) =>
  z.strictObject({ rows: z.array(row), total: z.int().nonnegative(), next: Cursor.nullable() })
export type PageOf<Row> = { rows: Row[]; total: number; next: Cursor | null }
