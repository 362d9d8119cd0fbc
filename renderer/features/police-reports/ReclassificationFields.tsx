import { mostReclassifications } from '../../../shared/features/police-reports.ts'
import {
  policeReportHints as hints,
  policeReportQuestions as questions,
} from '../../../shared/wording/police-reports.ts'
import { Button } from '../../ui/Button.tsx'
import { DayField } from '../../ui/DayField.tsx'
import { Question } from '../../ui/Field.tsx'
import { FieldRow } from '../../ui/Form.tsx'
import { Row, Stack } from '../../ui/Layout.tsx'
import { Text } from '../../ui/Text.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { blankReclassification } from './police-report-answers.ts'
import type { ReportForm } from './police-report-form.ts'

/** Each time police changed what they call it: the day, what it was, what it is now, and why. */
export function ReclassificationFields({ form }: { form: ReportForm }) {
  const { reclassifications } = form.values
  const add = () => form.insertListItem('reclassifications', { ...blankReclassification })
  return (
    <Question
      label={questions.reclassifications}
      hint={hints.reclassifications}
      optional
      group
      error={form.errors['reclassifications']}
      data-path="reclassifications"
    >
      {() => (
        <Stack gap={4} align="stretch">
          {reclassifications.map((_, index) => (
            // By place, since a change has no id: what is typed belongs to its place.
            <OneChange key={index} form={form} index={index} of={reclassifications.length} />
          ))}
          <Row>
            <Button size="small" icon="add" disabled={reclassifications.length >= mostReclassifications} onClick={add}>
              Add a change
            </Button>
          </Row>
        </Stack>
      )}
    </Question>
  )
}

function OneChange({ form, index, of }: { form: ReportForm; index: number; of: number }) {
  const at = `reclassifications.${String(index)}` as const
  const place = `change ${String(index + 1)} of ${String(of)}`
  return (
    <div role="group" aria-label={place}>
      <Stack gap={3}>
        <Row justify="between">
          <Text strong>{`Change ${String(index + 1)}`}</Text>
          <Button
            kind="quiet"
            size="small"
            icon="close"
            onClick={() => form.removeListItem('reclassifications', index)}
          >
            Take out<span className="wm-hidden">: {place}</span>
          </Button>
        </Row>
        <DayField label="Changed on" {...form.getInputProps(`${at}.on`)} />
        <FieldRow>
          <TextField label="It was" maxLength={200} {...form.getInputProps(`${at}.from`)} />
          <TextField label="It became" maxLength={200} {...form.getInputProps(`${at}.to`)} />
        </FieldRow>
        <TextField label="Why, as police put it" optional maxLength={1_000} {...form.getInputProps(`${at}.reason`)} />
      </Stack>
    </div>
  )
}
