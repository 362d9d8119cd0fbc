import type { Migration } from './migration.ts'

const left = [' ', '/', '-', '.', ':', '_', '#', '\u{a0}']
/** A reference as it is compared, whatever its case and what stands between its parts. Spelled as `electron/store/search` asks. */
const plain = (column: string): string =>
  `lower(${left.reduce((inner, sign) => `replace(${inner}, '${sign}', '')`, column)})`
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

export const m0014: Migration = {
  id: 14,
  name: 'references',
  up(db) {
    for (const [table, column] of columns)
      db.exec(`CREATE INDEX ${table}_by_${column} ON ${table} (${plain(column)}) WHERE ${column} IS NOT NULL`)
  },
}
