import type { EventVersion } from '../../../shared/features/events.ts'
import type { Incident } from '../../../shared/features/incidents.ts'
import { london } from '../../../shared/kernel/dates.ts'
import { showMoment } from '../../../shared/kernel/uk-dates.ts'
import { useCall, useCommand } from '../../lib/api.ts'
import { DetailPane } from '../../ui/DetailPane.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { LoadingState } from '../../ui/LoadingState.tsx'
import { useShortcut } from '../../ui/shortcuts.ts'
import { toast } from '../../ui/toast.ts'
import { VersionList, type ShownVersion } from '../../ui/VersionList.tsx'
import { incidentOfVersion, diffOf } from './incident-fields.ts'
import type { IncidentPlace } from './incident-place.ts'

/** How an incident stood after each save, newest first, and the way back to any of them. */
export function IncidentVersions({ incident, place }: { incident: Incident; place: IncidentPlace }) {
  const versions = useCall('events.versions', { id: incident.id })
  const update = useCommand('incidents.update')
  useShortcut('Escape', 'Back to the incident', place.close)
  const rows = versions.data?.rows ?? []

  const putBack = (revision: number) => {
    const found = rows.find(row => row.revision === revision)
    const draft = found && incidentOfVersion(found.values)
    if (!draft) return
    update.mutate(
      { id: incident.id, revision: incident.revision, incident: draft },
      {
        onSuccess: ({ outcome }) => {
          if (outcome === 'conflict')
            return void toast('Someone else changed this incident just now. Look at the versions again.', {
              tone: 'warning',
            })
          toast(`Version ${String(revision)} is back`)
          place.select(incident.id)
        },
        onError: () => toast('That could not be saved. Nothing was changed. Try again.', { tone: 'danger' }),
      },
    )
  }

  return (
    <DetailPane title="Versions of this incident" onClose={place.close}>
      {versions.error ? (
        <ErrorState error={versions.error} onRetry={() => void versions.refetch()} />
      ) : versions.isPending ? (
        <LoadingState label="Loading versions" shape="text" />
      ) : (
        <VersionList
          versions={rows.map((row, index) => shown(row, rows[index + 1]))}
          busy={update.isPending}
          onPutBack={incident.withdrawnReason === null ? putBack : undefined}
        />
      )}
    </DetailPane>
  )
}

function shown(row: EventVersion, before: EventVersion | undefined): ShownVersion {
  const now = incidentOfVersion(row.values)
  const then = before ? incidentOfVersion(before.values) : null
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
