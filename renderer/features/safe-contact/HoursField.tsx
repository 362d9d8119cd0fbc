import type { Person } from '../../../shared/features/people.ts'
import { planQuestions, weekdayOptions } from '../../../shared/wording/safe-contact.ts'
import { useCall } from '../../lib/api.ts'
import { Button } from '../../ui/Button.tsx'
import { ChecksField } from '../../ui/ChecksField.tsx'
import { Row, Stack } from '../../ui/Layout.tsx'
import { Section } from '../../ui/Section.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { Muted } from '../../ui/Text.tsx'
import { TimeField } from '../../ui/TimeField.tsx'
import { numberName } from './number-names.ts'
import { blankHours } from './plan-answers.ts'
import type { PlanFormValues } from './plan-form.ts'

/** When which number may be used: a line for each. None: no number is ever shown without a reason. */
export function HoursField({ form, person }: { form: PlanFormValues; person: Person }) {
  const found = useCall('identifiers.listForCase', { caseId: person.caseId })
  const usable = (found.data?.rows ?? []).filter(
    row =>
      row.personId === person.id && row.withdrawnReason === null && (row.kind === 'phone' || row.kind === 'handle'),
  )
  const options = usable.map(row => ({ value: row.id, label: numberName(row) }))
  const add = (
    <Button
      size="small"
      icon="add"
      disabledReason={options.length === 0 ? 'Add a phone number or an account to this person first.' : undefined}
      onClick={() => form.insertListItem('windows', blankHours(options[0]?.value ?? null))}
    >
      Add hours
    </Button>
  )
  return (
    <Section
      title={planQuestions.windows}
      level={3}
      hint="On a London clock. Outside these hours a number is not shown without a reason."
      actions={add}
    >
      {form.values.windows.length === 0 && <Muted>No hours agreed: no calls.</Muted>}
      <Stack gap={5}>
        {form.values.windows.map((_hours, index) => (
          <Stack key={form.key(`windows.${String(index)}`)} gap={3}>
            <SelectField
              label="Number"
              options={options}
              searchable={false}
              {...form.getInputProps(`windows.${String(index)}.identifierId`)}
            />
            <ChecksField
              label="Days"
              options={weekdayOptions}
              segmented
              {...form.getInputProps(`windows.${String(index)}.days`)}
            />
            <Row gap={4} align="start">
              <TimeField label="From" {...form.getInputProps(`windows.${String(index)}.from`)} />
              <TimeField label="To" {...form.getInputProps(`windows.${String(index)}.to`)} />
            </Row>
            <div>
              <Button size="small" icon="close" onClick={() => form.removeListItem('windows', index)}>
                Remove these hours
              </Button>
            </div>
          </Stack>
        ))}
      </Stack>
    </Section>
  )
}
