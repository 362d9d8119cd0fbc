import type { HearingOutcome } from '../../../shared/features/hearings.ts'
import {
  conclusionWords,
  hearingHints as hints,
  outcomeQuestions as questions,
} from '../../../shared/wording/hearings.ts'
import { ChoiceField } from '../../ui/ChoiceField.tsx'
import { DayField } from '../../ui/DayField.tsx'
import type { HearingForm } from './hearing-form.ts'
import { TextField } from '../../ui/TextField.tsx'

type OutcomeProps = {
  inputOf: (name: keyof HearingOutcome) => ReturnType<HearingForm['getInputProps']>
  conclusion: string | null
  /** The next hearing is recorded, so its being there is no question any more. */
  fixed: boolean
}

/** How a hearing ended and who was told: the same when it is recorded and when it is corrected. */
export function OutcomeFields({ inputOf, conclusion, fixed }: OutcomeProps) {
  return (
    <>
      <TextField label={questions.result} lines={3} maxLength={5_000} {...inputOf('result')} />
      <TextField
        label={questions.conditions}
        hint={hints.conditions}
        lines={3}
        optional
        maxLength={5_000}
        {...inputOf('conditions')}
      />
      <DayField label={questions.clientToldOn} optional {...inputOf('clientToldOn')} />
      <TextField label={questions.toldHow} hint={hints.toldHow} optional maxLength={300} {...inputOf('toldHow')} />
      {!fixed && <ChoiceField label={questions.conclusion} options={conclusionWords} {...inputOf('conclusion')} />}
      {conclusion === 'awaiting-date' && !fixed && (
        <TextField label={questions.awaitingReason} maxLength={500} {...inputOf('awaitingReason')} />
      )}
    </>
  )
}
