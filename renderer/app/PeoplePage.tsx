import { useNavigate } from '@tanstack/react-router'
import { PeopleScreen, type PersonParts } from '../features/people/PeopleScreen.tsx'
import { IdentifierForm } from '../features/safe-contact/IdentifierForm.tsx'
import { PersonContact } from '../features/safe-contact/PersonContact.tsx'
import { PlanForm } from '../features/safe-contact/PlanForm.tsx'
import { PlanVersions } from '../features/safe-contact/PlanVersions.tsx'
import type { ShownFor } from '../features/safe-contact/Reveal.tsx'
import type { CaseId } from '../../shared/kernel/ids.ts'

type RecordCall = (caseId: CaseId, call: ShownFor) => void

const partsWith = (record: RecordCall): PersonParts => ({
  under: (person, place) => (
    <PersonContact
      person={person}
      place={place}
      onRecord={person.role === 'client' ? call => record(person.caseId, call) : undefined}
    />
  ),
  instead: (person, place) =>
    place.search.mode === 'plan' ? (
      <PlanForm key={person.id} person={person} place={place} />
    ) : place.search.mode === 'plan-versions' ? (
      <PlanVersions key={person.id} person={person} place={place} />
    ) : (
      <IdentifierForm key={person.id} person={person} id={place.search.identifier} place={place} />
    ),
})

/** People with how each may be reached, and the way from a number to the contact it was for: put together by the app. */
export function PeoplePage() {
  const navigate = useNavigate()
  const record: RecordCall = (caseId, call) =>
    void navigate({
      to: '/cases/$caseId/contacts',
      params: { caseId },
      search: { mode: 'new', entry: 'contact', ...call },
    })
  return <PeopleScreen parts={partsWith(record)} />
}
