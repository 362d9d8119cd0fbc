import type { BackupSummary } from '../features/vault.ts'
import { london } from '../kernel/dates.ts'
import { dayOf } from '../kernel/uk-dates.ts'

/** Daily backups that are always kept, and months of which the last one is kept beyond those. */
const daysKept = 14
const monthsKept = 12

/** The daily backups that make room: all but the last fourteen and the last of each of twelve months. Takes newest first. */
export function surplusBackups(backups: readonly BackupSummary[]): BackupSummary[] {
  const daily = backups.filter(backup => backup.daily)
  const lastOfMonth = new Map(daily.toReversed().map(backup => [dayOf(backup.madeAt, london).slice(0, 7), backup]))
  const kept = new Set([...daily.slice(0, daysKept), ...[...lastOfMonth.values()].slice(-monthsKept)])
  return daily.filter(backup => !kept.has(backup))
}
