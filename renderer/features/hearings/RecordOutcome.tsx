import { useState } from 'react'
import type { Hearing, HearingOutcome } from '../../../shared/features/hearings.ts'
import { dayOf, showDay } from '../../../shared/kernel/uk-dates.ts'
import { measureClock } from '../../../shared/rules/special-measures.ts'
import { offsetDay } from '../../../shared/rules/working-days.ts'
import { hearingHints, hearingQuestions as questions, kindWords } from '../../../shared/wording/hearings.ts'
import { showWhen } from '../../../shared/wording/when.ts'
import { useCommand } from '../../lib/api.ts'
import { useUserNames } from '../../lib/user-names.ts'
import { Banner } from '../../ui/Banner.tsx'
import { CheckField } from '../../ui/CheckField.tsx'
import { DetailPane } from '../../ui/DetailPane.tsx'
import { DraftForm, forget } from '../../ui/DraftForm.tsx'
import { FormSection } from '../../ui/Form.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { toast } from '../../ui/toast.ts'
import { WhenField } from '../../ui/WhenField.tsx'
import { ClashBanner } from './ClashBanner.tsx'
import { hearingPrecisions, kindOptions, typedDay } from './HearingFields.tsx'
import type { HearingsPlace } from './hearings-place.ts'
import { OutcomeFields } from './OutcomeFields.tsx'
import { blankNext, toOutcomeInput, useOutcomeForm, type OutcomeForm } from './outcome-form.ts'
import { TaskChoice } from './TaskChoice.tsx'

/** How a hearing ended, and in the same go the next date, or that there is none. */
export function RecordOutcome({ hearing, place }: { hearing: Hearing; place: HearingsPlace }) {
  const record = useCommand('hearings.recordOutcome')
  const form = useOutcomeForm(hearing)
  const [theirs, setTheirs] = useState<Hearing | null>(null)
  const nameOf = useUserNames()
  const save = form.onSubmit(answers =>
    record.mutate(toOutcomeInput(hearing, answers), {
      onSuccess: answer => {
        if (answer.outcome === 'saved')
          return void forget(form).then(() => {
            toast(answer.next ? 'Outcome and next hearing recorded' : 'Outcome recorded')
            place.select((answer.next ?? answer.record).id)
          })
        setTheirs(answer.current)
        form.setFieldValue('revision', answer.current.revision)
      },
    }),
  )
  const { outcome, next } = form.getValues()
  const inputOf = (name: keyof HearingOutcome) => {
    const input = form.getInputProps(`outcome.${name}`)
    if (name !== 'conclusion') return input
    const onChange = (value: string | null) => {
      form.setFieldValue('outcome.conclusion', value)
      form.setFieldValue('next', value === 'next-date' ? (next ?? blankNext(hearing)) : null)
    }
    return { ...input, onChange }
  }
  return (
    <DetailPane
      title="Record the outcome"
      subtitle={`${kindWords(hearing.kind)}, ${showWhen(hearing.when)}`}
      onClose={place.close}
    >
      <DraftForm
        form={form}
        label="Record the outcome"
        busy={record.isPending}
        error={record.error}
        onSubmit={save}
        onClose={place.close}
        submitLabel="Save outcome"
      >
        {theirs && (
          <Banner
            tone="warning"
            title={`${nameOf(theirs.updatedBy)} changed this hearing while you were writing`}
            announced
          >
            {theirs.outcome === null
              ? 'What you wrote is kept: check their changes, then save again.'
              : 'They recorded an outcome as well. What you wrote is kept here; close this and edit the hearing to add to theirs.'}
          </Banner>
        )}
        <OutcomeFields inputOf={inputOf} conclusion={outcome.conclusion} fixed={false} />
        {next !== null && <NextHearing form={form} hearing={hearing} />}
        <Afterwards form={form} hearing={hearing} />
      </DraftForm>
    </DetailPane>
  )
}

type PartProps = { form: OutcomeForm; hearing: Hearing }

function NextHearing({ form, hearing }: PartProps) {
  const { next } = form.getValues()
  if (next === null) return null
  return (
    <>
      <FormSection title="The next hearing" hint={hearingHints.carriedOver}>
        <WhenField
          label={questions.when}
          hint={hearingHints.when}
          precisions={hearingPrecisions}
          {...form.getInputProps('next.when')}
        />
        <ClashBanner caseId={hearing.caseId} day={typedDay(next.when)} exceptId={null} />
        <SelectField label={questions.kind} options={kindOptions} width="full" {...form.getInputProps('next.kind')} />
        <TextField label={questions.court} maxLength={160} {...form.getInputProps('next.court')} />
      </FormSection>
      <TaskChoice
        kind={next.kind}
        day={typedDay(next.when)}
        skip={next.skipTasks}
        onSkip={skip => form.setFieldValue('next.skipTasks', skip)}
      />
    </>
  )
}

/** What follows from the outcome: the clock of a plea, and preparation that is no longer needed. */
function Afterwards({ form, hearing }: PartProps) {
  const { from, zone } = hearing.when
  const day = from === null ? null : dayOf(from, zone)
  const clock = day && measureClock(hearing.kind, day)
  const last = clock && offsetDay(day, clock.offset)
  return (
    <FormSection title="Tasks">
      {clock && (
        <CheckField
          label="A not-guilty plea was entered: remind me of the last day to apply for special measures"
          hint={`${last?.known === true ? `${showDay(last.day)}. ` : ''}${clock.source}.`}
          {...form.getInputProps('plea')}
        />
      )}
      <CheckField
        label="Preparation for this hearing that is still open is no longer needed"
        {...form.getInputProps('clearTasks')}
      />
    </FormSection>
  )
}
