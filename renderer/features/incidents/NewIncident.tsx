import { useCommand } from '../../lib/api.ts'
import { DetailPane } from '../../ui/DetailPane.tsx'
import { DraftForm, forget } from '../../ui/DraftForm.tsx'
import { handFilesOver } from '../../ui/form-files.ts'
import { focusList } from '../../ui/list-focus.ts'
import { toast } from '../../ui/toast.ts'
import { blankIncident } from './incident-answers.ts'
import { IncidentFields, useIncidentForm } from './IncidentFields.tsx'
import type { IncidentPlace } from './incident-place.ts'

export const newIncidentDraftKey = (caseId: string): string => `incident:new:${caseId}`

/** Records a new incident. What is half typed waits under one key per case. */
export function NewIncident({ place }: { place: IncidentPlace }) {
  const record = useCommand('incidents.record')
  const form = useIncidentForm(newIncidentDraftKey(place.caseId), blankIncident)
  const save = form.onSubmit(({ incident }) =>
    record.mutate(
      { caseId: place.caseId, incident },
      {
        onSuccess: ({ id }) => {
          handFilesOver(form.draftKey, id)
          void forget(form).then(() => {
            toast('Incident recorded')
            place.select(id)
            focusList()
          })
        },
      },
    ),
  )
  return (
    <DetailPane title="Record an incident" onClose={place.close}>
      <DraftForm
        form={form}
        label="Record an incident"
        busy={record.isPending}
        error={record.error}
        onSubmit={save}
        onClose={place.close}
        submitLabel="Save incident"
      >
        <IncidentFields form={form} caseId={place.caseId} id={null} />
      </DraftForm>
    </DetailPane>
  )
}
