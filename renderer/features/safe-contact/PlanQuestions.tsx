import type { Person } from '../../../shared/features/people.ts'
import { agreementWords, planHints as hints, planQuestions as questions } from '../../../shared/wording/safe-contact.ts'
import { ChoiceField } from '../../ui/ChoiceField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { HoursField } from './HoursField.tsx'
import type { PlanFormValues } from './plan-form.ts'

/** Every question of a safe-contact plan. What is left open counts as no. */
export function PlanQuestions({ form, person }: { form: PlanFormValues; person: Person }) {
  const agreed = (name: 'voicemail' | 'text' | 'email' | 'emailWatched' | 'post' | 'withheldNumber') => (
    <ChoiceField label={questions[name]} options={agreementWords} {...form.getInputProps(name)} />
  )
  const words = (name: keyof typeof longest, lines = 1) => (
    <TextField
      label={questions[name]}
      hint={hints[name]}
      optional
      lines={lines}
      maxLength={longest[name]}
      {...form.getInputProps(name)}
    />
  )
  return (
    <>
      <HoursField form={form} person={person} />
      {words('askFor')}
      {words('codeWord')}
      {words('whoMayAnswer', 2)}
      {agreed('voicemail')}
      {form.values.voicemail === 'yes' && words('voicemailScript', 2)}
      {agreed('text')}
      {agreed('email')}
      {form.values.email === 'yes' && agreed('emailWatched')}
      {agreed('post')}
      {agreed('withheldNumber')}
      {words('interpreter')}
      {words('sharedDevices', 2)}
      {words('otherContact', 2)}
      {words('doctor')}
      {words('note', 3)}
      <TextField
        label={questions.confirmEveryDays}
        hint="After that the plan counts for nothing until you have gone through it again."
        type="number"
        width="short"
        {...form.getInputProps('confirmEveryDays')}
      />
    </>
  )
}

const longest = {
  ...{ askFor: 120, codeWord: 120, whoMayAnswer: 500, voicemailScript: 500, interpreter: 300 },
  ...{ sharedDevices: 500, otherContact: 500, doctor: 300, note: 2_000 },
} as const
