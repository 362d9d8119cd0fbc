import { backupLine, copyLine, lastCopyLine } from '../../../shared/wording/vault.ts'
import { useCall } from '../../lib/api.ts'
import { useSession } from '../../lib/session.ts'
import { useThisMinute, useToday } from '../../lib/today.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Stack } from '../../ui/Layout.tsx'
import type { TodayPlace } from './today-place.ts'

// The backup of the day is made a little after the unlock: until then an old one is nothing to speak of.
const patience = 60_000

/** What is wrong with the backups, with the way to where that is mended. Nothing where all is well. */
export function BackupNotes({ place }: { place: TodayPlace }) {
  const { isPractice, openedAt, backupFailed } = useSession()
  const today = useToday()
  const now = Date.parse(useThisMinute())
  const backups = useCall('vault.backups', {}, { enabled: !isPractice }).data
  const second = useCall('backupPlace.read', {}, { enabled: !isPractice }).data?.place
  const settled = backupFailed || (openedAt !== null && now - openedAt.getTime() > patience)
  const newestAt = backups?.rows[0]?.madeAt ?? null
  const old = backups && settled ? backupLine({ newestAt, failed: backupFailed, today }) : null
  const notCopied = second ? copyLine(second) : null
  if (isPractice || (old === null && notCopied === null)) return null
  const see = (
    <Button size="small" onClick={place.toBackups}>
      See backups
    </Button>
  )
  return (
    <Stack gap={2}>
      {old !== null && <Banner tone="warning" title={old} actions={see} />}
      {second && notCopied !== null && (
        <Banner tone="info" title={notCopied} actions={old === null ? see : undefined}>
          {lastCopyLine(second)}
        </Banner>
      )}
    </Stack>
  )
}
