import { useState } from 'react'
import { CaseStatus, type Case, type CaseDraft } from '../../../shared/features/cases.ts'
import { london } from '../../../shared/kernel/dates.ts'
import { showMoment } from '../../../shared/kernel/uk-dates.ts'
import {
  caseQuestions as questions,
  caseStatusHints,
  caseStatusWords,
  closingReasonWords,
} from '../../../shared/wording/cases.ts'
import { useCommand } from '../../lib/api.ts'
import { writeDraft } from '../../lib/drafts.ts'
import { useUserNames } from '../../lib/user-names.ts'
import { ChoiceField } from '../../ui/ChoiceField.tsx'
import { ConflictView } from '../../ui/ConflictView.tsx'
import { DayField } from '../../ui/DayField.tsx'
import { useDraftForm } from '../../ui/draft-form.ts'
import { DraftForm, forget } from '../../ui/DraftForm.tsx'
import { Screen, Stack } from '../../ui/Layout.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { Heading } from '../../ui/Text.tsx'
import { toast } from '../../ui/toast.ts'
import { CaseAnswers, caseDraftOf, toCaseAnswers } from './case-answers.ts'
import { combineCases, diffOfCases } from './case-fields.ts'
import type { CasePlace } from './case-place.ts'
import { OwnerField } from './OwnerField.tsx'

const statuses = CaseStatus.options.map(value => ({
  value,
  label: caseStatusWords[value],
  hint: caseStatusHints[value],
}))

const useCaseForm = (draftKey: string, found: Case) =>
  useDraftForm(CaseAnswers, draftKey, toCaseAnswers(caseDraftOf(found), found.revision))
type CaseForm = ReturnType<typeof useCaseForm>

/** Changes what is decided about a case. Where somebody else saved in between, both versions are shown. */
export function EditCase({ found, place }: { found: Case; place: CasePlace }) {
  const draftKey = `case:edit:${found.id}`
  const update = useCommand('cases.update')
  const form = useCaseForm(draftKey, found)
  const [conflict, setConflict] = useState<{ current: Case; yours: CaseDraft } | null>(null)
  const nameOf = useUserNames()

  const finish = () => forget(form).then(place.doneEditing)
  const save = (draft: CaseDraft, revision: number) =>
    update.mutate(
      { id: found.id, revision, case: draft },
      {
        onSuccess: answer =>
          answer.outcome === 'conflict' ? setConflict(answer) : void finish().then(() => toast('Case saved')),
      },
    )
  const takeTheirs = () => {
    const mine = form.getValues()
    const bringBack = () => void writeDraft(draftKey, mine).then(place.edit)
    void finish().then(() =>
      toast('Their version stands', { tone: 'info', action: { label: 'Bring mine back', onSelect: bringBack } }),
    )
  }

  if (conflict) {
    const { current, yours } = conflict
    return (
      <Screen>
        <Stack gap={5}>
          <Heading level={2}>Two versions of this case</Heading>
          <ConflictView
            who={nameOf(current.updatedBy)}
            when={showMoment(current.updatedAt, london)}
            fields={diffOfCases(caseDraftOf(current), yours, nameOf)}
            busy={update.isPending}
            error={update.error}
            onKeepMine={() => save(yours, current.revision)}
            onTakeTheirs={takeTheirs}
            onCombine={fromTheirs => {
              form.setValues(toCaseAnswers(combineCases(yours, caseDraftOf(current), fromTheirs), current.revision))
              setConflict(null)
            }}
          />
        </Stack>
      </Screen>
    )
  }
  return (
    <Screen narrow>
      <Stack gap={5}>
        <Heading level={2}>Edit case</Heading>
        <DraftForm
          form={form}
          label="Edit case"
          busy={update.isPending}
          error={update.error}
          onSubmit={form.onSubmit(answers => save(answers.case, answers.revision))}
          onClose={place.doneEditing}
          submitLabel="Save case"
        >
          <CaseFields form={form} />
        </DraftForm>
      </Stack>
    </Screen>
  )
}

/** What is decided about a case. The day and the reason are asked only where it is closed. */
function CaseFields({ form }: { form: CaseForm }) {
  const closed = form.getValues().status === 'closed'
  return (
    <>
      <ChoiceField
        label={questions.status}
        options={statuses}
        look="radio"
        autoFocus
        {...form.getInputProps('status')}
      />
      {closed && <DayField label={questions.closedOn} {...form.getInputProps('closedOn')} />}
      {closed && (
        <SelectField
          label={questions.closingReason}
          options={closingReasonWords}
          {...form.getInputProps('closingReason')}
        />
      )}
      <OwnerField {...form.getInputProps('ownerId')} />
      <TextField label={questions.reference} width="short" maxLength={40} {...form.getInputProps('reference')} />
      <DayField label={questions.openedOn} {...form.getInputProps('openedOn')} />
    </>
  )
}
