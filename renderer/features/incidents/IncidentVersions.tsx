import type { Incident, IncidentDraft } from '../../../shared/features/incidents.ts'
import { useCommand } from '../../lib/api.ts'
import { RecordVersions } from '../../ui/RecordVersions.tsx'
import { toast } from '../../ui/toast.ts'
import { diffOf, incidentOfVersion } from './incident-fields.ts'
import type { IncidentPlace } from './incident-place.ts'

/** How an incident stood after each save, newest first, and the way back to any of them. */
export function IncidentVersions({ incident, place }: { incident: Incident; place: IncidentPlace }) {
  const update = useCommand('incidents.update')
  const putBack = (draft: IncidentDraft, version: number) =>
    update.mutate(
      { id: incident.id, revision: incident.revision, incident: draft },
      {
        onSuccess: ({ outcome }) => {
          if (outcome === 'conflict')
            return void toast('Someone else changed this incident just now. Look at the versions again.', {
              tone: 'warning',
            })
          toast(`Version ${String(version)} is back`)
          place.select(incident.id)
        },
        onError: () => toast('That could not be saved. Nothing was changed. Try again.', { tone: 'danger' }),
      },
    )
  return (
    <RecordVersions
      id={incident.id}
      title="Versions of this incident"
      busy={update.isPending}
      read={incidentOfVersion}
      diff={diffOf}
      onPutBack={incident.withdrawnReason === null ? putBack : undefined}
      onClose={place.close}
    />
  )
}
