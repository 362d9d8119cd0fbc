import { useState } from 'react'
import type { RiskAssessment } from '../../../shared/features/risk-assessments.ts'
import type { CaseId, EventId } from '../../../shared/kernel/ids.ts'
import { scoreOf, type Instrument, type ItemId } from '../../../shared/rules/instruments.ts'
import {
  bandLine,
  judgementWords,
  maracWords,
  notAPrediction,
  riskHints as hints,
  riskQuestions as questions,
  runningCount,
} from '../../../shared/wording/risk-assessments.ts'
import { useCall } from '../../lib/api.ts'
import { Banner } from '../../ui/Banner.tsx'
import { ChoiceField } from '../../ui/ChoiceField.tsx'
import { DayField } from '../../ui/DayField.tsx'
import { useDraftForm } from '../../ui/draft-form.ts'
import { FormSection } from '../../ui/Form.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { WhenField } from '../../ui/WhenField.tsx'
import { RiskItems } from './RiskItems.tsx'
import { riskAnswersOf, type TypedAssessment } from './risk-answers.ts'

/** The form of an assessment: new or edited, by the form that is asked. */
export function useRiskForm(pack: Instrument, draftKey: string, start: TypedAssessment) {
  const [schema] = useState(() => riskAnswersOf(pack))
  return useDraftForm(schema, draftKey, start)
}
export type RiskForm = ReturnType<typeof useRiskForm>

type FieldsProps = { form: RiskForm; pack: Instrument; caseId: CaseId; beforeId: EventId | null }

/** Every question of an assessment: the topics first, then what the advocate makes of them. */
export function RiskFields({ form, pack, caseId, beforeId }: FieldsProps) {
  const earlier = useCall('riskAssessments.earlier', { caseId, instrumentId: pack.id, beforeId }).data?.found ?? null
  return (
    <>
      <WhenField label={questions.when} autoFocus {...form.getInputProps('when')} />
      {pack.items.length > 0 && <Topics form={form} pack={pack} earlier={earlier} />}
      <FormSection title="What you make of it">
        <ChoiceField
          label={questions.judgement}
          hint={hints.judgement}
          options={judgementWords}
          look="segmented"
          {...form.getInputProps('judgement')}
        />
        <TextField
          label={questions.reason}
          hint={hints.reason}
          lines={3}
          optional
          maxLength={5_000}
          {...form.getInputProps('reason')}
        />
        {(['clientView', 'escalation'] as const).map(name => (
          <TextField
            key={name}
            label={questions[name]}
            hint={hints[name]}
            lines={2}
            optional
            maxLength={5_000}
            {...form.getInputProps(name)}
          />
        ))}
      </FormSection>
      <FormSection title="What comes next">
        <DayField label={questions.nextReview} hint={reviewHint(pack)} optional {...form.getInputProps('nextReview')} />
        <ChoiceField
          label={questions.marac}
          options={{ ...maracWords, 'not-said': 'Leave open' }}
          {...form.getInputProps('marac')}
        />
        <TextField label={questions.note} lines={2} optional maxLength={5_000} {...form.getInputProps('note')} />
      </FormSection>
    </>
  )
}

const reviewHint = ({ reviewAfterDays }: Instrument): string =>
  reviewAfterDays === null
    ? 'This form sets no day. Any incident makes a review due at once.'
    : `Leave empty for ${String(reviewAfterDays)} days from the assessment. Any incident makes a review due at once.`

type TopicsProps = Pick<FieldsProps, 'form' | 'pack'> & { earlier: RiskAssessment | null }
function Topics({ form, pack, earlier }: TopicsProps) {
  const { answers } = form.getValues()
  const given = pack.items.map(({ id }) => ({ item: id, answer: answers[id]?.answer ?? ('not-asked' as const) }))
  const score = scoreOf(pack, given)
  return (
    <FormSection title={pack.title}>
      <RiskItems
        pack={pack}
        answers={answers}
        earlier={earlier}
        onChange={(item: ItemId, answer) => form.setFieldValue(`answers.${item}`, answer)}
      />
      <Banner tone="info" title={<span role="status">{runningCount(score)}</span>}>
        {bandLine(score) !== null && <p>{bandLine(score)}.</p>}
        <p>{notAPrediction}</p>
      </Banner>
    </FormSection>
  )
}
