import type { Person } from '../../../shared/features/people.ts'
import { useCommand } from '../../lib/api.ts'
import { EditRecord } from '../../ui/EditRecord.tsx'
import type { PeoplePlace } from './people-place.ts'
import { toPersonAnswers } from './person-answers.ts'
import { diffOfPeople } from './person-fields.ts'
import { PersonFields, usePersonForm } from './PersonFields.tsx'

/** Corrects a person. Where somebody else saved in between, both versions are shown and nothing is lost. */
export function EditPerson({ person, place }: { person: Person; place: PeoplePlace }) {
  const update = useCommand('people.update')
  const form = usePersonForm(`person:edit:${person.id}`, toPersonAnswers(person, person.revision))
  return (
    <EditRecord
      noun="person"
      form={form}
      saving={update}
      save={(draft, revision, onSuccess) => update.mutate({ id: person.id, revision, person: draft }, { onSuccess })}
      draftOf={answers => answers.person}
      toTyped={toPersonAnswers}
      diff={diffOfPeople}
      place={{ show: () => place.select(person.id), edit: () => place.edit(person.id), close: place.close }}
    >
      <PersonFields form={form} caseId={person.caseId} isClient={person.role === 'client'} />
    </EditRecord>
  )
}
