import { measureLabel, specialMeasures } from '../../../shared/rules/special-measures.ts'
import { measureStateWords } from '../../../shared/wording/hearings.ts'
import { ChoiceField } from '../../ui/ChoiceField.tsx'
import { DayField } from '../../ui/DayField.tsx'
import { FieldRow, FormSection } from '../../ui/Form.tsx'
import { RowGroup } from '../../ui/RowGroup.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import type { HearingForm } from './hearing-form.ts'

const groupWords = { measure: 'Special measures', practical: 'Practical asks' } as const

/** Special measures and practical asks, one by one as they come up, each with where it stands. */
export function MeasureFields({ form }: { form: HearingForm }) {
  const { specialMeasures: rows } = form.getValues()
  const taken = new Set(rows.map(({ id }) => id))
  const left = specialMeasures.filter(({ id }) => !taken.has(id))
  const add = (id: string | null) => {
    if (id === null) return
    form.insertListItem('specialMeasures', { id, state: 'wanted', requestedOn: null, decidedOn: null, note: null })
  }
  return (
    <FormSection
      title="Special measures and practical asks"
      hint="In a criminal court, apply in writing within 20 business days (magistrates) or 10 (Crown Court) of a not-guilty plea."
    >
      {rows.map(({ id, state }, index) => (
        <RowGroup key={id} title={measureLabel(id)} onRemove={() => form.removeListItem('specialMeasures', index)}>
          <ChoiceField
            label="Where it stands"
            options={measureStateWords}
            {...form.getInputProps(`specialMeasures.${String(index)}.state`)}
          />
          {state !== 'wanted' && state !== 'not-needed' && (
            <FieldRow>
              <DayField
                label="Asked for on"
                optional
                {...form.getInputProps(`specialMeasures.${String(index)}.requestedOn`)}
              />
              <DayField
                label="Decided on"
                optional
                {...form.getInputProps(`specialMeasures.${String(index)}.decidedOn`)}
              />
            </FieldRow>
          )}
          <TextField label="Note" optional {...form.getInputProps(`specialMeasures.${String(index)}.note`)} />
        </RowGroup>
      ))}
      {left.length > 0 && (
        <SelectField
          label="Add one"
          emptyLabel={rows.length === 0 ? 'None yet: choose one' : 'Choose another'}
          searchable={false}
          options={left.map(({ id, label, group }) => ({ value: id, label, group: groupWords[group] }))}
          value={null}
          onChange={add}
        />
      )}
    </FormSection>
  )
}
