import * as z from 'zod'
import { VaultCounts, type Check } from '../../../shared/features/vault.ts'
import { fromSystem } from '../../system-errors.ts'
import type { Connection, ReadDb } from '../database.ts'

type Checked = z.infer<typeof Check>

export const countRecords = (db: ReadDb): z.infer<typeof VaultCounts> =>
  VaultCounts.parse(
    db
      .prepare(
        `SELECT (SELECT count(*) FROM cases) AS cases, (SELECT count(*) FROM people) AS people,
                (SELECT count(*) FROM events) AS events, (SELECT count(*) FROM files) AS documents,
                (SELECT count(*) FROM users WHERE active = 1) AS users`,
      )
      .get(),
  )

/** Every page, every index, and the search index against its own text. A problem's id is the number of a page, if known. */
export function checkDatabase(db: Connection): Checked {
  const problems = integrityProblems(db).map(said => ({
    rule: 'page-damaged',
    id: /\bpage (\d+)/.exec(said)?.[1] ?? '',
  }))
  return { ok: problems.length === 0, checked: Number(db.pragma('page_count', { simple: true })), problems }
}

/** Some damage SQLite lists, other damage ends its check: both are what was asked for. */
function integrityProblems(db: Connection): string[] {
  try {
    const said = z.array(z.object({ integrity_check: z.string() })).parse(db.pragma('integrity_check(100)'))
    const lines = said.flatMap(({ integrity_check }) => integrity_check.split('\n'))
    return lines.filter(line => line !== 'ok' && !line.startsWith('*** in database')).slice(0, 100)
  } catch (cause) {
    if (fromSystem(cause).code === 'vault-damaged') return ['']
    throw cause
  }
}

const BrokenKey = z.object({ table: z.string(), rowid: z.number().nullable(), parent: z.string() })
export function checkForeignKeys(db: Connection): Checked {
  const broken = z.array(BrokenKey).parse(db.pragma('foreign_key_check'))
  const tables = z.int().parse(db.prepare(`SELECT count(*) FROM sqlite_schema WHERE type = 'table'`).pluck().get())
  const problems = broken.slice(0, 100).map(row => ({ rule: 'parent-missing', id: `${row.table} → ${row.parent}` }))
  return { ok: broken.length === 0, checked: tables, problems }
}
