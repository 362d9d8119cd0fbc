import { PeopleScreen, type PersonParts } from '../features/people/PeopleScreen.tsx'
import { IdentifierForm } from '../features/safe-contact/IdentifierForm.tsx'
import { PersonContact } from '../features/safe-contact/PersonContact.tsx'
import { PlanForm } from '../features/safe-contact/PlanForm.tsx'

const parts: PersonParts = {
  under: (person, place) => <PersonContact person={person} place={place} />,
  instead: (person, place) =>
    place.search.mode === 'plan' ? (
      <PlanForm key={person.id} person={person} place={place} />
    ) : (
      <IdentifierForm key={person.id} person={person} id={place.search.identifier} place={place} />
    ),
}

/** People with how each may be reached: two features on one screen, put together by the app. */
export const PeoplePage = () => <PeopleScreen parts={parts} />
