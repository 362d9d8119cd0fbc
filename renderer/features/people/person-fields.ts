import type { PersonDraft } from '../../../shared/features/people.ts'
import { showDay } from '../../../shared/kernel/uk-dates.ts'
import { personQuestions, personRoleWords } from '../../../shared/wording/people.ts'
import { missingWords } from '../../ui/KnownField.tsx'

type FieldId = keyof PersonDraft
const inWords: { [Id in FieldId]: (person: PersonDraft) => string | null } = {
  name: ({ name }) => name,
  alsoKnownAs: ({ alsoKnownAs }) => alsoKnownAs,
  born: ({ born }) => (born.value === null ? born.missing && missingWords(born.missing) : showDay(born.value)),
  role: ({ role }) => personRoleWords[role],
  relationship: ({ relationship }) => relationship,
  note: ({ note }) => note,
}
const fieldIds = Object.keys(inWords) as FieldId[] // its keys are the questions, in their order

/** Two states of a person, question by question, as somebody reads them. */
export const diffOfPeople = (before: PersonDraft, after: PersonDraft) =>
  fieldIds.map(id => ({ id, label: personQuestions[id], before: inWords[id](before), after: inWords[id](after) }))
