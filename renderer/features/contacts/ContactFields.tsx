import { longestAccount } from '../../../shared/features/contacts.ts'
import {
  contactChannelWords,
  contactDirectionWords,
  contactHints as hints,
  contactQuestions as questions,
  entryHints,
  entryWords,
  outcomeWords,
  safelyWords,
  withWhomWords,
} from '../../../shared/wording/contacts.ts'
import { ChoiceField } from '../../ui/ChoiceField.tsx'
import { useDraftForm } from '../../ui/draft-form.ts'
import { FormSection } from '../../ui/Form.tsx'
import { optionList } from '../../ui/options.ts'
import { TextField } from '../../ui/TextField.tsx'
import { WhenField } from '../../ui/WhenField.tsx'
import { askedOf, ContactAnswers, type TypedAnswers } from './contact-answers.ts'

/** The form of an entry: new or edited, the questions are the same. */
export const useContactForm = (draftKey: string, start: TypedAnswers) => useDraftForm(ContactAnswers, draftKey, start)
type FormProps = { form: ReturnType<typeof useContactForm> }

const entries = optionList(entryWords).map(option => ({ ...option, hint: entryHints[option.value] }))

/** What it is comes first; only the questions that fit follow. */
export function ContactFields({ form }: FormProps) {
  const { entry } = form.getValues()
  return (
    <>
      <ChoiceField label={questions.entry} options={entries} autoFocus {...form.getInputProps('entry')} />
      {entry !== null && (
        <>
          <WhenField label={questions.when} {...form.getInputProps('when')} />
          <Exchange form={form} />
          <Accounts form={form} needed={entry !== 'attempt'} />
        </>
      )}
    </>
  )
}

function Exchange({ form }: FormProps) {
  const asked = askedOf(form.getValues())
  const props = form.getInputProps
  return (
    <>
      {asked.channel && (
        <ChoiceField label={questions.channel} options={contactChannelWords} look="segmented" {...props('channel')} />
      )}
      {asked.direction && !asked.outcome && (
        <ChoiceField label={questions.direction} options={contactDirectionWords} {...props('direction')} />
      )}
      {asked.withWhom && (
        <ChoiceField label={questions.withWhom} options={withWhomWords} look="segmented" {...props('withWhom')} />
      )}
      {asked.withName && (
        <TextField label={questions.withName} hint={hints.withName} optional maxLength={120} {...props('withName')} />
      )}
      {asked.outcome && <ChoiceField label={questions.outcome} options={outcomeWords} {...props('outcome')} />}
      {asked.safely && (
        <ChoiceField label={questions.safely} hint={hints.safely} options={safelyWords} {...props('safely')} />
      )}
      {asked.safelyNote && (
        <TextField
          label={questions.safelyNote}
          hint={hints.safelyNote}
          lines={3}
          maxLength={2_000}
          {...props('safelyNote')}
        />
      )}
      {asked.minutes && (
        <TextField label={questions.minutes} optional type="number" width="short" {...props('minutes')} />
      )}
    </>
  )
}

function Accounts({ form, needed }: FormProps & { needed: boolean }) {
  return (
    <FormSection
      title={needed ? 'What happened: write in at least one' : 'What happened, if there is anything to tell'}
    >
      {(['clientSaid', 'observed', 'othersSaid', 'opinion'] as const).map(field => (
        <TextField
          key={field}
          label={questions[field]}
          hint={hints[field]}
          lines={3}
          optional
          maxLength={longestAccount}
          {...form.getInputProps(field)}
        />
      ))}
    </FormSection>
  )
}
