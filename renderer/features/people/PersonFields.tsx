import { PersonRole } from '../../../shared/features/people.ts'
import type { CaseId } from '../../../shared/kernel/ids.ts'
import { personHints as hints, personQuestions as questions, personRoleWords } from '../../../shared/wording/people.ts'
import { ChoiceField } from '../../ui/ChoiceField.tsx'
import { useDraftForm } from '../../ui/draft-form.ts'
import { KnownField } from '../../ui/KnownField.tsx'
import { Namesakes } from '../../ui/Namesakes.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { PersonAnswers, type TypedPerson } from './person-answers.ts'

/** The form of a person: added or edited, the questions are the same. */
export const usePersonForm = (draftKey: string, start: TypedPerson) => useDraftForm(PersonAnswers, draftKey, start)
export type PersonForm = ReturnType<typeof usePersonForm>

const others = PersonRole.exclude(['client']).options.map(value => ({ value, label: personRoleWords[value] }))

type PersonFieldsProps = { form: PersonForm; isClient: boolean; caseId: CaseId }

/** Every question about a person. The client of a case stays its client, so that part is not asked. */
export function PersonFields({ form, isClient, caseId }: PersonFieldsProps) {
  return (
    <>
      <TextField label={questions.name} autoFocus maxLength={160} {...form.getInputProps('name')} />
      <Namesakes name={form.values.name} exceptCaseId={caseId} />
      {!isClient && (
        <ChoiceField label={questions.role} options={others} look="radio" {...form.getInputProps('role')} />
      )}
      <TextField
        label={questions.alsoKnownAs}
        hint={hints.alsoKnownAs}
        optional
        maxLength={300}
        {...form.getInputProps('alsoKnownAs')}
      />
      {!isClient && (
        <TextField
          label={questions.relationship}
          hint={hints.relationship}
          optional
          maxLength={160}
          {...form.getInputProps('relationship')}
        />
      )}
      <KnownField label={questions.born} hint="Such as 12/5/1988." width="short" {...form.getInputProps('born')} />
      <TextField
        label={questions.note}
        hint={hints.note}
        lines={3}
        optional
        maxLength={2_000}
        {...form.getInputProps('note')}
      />
    </>
  )
}
