import { CaseStatus, type Case } from '../../../shared/features/cases.ts'
import {
  caseQuestions as questions,
  caseStatusHints,
  caseStatusWords,
  closingReasonWords,
} from '../../../shared/wording/cases.ts'
import { useCommand } from '../../lib/api.ts'
import { useUserNames } from '../../lib/user-names.ts'
import { Button } from '../../ui/Button.tsx'
import { ChoiceField } from '../../ui/ChoiceField.tsx'
import { DayField } from '../../ui/DayField.tsx'
import { useDraftForm } from '../../ui/draft-form.ts'
import { EditRecord, type FrameProps } from '../../ui/EditRecord.tsx'
import { Screen, Stack } from '../../ui/Layout.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { Heading } from '../../ui/Text.tsx'
import { CaseAnswers, caseDraftOf, toCaseAnswers } from './case-answers.ts'
import { diffOfCases } from './case-fields.ts'
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

const AcrossTheScreen = ({ title, wide, children }: FrameProps) => (
  <Screen narrow={!wide}>
    <Stack gap={5}>
      <Heading level={2}>{title}</Heading>
      {children}
    </Stack>
  </Screen>
)

/** Changes what is decided about a case. Where somebody else saved in between, both versions are shown. */
export function EditCase({ found, place }: { found: Case; place: CasePlace }) {
  const update = useCommand('cases.update')
  const form = useCaseForm(`case:edit:${found.id}`, found)
  const nameOf = useUserNames()
  return (
    <EditRecord
      noun="case"
      frame={AcrossTheScreen}
      savedWords="Case saved"
      submitLabel="Save case"
      form={form}
      saving={update}
      save={(draft, revision, onSuccess) => update.mutate({ id: found.id, revision, case: draft }, { onSuccess })}
      draftOf={answers => answers.case}
      toTyped={toCaseAnswers}
      diff={(theirs, mine) => diffOfCases(theirs, mine, nameOf)}
      place={{ show: place.doneEditing, edit: place.edit, close: place.doneEditing }}
    >
      <CaseFields form={form} />
      {found.revision > 1 && (
        <div>
          <Button kind="quiet" size="small" icon="history" onClick={place.showVersions}>
            Show versions
          </Button>
        </div>
      )}
    </EditRecord>
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
