import { parseTime } from '../../shared/kernel/uk-dates.ts'
import { Understood } from './DayField.tsx'
import { Question, type FieldProps } from './Field.tsx'

/** What a typed time was understood as. Nothing while it already reads as it will be shown. */
export function understoodTime(text: string): { known: boolean; words: string } | null {
  if (text.trim() === '') return null
  const time = parseTime(text)
  if (time === null) return { known: false, words: 'Not a time yet. Type it like 09:30 or 2.15pm' }
  return time === text.trim() ? null : { known: true, words: time }
}

/** A time of day, typed: 9.30, 0930, 2.15pm, noon. Shown in 24 hours. */
export function TimeField(props: FieldProps<string | null>) {
  const { value, onChange, optional = false } = props
  const text = value ?? ''
  const understood = understoodTime(text)
  return (
    <Question {...props} note={<Understood words={understood?.words} unsure={understood?.known === false} />}>
      {ids => (
        <input
          id={ids.control}
          className="wm-input"
          data-width="short"
          value={text}
          disabled={props.disabled}
          autoFocus={props.autoFocus}
          data-autofocus={props.autoFocus}
          autoComplete="off"
          spellCheck={false}
          aria-describedby={ids.describedBy}
          aria-invalid={ids.invalid}
          onChange={event =>
            onChange?.(optional && event.currentTarget.value === '' ? null : event.currentTarget.value)
          }
          onBlur={props.onBlur}
        />
      )}
    </Question>
  )
}
