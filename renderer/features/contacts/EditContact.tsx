import { useState } from 'react'
import type { Contact, ContactDraft } from '../../../shared/features/contacts.ts'
import { london } from '../../../shared/kernel/dates.ts'
import { showMoment } from '../../../shared/kernel/uk-dates.ts'
import { useCommand } from '../../lib/api.ts'
import { writeDraft } from '../../lib/drafts.ts'
import { useUserNames } from '../../lib/user-names.ts'
import { ConflictView } from '../../ui/ConflictView.tsx'
import { DetailPane } from '../../ui/DetailPane.tsx'
import { DraftForm, forget } from '../../ui/DraftForm.tsx'
import { focusList } from '../../ui/list-focus.ts'
import { toast } from '../../ui/toast.ts'
import { toAnswers } from './contact-answers.ts'
import { combine, diffOf } from './contact-fields.ts'
import { ContactFields, useContactForm } from './ContactFields.tsx'
import type { ContactPlace } from './contact-place.ts'

type Conflict = { current: Contact; yours: ContactDraft }

/** Corrects an entry. Where somebody else saved in between, both versions are shown and nothing is lost. */
export function EditContact({ contact, place }: { contact: Contact; place: ContactPlace }) {
  const draftKey = `contact:edit:${contact.id}`
  const update = useCommand('contacts.update')
  const form = useContactForm(draftKey, toAnswers(contact, contact.revision))
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const nameOf = useUserNames()

  const finish = (words: string) =>
    forget(form).then(() => {
      toast(words)
      place.select(contact.id)
      focusList()
    })
  const save = (draft: ContactDraft, revision: number) =>
    update.mutate(
      { id: contact.id, revision, contact: draft },
      { onSuccess: answer => (answer.outcome === 'conflict' ? setConflict(answer) : void finish('Changes saved')) },
    )
  const takeTheirs = () => {
    const mine = form.getValues()
    const bringBack = () => void writeDraft(draftKey, mine).then(() => place.edit(contact.id))
    void forget(form).then(() => {
      place.select(contact.id)
      toast('Their version stands', { tone: 'info', action: { label: 'Bring mine back', onSelect: bringBack } })
    })
  }

  if (conflict) {
    const { current, yours } = conflict
    return (
      <DetailPane title="Two versions of this entry" onClose={() => setConflict(null)}>
        <ConflictView
          who={nameOf(current.updatedBy)}
          when={showMoment(current.updatedAt, london)}
          fields={diffOf(current, yours)}
          busy={update.isPending}
          error={update.error}
          onKeepMine={() => save(yours, current.revision)}
          onTakeTheirs={takeTheirs}
          onCombine={fromTheirs => {
            form.setValues(toAnswers(combine(yours, current, fromTheirs), current.revision))
            setConflict(null)
          }}
        />
      </DetailPane>
    )
  }
  return (
    <DetailPane title="Edit entry" onClose={place.close}>
      <DraftForm
        form={form}
        label="Edit entry"
        busy={update.isPending}
        error={update.error}
        onSubmit={form.onSubmit(answers => save(answers.contact, answers.revision))}
        onClose={place.close}
        submitLabel="Save changes"
      >
        <ContactFields form={form} />
      </DraftForm>
    </DetailPane>
  )
}
