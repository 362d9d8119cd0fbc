import { entryWords } from '../../../shared/wording/contacts.ts'
import { useCommand } from '../../lib/api.ts'
import { DetailPane } from '../../ui/DetailPane.tsx'
import { DraftForm, forget } from '../../ui/DraftForm.tsx'
import { focusList } from '../../ui/list-focus.ts'
import { toast } from '../../ui/toast.ts'
import { answersOfCall, blankAnswers } from './contact-answers.ts'
import { ContactFields, useContactForm } from './ContactFields.tsx'
import type { ContactPlace } from './contact-place.ts'

export const newEntryDraftKey = (caseId: string): string => `contact:new:${caseId}`
/** Kept apart, so that a call begun where its number was shown never lands in an older draft. */
export const callDraftKey = (caseId: string): string => `contact:call:${caseId}`

/** Records a new contact, attempt or note. What is half typed waits under its key. */
export function NewContact({ place }: { place: ContactPlace }) {
  const { caseId, search } = place
  const { entry, channel, safely } = search
  const record = useCommand('contacts.record')
  const form = useContactForm(
    entry === undefined ? newEntryDraftKey(caseId) : callDraftKey(caseId),
    entry === undefined ? blankAnswers : answersOfCall({ entry, channel, safely }),
  )
  const save = form.onSubmit(({ contact }) =>
    record.mutate(
      { caseId, contact },
      {
        onSuccess: saved =>
          void forget(form).then(() => {
            toast(`${entryWords[saved.entry]} recorded`)
            place.select(saved.id)
            focusList()
          }),
      },
    ),
  )
  return (
    <DetailPane title="Record a contact or note" onClose={place.close}>
      <DraftForm
        form={form}
        label="Record a contact or note"
        busy={record.isPending}
        error={record.error}
        onSubmit={save}
        onClose={place.close}
        submitLabel="Save entry"
      >
        <ContactFields form={form} />
      </DraftForm>
    </DetailPane>
  )
}
