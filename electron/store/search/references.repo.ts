import * as z from 'zod'
import type { ReadDb } from '../database.ts'

const left = [' ', '/', '-', '.', ':', '_', '#', '\u{a0}']
/** As the indexes of migration 14 have it, to the letter: another spelling would not find them. */
const plainColumn = (column: string): string =>
  `lower(${left.reduce((inner, sign) => `replace(${inner}, '${sign}', '')`, column)})`
/** The references that police and courts give, and where they are kept. */
const columns = [
  ['police_contacts', 'reference'],
  ['police_reports', 'crime_reference'],
  ['police_reports', 'log_number'],
  ['incidents', 'reference'],
  ['breaches', 'reported_reference'],
  ['orders', 'police_reference'],
  ['orders', 'case_number'],
  ['hearings', 'case_number'],
] as const
const shortest = 4
const mostFound = 200

export type ReferenceHit = { searchRow: number; reference: string }
/** Records with a reference that begins like this, in any spacing and case. At most 200; none for words without a digit. */
export function findReferences(db: ReadDb, text: string): ReferenceHit[] {
  const plain = left.reduce((rest, sign) => rest.replaceAll(sign, ''), text).toLowerCase()
  if (plain.length < shortest || !/\d/.test(plain)) return []
  const found = columns.map(
    ([table, column]) =>
      `SELECT d.event_id AS id, d.${column} AS reference FROM ${table} d
        WHERE d.${column} IS NOT NULL AND ${plainColumn(column)} >= @from AND ${plainColumn(column)} < @to`,
  )
  return db
    .prepare(
      `SELECT e.search_row AS searchRow, min(f.reference) AS reference FROM (${found.join(' UNION ALL ')}) f
         JOIN events e ON e.id = f.id WHERE e.withdrawn_reason IS NULL
        GROUP BY e.search_row ORDER BY e.search_row DESC LIMIT ${String(mostFound)}`,
    )
    .all({ from: plain, to: `${plain}\u{10ffff}` })
    .map(row => Found.parse(row))
}
const Found = z.strictObject({ searchRow: z.int(), reference: z.string() })
