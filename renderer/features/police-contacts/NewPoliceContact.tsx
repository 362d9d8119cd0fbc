import { useCommand } from '../../lib/api.ts'
import { DetailPane } from '../../ui/DetailPane.tsx'
import { DraftForm, forget } from '../../ui/DraftForm.tsx'
import { focusList } from '../../ui/list-focus.ts'
import { toast } from '../../ui/toast.ts'
import { blankAnswers } from './police-contact-answers.ts'
import { PoliceContactFields, usePoliceContactForm } from './PoliceContactFields.tsx'
import type { PolicePlace } from './police-place.ts'

export const newContactDraftKey = (caseId: string): string => `police-contact:new:${caseId}`

/** Records a new police contact. What is half typed waits under one key per case. */
export function NewPoliceContact({ place }: { place: PolicePlace }) {
  const record = useCommand('policeContacts.record')
  const form = usePoliceContactForm(newContactDraftKey(place.caseId), blankAnswers)
  const save = form.onSubmit(({ contact }) =>
    record.mutate(
      { caseId: place.caseId, contact },
      {
        onSuccess: ({ id }) =>
          void forget(form).then(() => {
            toast('Police contact recorded')
            place.select(id)
            focusList()
          }),
      },
    ),
  )
  return (
    <DetailPane title="Record a police contact" onClose={place.close}>
      <DraftForm
        form={form}
        label="Record a police contact"
        busy={record.isPending}
        error={record.error}
        onSubmit={save}
        onClose={place.close}
        submitLabel="Save contact"
      >
        <PoliceContactFields form={form} />
      </DraftForm>
    </DetailPane>
  )
}
