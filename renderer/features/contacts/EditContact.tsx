import type { Contact } from '../../../shared/features/contacts.ts'
import { useCommand } from '../../lib/api.ts'
import { EditRecord } from '../../ui/EditRecord.tsx'
import { toAnswers } from './contact-answers.ts'
import { diffOf } from './contact-fields.ts'
import { ContactFields, useContactForm } from './ContactFields.tsx'
import type { ContactPlace } from './contact-place.ts'

/** Corrects an entry. Where somebody else saved in between, both versions are shown and nothing is lost. */
export function EditContact({ contact, place }: { contact: Contact; place: ContactPlace }) {
  const update = useCommand('contacts.update')
  const form = useContactForm(`contact:edit:${contact.id}`, toAnswers(contact, contact.revision))
  return (
    <EditRecord
      noun="entry"
      form={form}
      saving={update}
      save={(draft, revision, onSuccess) => update.mutate({ id: contact.id, revision, contact: draft }, { onSuccess })}
      draftOf={answers => answers.contact}
      toTyped={toAnswers}
      diff={diffOf}
      place={{ show: () => place.select(contact.id), edit: () => place.edit(contact.id), close: place.close }}
    >
      <ContactFields form={form} />
    </EditRecord>
  )
}
