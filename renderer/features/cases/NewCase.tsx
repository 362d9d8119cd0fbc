import { caseStatusHints, caseStatusWords, newCaseQuestions as questions } from '../../../shared/wording/cases.ts'
import { useCommand } from '../../lib/api.ts'
import { useSession } from '../../lib/session.ts'
import { ChoiceField } from '../../ui/ChoiceField.tsx'
import { DayField } from '../../ui/DayField.tsx'
import { DetailPane } from '../../ui/DetailPane.tsx'
import { useDraftForm } from '../../ui/draft-form.ts'
import { DraftForm, forget } from '../../ui/DraftForm.tsx'
import { Namesakes } from '../../ui/Namesakes.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { toast } from '../../ui/toast.ts'
import { blankCase, NewCaseAnswers } from './case-answers.ts'
import type { CaseloadPlace } from './caseload-place.ts'
import { OwnerField } from './OwnerField.tsx'
import { CaseStatus } from '../../../shared/features/cases.ts'

const statuses = CaseStatus.exclude(['closed']).options.map(value => ({
  value,
  label: caseStatusWords[value],
  hint: caseStatusHints[value],
}))

/** Opens a case with its client. */
export function NewCase({ place }: { place: CaseloadPlace }) {
  const ownId = useSession(({ actor }) => actor?.id ?? null)
  const open = useCommand('cases.open')
  const form = useDraftForm(NewCaseAnswers, 'case:new', blankCase(ownId))
  const save = form.onSubmit(answers =>
    open.mutate(answers, {
      onSuccess: ({ id, reference }) =>
        void forget(form).then(() => {
          toast(`Case ${reference} is open`)
          place.open(id)
        }),
    }),
  )
  return (
    <DetailPane title="Open a case" onClose={place.close}>
      <DraftForm
        form={form}
        label="Open a case"
        busy={open.isPending}
        error={open.error}
        onSubmit={save}
        onClose={place.close}
        submitLabel="Open case"
      >
        <TextField label={questions.clientName} autoFocus maxLength={160} {...form.getInputProps('clientName')} />
        <Namesakes name={form.values.clientName} />
        <TextField
          label={questions.reference}
          hint="Leave empty and Waymark gives the next free one."
          optional
          width="short"
          maxLength={40}
          {...form.getInputProps('reference')}
        />
        <ChoiceField label={questions.status} options={statuses} look="radio" {...form.getInputProps('status')} />
        <OwnerField {...form.getInputProps('ownerId')} />
        <DayField label={questions.openedOn} {...form.getInputProps('openedOn')} />
      </DraftForm>
    </DetailPane>
  )
}
