import type { Incident } from '../../../shared/features/incidents.ts'
import { useCommand } from '../../lib/api.ts'
import { EditRecord } from '../../ui/EditRecord.tsx'
import { handFilesOver } from '../../ui/form-files.ts'
import { toTyped } from './incident-answers.ts'
import { diffOf } from './incident-fields.ts'
import { IncidentFields, useIncidentForm } from './IncidentFields.tsx'
import type { IncidentPlace } from './incident-place.ts'

/** Corrects an incident. Where somebody else saved in between, both versions are shown and nothing is lost. */
export function EditIncident({ incident, place }: { incident: Incident; place: IncidentPlace }) {
  const update = useCommand('incidents.update')
  const form = useIncidentForm(`incident:edit:${incident.id}`, toTyped(incident, incident.revision))
  return (
    <EditRecord
      noun="incident"
      form={form}
      saving={update}
      save={(draft, revision, onSuccess) =>
        update.mutate(
          { id: incident.id, revision, incident: draft },
          {
            onSuccess: answer => {
              if (answer.outcome === 'saved') handFilesOver(form.draftKey, incident.id)
              onSuccess(answer)
            },
          },
        )
      }
      draftOf={answers => answers.incident}
      toTyped={(draft, revision) => ({ ...toTyped(draft, revision), files: form.getValues().files })}
      diff={diffOf}
      place={{ show: () => place.select(incident.id), edit: () => place.edit(incident.id), close: place.close }}
    >
      <IncidentFields form={form} caseId={incident.caseId} id={incident.id} />
    </EditRecord>
  )
}
