import type { WriteTx } from './database.ts'

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
