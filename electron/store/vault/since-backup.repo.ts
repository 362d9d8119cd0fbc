import * as z from 'zod'
import { Instant } from '../../../shared/kernel/dates.ts'
import type { ReadDb } from '../database.ts'

/** The number of the last row in the record of changes; 0 without any. */
export const lastChange = (db: ReadDb): number =>
  z.int().parse(db.prepare('SELECT coalesce(max(seq), 0) FROM audit').pluck().get())

const Counted = z.object({ changes: z.int(), records: z.int(), lastAt: Instant.nullable() })
// Opening, locking and backing up are in the record of changes too, but nobody would miss them.
const isWork = `action NOT GLOB 'vault.*' AND action NOT GLOB 'backup-place.*' AND action NOT GLOB 'recovery-key.*'`

/** The changes after one of them, to how many records they were made, and when the last was. */
export const changesAfter = (db: ReadDb, seq: number): z.infer<typeof Counted> =>
  Counted.parse(
    db
      .prepare(
        `SELECT count(*) AS changes, count(DISTINCT subject_id) AS records, max(at) AS lastAt FROM audit
          WHERE seq > ? AND ${isWork}`,
      )
      .get(seq),
  )
