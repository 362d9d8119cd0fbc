import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { BackupSummary } from '../../../shared/features/vault.ts'
import { london, type Instant } from '../../../shared/kernel/dates.ts'
import { dayOf } from '../../../shared/kernel/uk-dates.ts'
import { surplusBackups } from '../../../shared/rules/backups-kept.ts'
import { backupsFolder } from './backup.ts'

/** Whether today, in London, has no backup yet. A clock that was set back counts as another day. */
export const isDailyDue = (backups: readonly BackupSummary[], now: Instant): boolean =>
  !backups.some(({ madeAt }) => dayOf(madeAt, london) === dayOf(now, london))

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
