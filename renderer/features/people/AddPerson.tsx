import { useCommand } from '../../lib/api.ts'
import { DetailPane } from '../../ui/DetailPane.tsx'
import { DraftForm, forget } from '../../ui/DraftForm.tsx'
import { focusList } from '../../ui/list-focus.ts'
import { toast } from '../../ui/toast.ts'
import type { PeoplePlace } from './people-place.ts'
import { blankPerson } from './person-answers.ts'
import { PersonFields, usePersonForm } from './PersonFields.tsx'

/** Adds a person to a case. */
export function AddPerson({ place }: { place: PeoplePlace }) {
  const add = useCommand('people.add')
  const form = usePersonForm(`person:new:${place.caseId}`, blankPerson)
  const save = form.onSubmit(({ person }) =>
    add.mutate(
      { caseId: place.caseId, person },
      {
        onSuccess: ({ id }) =>
          void forget(form).then(() => {
            toast('Person added')
            place.select(id)
            focusList()
          }),
      },
    ),
  )
  return (
    <DetailPane title="Add a person" onClose={place.close}>
      <DraftForm
        form={form}
        label="Add a person"
        busy={add.isPending}
        error={add.error}
        onSubmit={save}
        onClose={place.close}
        submitLabel="Add person"
      >
        <PersonFields form={form} caseId={place.caseId} isClient={false} />
      </DraftForm>
    </DetailPane>
  )
}
