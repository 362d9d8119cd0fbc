import { policeForceNames } from '../../../shared/rules/police-forces.ts'
import {
  channelWords,
  directionWords,
  policeContactHints as hints,
  policeContactQuestions as questions,
} from '../../../shared/wording/police-contacts.ts'
import { ChoiceField } from '../../ui/ChoiceField.tsx'
import { DayField } from '../../ui/DayField.tsx'
import { useDraftForm } from '../../ui/draft-form.ts'
import { FieldRow, FormSection } from '../../ui/Form.tsx'
import { KnownField } from '../../ui/KnownField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { WhenField } from '../../ui/WhenField.tsx'
import { PoliceContactAnswers, type TypedAnswers } from './police-contact-answers.ts'

/** The form of a police contact: new or edited, the questions are the same. */
export const usePoliceContactForm = (draftKey: string, start: TypedAnswers) =>
  useDraftForm(PoliceContactAnswers, draftKey, start)
export type PoliceContactForm = ReturnType<typeof usePoliceContactForm>

/** Every question about a police contact, in the order in which one would tell it. */
export function PoliceContactFields({ form }: { form: PoliceContactForm }) {
  return (
    <>
      <WhenField label={questions.when} autoFocus {...form.getInputProps('when')} />
      <ChoiceField
        label={questions.channel}
        options={channelWords}
        look="segmented"
        {...form.getInputProps('channel')}
      />
      <ChoiceField label={questions.direction} options={directionWords} {...form.getInputProps('direction')} />
      <TextField
        label={questions.said}
        hint={hints.said}
        lines={6}
        maxLength={10_000}
        {...form.getInputProps('said')}
      />
      <FormSection title="Who and which reference">
        <KnownField
          label={questions.force}
          hint={hints.force}
          suggestions={policeForceNames}
          {...form.getInputProps('force')}
        />
        <KnownField label={questions.officer} hint={hints.officer} {...form.getInputProps('officer')} />
        <KnownField
          label={questions.collarNumber}
          hint={hints.collarNumber}
          width="short"
          {...form.getInputProps('collarNumber')}
        />
        <TextField
          label={questions.reference}
          hint={hints.reference}
          optional
          maxLength={60}
          {...form.getInputProps('reference')}
        />
      </FormSection>
      <FormSection title="What the police promised">
        <TextField
          label={questions.promised}
          hint={hints.promised}
          lines={2}
          optional
          maxLength={2_000}
          {...form.getInputProps('promised')}
        />
        <FieldRow>
          <DayField
            label={questions.promisedBy}
            hint={hints.promisedBy}
            optional
            {...form.getInputProps('promisedBy')}
          />
          <DayField
            label={questions.promiseKeptOn}
            hint={hints.promiseKeptOn}
            optional
            {...form.getInputProps('promiseKeptOn')}
          />
        </FieldRow>
      </FormSection>
    </>
  )
}
