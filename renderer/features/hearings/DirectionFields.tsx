import { Button } from '../../ui/Button.tsx'
import { DayField } from '../../ui/DayField.tsx'
import { FieldRow, FormSection } from '../../ui/Form.tsx'
import { Row } from '../../ui/Layout.tsx'
import { RowGroup } from '../../ui/RowGroup.tsx'
import { TextField } from '../../ui/TextField.tsx'
import type { HearingForm } from './hearing-form.ts'

/** What the court told somebody to do, and by when. */
export function DirectionFields({ form }: { form: HearingForm }) {
  const { directions } = form.getValues()
  const path = (index: number, field: string) => `directions.${String(index)}.${field}`
  return (
    <FormSection title="Directions">
      {directions.map((_, index) => (
        <RowGroup
          key={index}
          title={`Direction ${String(index + 1)}`}
          onRemove={() => form.removeListItem('directions', index)}
        >
          <TextField label="What the court directed" lines={2} {...form.getInputProps(path(index, 'text'))} />
          <FieldRow>
            <TextField label="Who has to do it" optional {...form.getInputProps(path(index, 'who'))} />
            <DayField label="By" optional {...form.getInputProps(path(index, 'dueOn'))} />
          </FieldRow>
        </RowGroup>
      ))}
      <Row>
        <Button
          size="small"
          icon="add"
          onClick={() => form.insertListItem('directions', { text: '', dueOn: null, who: null })}
        >
          Add a direction
        </Button>
      </Row>
    </FormSection>
  )
}
