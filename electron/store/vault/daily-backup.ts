import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { BackupSummary } from '../../../shared/features/vault.ts'
import { london, type Instant } from '../../../shared/kernel/dates.ts'
import { dayOf } from '../../../shared/kernel/uk-dates.ts'
import { backupsFolder } from './backup.ts'

/** Daily backups that are always kept, and months of which the last one is kept beyond those. */
const daysKept = 14
const monthsKept = 12

/** Whether today, in London, has no backup yet. A clock that was set back counts as another day. */
export const isDailyDue = (backups: readonly BackupSummary[], now: Instant): boolean =>
  !backups.some(({ madeAt }) => dayOf(madeAt, london) === dayOf(now, london))

/** The daily backups that make room: all but the last fourteen and the last of each of twelve months. Takes newest first. */
export function surplusBackups(backups: readonly BackupSummary[]): BackupSummary[] {
  const daily = backups.filter(backup => backup.daily)
  const lastOfMonth = new Map(daily.toReversed().map(backup => [dayOf(backup.madeAt, london).slice(0, 7), backup]))
  const kept = new Set([...daily.slice(0, daysKept), ...[...lastOfMonth.values()].slice(-monthsKept)])
  return daily.filter(backup => !kept.has(backup))
}

/** Removes surplus backups that Waymark made by itself. One that can't be removed now is tried again tomorrow. */
export function removeSurplusBackups(folder: string, backups: readonly BackupSummary[]): void {
  for (const { name } of surplusBackups(backups)) {
    try {
      rmSync(join(backupsFolder(folder), name), { recursive: true, force: true })
    } catch {
      continue // the new backup stands either way
    }
  }
}
