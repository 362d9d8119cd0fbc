import type { EventSummary } from '../../shared/features/events.ts'
import { EventId } from '../../shared/kernel/ids.ts'
import { eventKindWords } from '../../shared/wording/events.ts'
import { showWhen } from '../../shared/wording/when.ts'
import { Question, type FieldProps } from './Field.tsx'
import { IconButton } from './IconButton.tsx'
import { RecordLines } from './LinkedRecords.tsx'
import { SelectField } from './SelectField.tsx'

type LinkedRecordsFieldProps = Omit<FieldProps<readonly string[], string[]>, 'onBlur' | 'onFocus'> & {
  /** What can be linked: records of the case, of the kinds that make sense here. */
  options: readonly EventSummary[]
  /** Records that are linked already and may no longer be among the options. */
  linked?: readonly EventSummary[] | undefined
}

/** Other records of the case that belong to this one: found by typing, taken out with a button. */
export function LinkedRecordsField({ value = [], onChange, options, linked = [], ...props }: LinkedRecordsFieldProps) {
  const known = new Map([...linked, ...options].map(record => [record.id, record]))
  const chosen = value.flatMap(id => known.get(EventId.parse(id)) ?? [])
  const free = options.filter(({ id }) => !value.includes(id))
  return (
    <Question {...props} group>
      {() => (
        <>
          {chosen.length > 0 && (
            <RecordLines
              label={props.label}
              records={chosen}
              action={({ id, title }) => (
                <IconButton
                  icon="close"
                  size="small"
                  label={`Take out: ${title}`}
                  onClick={() => onChange?.(value.filter(one => one !== id))}
                />
              )}
            />
          )}
          <SelectField
            label={chosen.length === 0 ? 'Link a record' : 'Link another record'}
            options={free.map(({ id, kind, title, when }) => ({
              value: id,
              label: `${title}, ${showWhen(when)}`,
              group: eventKindWords[kind],
            }))}
            searchable
            width="full"
            disabled={props.disabled === true || free.length === 0}
            emptyLabel={free.length === 0 ? 'No other record in this case' : 'Type to find'}
            value={null}
            onChange={id => id !== null && onChange?.([...value, id])}
          />
        </>
      )}
    </Question>
  )
}
