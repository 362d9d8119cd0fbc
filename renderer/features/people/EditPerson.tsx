import { useState } from 'react'
import type { Person, PersonDraft } from '../../../shared/features/people.ts'
import { london } from '../../../shared/kernel/dates.ts'
import { showMoment } from '../../../shared/kernel/uk-dates.ts'
import { useCommand } from '../../lib/api.ts'
import { writeDraft } from '../../lib/drafts.ts'
import { useUserNames } from '../../lib/user-names.ts'
import { ConflictView } from '../../ui/ConflictView.tsx'
import { DetailPane } from '../../ui/DetailPane.tsx'
import { DraftForm, forget } from '../../ui/DraftForm.tsx'
import { toast } from '../../ui/toast.ts'
import type { PeoplePlace } from './people-place.ts'
import { toPersonAnswers } from './person-answers.ts'
import { combinePeople, diffOfPeople } from './person-fields.ts'
import { PersonFields, usePersonForm } from './PersonFields.tsx'

/** Corrects a person. Where somebody else saved in between, both versions are shown and nothing is lost. */
export function EditPerson({ person, place }: { person: Person; place: PeoplePlace }) {
  const draftKey = `person:edit:${person.id}`
  const update = useCommand('people.update')
  const form = usePersonForm(draftKey, toPersonAnswers(person, person.revision))
  const [conflict, setConflict] = useState<{ current: Person; yours: PersonDraft } | null>(null)
  const nameOf = useUserNames()

  const finish = () => forget(form).then(() => place.select(person.id))
  const save = (draft: PersonDraft, revision: number) =>
    update.mutate(
      { id: person.id, revision, person: draft },
      {
        onSuccess: answer =>
          answer.outcome === 'conflict' ? setConflict(answer) : void finish().then(() => toast('Changes saved')),
      },
    )
  const takeTheirs = () => {
    const mine = form.getValues()
    const bringBack = () => void writeDraft(draftKey, mine).then(() => place.edit(person.id))
    void finish().then(() =>
      toast('Their version stands', { tone: 'info', action: { label: 'Bring mine back', onSelect: bringBack } }),
    )
  }

  if (conflict) {
    const { current, yours } = conflict
    return (
      <DetailPane title="Two versions of this person" onClose={() => setConflict(null)}>
        <ConflictView
          who={nameOf(current.updatedBy)}
          when={showMoment(current.updatedAt, london)}
          fields={diffOfPeople(current, yours)}
          busy={update.isPending}
          error={update.error}
          onKeepMine={() => save(yours, current.revision)}
          onTakeTheirs={takeTheirs}
          onCombine={fromTheirs => {
            form.setValues(toPersonAnswers(combinePeople(yours, current, fromTheirs), current.revision))
            setConflict(null)
          }}
        />
      </DetailPane>
    )
  }
  return (
    <DetailPane title="Edit person" onClose={place.close}>
      <DraftForm
        form={form}
        label="Edit person"
        busy={update.isPending}
        error={update.error}
        onSubmit={form.onSubmit(answers => save(answers.person, answers.revision))}
        onClose={place.close}
        submitLabel="Save changes"
      >
        <PersonFields form={form} caseId={person.caseId} isClient={person.role === 'client'} />
      </DraftForm>
    </DetailPane>
  )
}
