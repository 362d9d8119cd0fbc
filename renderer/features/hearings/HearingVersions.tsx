import type { EventVersion } from '../../../shared/features/events.ts'
import type { Hearing } from '../../../shared/features/hearings.ts'
import { london } from '../../../shared/kernel/dates.ts'
import { showMoment } from '../../../shared/kernel/uk-dates.ts'
import { useCall, useCommand } from '../../lib/api.ts'
import { DetailPane } from '../../ui/DetailPane.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { LoadingState } from '../../ui/LoadingState.tsx'
import { useShortcut } from '../../ui/shortcuts.ts'
import { toast } from '../../ui/toast.ts'
import { VersionList, type ShownVersion } from '../../ui/VersionList.tsx'
import { diffOf, hearingOfVersion } from './hearing-fields.ts'
import type { HearingsPlace } from './hearings-place.ts'

/** How a hearing stood after each save, newest first, and the way back to any of them. */
export function HearingVersions({ hearing, place }: { hearing: Hearing; place: HearingsPlace }) {
  const versions = useCall('events.versions', { id: hearing.id })
  const update = useCommand('hearings.update')
  useShortcut('Escape', 'Back to the hearing', place.close)
  const rows = versions.data?.rows ?? []

  const putBack = (revision: number) => {
    const found = rows.find(row => row.revision === revision)
    const draft = found && hearingOfVersion(found.values)
    if (!draft) return
    update.mutate(
      // The date stays as it is: dates change by a move, which keeps the one before.
      { id: hearing.id, revision: hearing.revision, hearing: { ...draft, when: hearing.when } },
      {
        onSuccess: ({ outcome }) => {
          if (outcome === 'conflict')
            return void toast('Someone else changed this hearing just now. Look at the versions again.', {
              tone: 'warning',
            })
          toast(`Version ${String(revision)} is back`)
          place.select(hearing.id)
        },
        onError: () => toast('That could not be saved. Nothing was changed. Try again.', { tone: 'danger' }),
      },
    )
  }

  return (
    <DetailPane title="Versions of this hearing" onClose={place.close}>
      {versions.error ? (
        <ErrorState error={versions.error} onRetry={() => void versions.refetch()} />
      ) : versions.isPending ? (
        <LoadingState label="Loading versions" shape="text" />
      ) : (
        <VersionList
          versions={rows.map((row, index) => shown(row, rows[index + 1]))}
          busy={update.isPending}
          onPutBack={hearing.withdrawnReason === null ? putBack : undefined}
        />
      )}
    </DetailPane>
  )
}

function shown(row: EventVersion, before: EventVersion | undefined): ShownVersion {
  const now = hearingOfVersion(row.values)
  const then = before ? hearingOfVersion(before.values) : null
  return {
    revision: row.revision,
    byline: `${row.byName}, ${showMoment(row.at, london)}`,
    note: noteOf(row, before),
    fields: now && then ? diffOf(then, now).filter(field => field.before !== field.after) : [],
    readable: now !== null,
  }
}

function noteOf(row: EventVersion, before: EventVersion | undefined): string | null {
  if (before === undefined) return 'First recorded'
  if (row.withdrawnReason !== null && before.withdrawnReason === null)
    return `Marked as entered in error: ${row.withdrawnReason}`
  if (row.withdrawnReason === null && before.withdrawnReason !== null) return '“Entered in error” was taken back'
  return null
}
