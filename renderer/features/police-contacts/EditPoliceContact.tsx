import type { PoliceContact } from '../../../shared/features/police-contacts.ts'
import { useCommand } from '../../lib/api.ts'
import { EditRecord } from '../../ui/EditRecord.tsx'
import { toAnswers } from './police-contact-answers.ts'
import { diffOf } from './police-contact-fields.ts'
import { PoliceContactFields, usePoliceContactForm } from './PoliceContactFields.tsx'
import type { PolicePlace } from './police-place.ts'

/** Corrects a police contact. Where somebody else saved in between, both versions are shown and nothing is lost. */
export function EditPoliceContact({ contact, place }: { contact: PoliceContact; place: PolicePlace }) {
  const update = useCommand('policeContacts.update')
  const form = usePoliceContactForm(`police-contact:edit:${contact.id}`, toAnswers(contact, contact.revision))
  return (
    <EditRecord
      noun="police contact"
      short="contact"
      form={form}
      saving={update}
      save={(draft, revision, onSuccess) => update.mutate({ id: contact.id, revision, contact: draft }, { onSuccess })}
      draftOf={answers => answers.contact}
      toTyped={toAnswers}
      diff={diffOf}
      place={{ show: () => place.select(contact.id), edit: () => place.edit(contact.id), close: place.close }}
    >
      <PoliceContactFields form={form} />
    </EditRecord>
  )
}
