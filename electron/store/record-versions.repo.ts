import * as z from 'zod'
import { RecordVersions } from '../../shared/kernel/event.ts'
import type { ReadDb, WriteTx } from './database.ts'

/** Keeps how a record that is no event stands after a save, so that no correction loses what was there before. */
export function keepRecordVersion(
  tx: WriteTx,
  id: string,
  { revision, form }: { revision: number; form: object },
): void {
  tx.db
    .prepare('INSERT INTO record_versions (record_id, revision, at, by_user, form) VALUES (?, ?, ?, ?, ?)')
    .run(id, revision, tx.now, tx.actor.id, JSON.stringify(form))
}

/** How it stood after each save, newest first. At most 200. */
export const listRecordVersions = (db: ReadDb, id: string): RecordVersions =>
  RecordVersions.parse({
    rows: db
      .prepare(
        `SELECT v.revision, v.at, u.name AS byName, v.form FROM record_versions v JOIN users u ON u.id = v.by_user
          WHERE v.record_id = ? ORDER BY v.revision DESC LIMIT 200`,
      )
      .all(id)
      .map(row => {
        const { form, ...rest } = Kept.parse(row)
        return { ...rest, values: form }
      }),
  })
const Kept = z.looseObject({ form: z.string().transform((text): unknown => JSON.parse(text)) })
