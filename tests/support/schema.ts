import type { Connection } from '../../electron/store/database.ts'

/** Every table, index and trigger as SQL, in a fixed order: what the committed snapshot holds. */
export function schemaOf(db: Connection): string {
  const rows = db
    .prepare(
      `SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT GLOB 'events_fts_*' AND name NOT GLOB 'sqlite_*'
        ORDER BY type, name`,
    )
    .pluck()
    .all() as string[] // one text column, never null by the query
  return `${rows.map(sql => `${sql.replaceAll(/\s+/g, ' ')};`).join('\n')}\n`
}
