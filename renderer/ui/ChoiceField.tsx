import { Question, type FieldProps } from './Field.tsx'
import { optionList, type Option, type Options } from './options.ts'

type ChoiceFieldProps = FieldProps<string | null> & {
  options: Options
  /** Segments for a few short answers, else one under the other. Chosen by itself unless said. */
  look?: 'segmented' | 'radio' | undefined
}

/** One of a few. Optional choices can be taken back with the button that appears. */
export function ChoiceField(props: ChoiceFieldProps) {
  const { value = null, onChange, optional = false, disabled, onBlur, autoFocus = false } = props
  const options = optionList(props.options)
  const look = props.look ?? (fitsSegments(options) ? 'segmented' : 'radio')
  return (
    <Question {...props} group>
      {ids => (
        <div className={look === 'segmented' ? 'wm-segments' : 'wm-radios'}>
          {options.map((option, index) => (
            <label key={option.value} className="wm-choice">
              <input
                type="radio"
                name={ids.control}
                value={option.value}
                checked={value === option.value}
                disabled={disabled}
                autoFocus={autoFocus && (value === null ? index === 0 : value === option.value)}
                aria-invalid={ids.invalid}
                onChange={() => onChange?.(option.value)}
                onBlur={onBlur}
              />
              <span className="wm-choice-words">
                {option.label}
                {option.hint !== undefined && <span className="wm-choice-hint">{option.hint}</span>}
              </span>
            </label>
          ))}
          {optional && value !== null && (
            <button type="button" className="wm-clear" onClick={() => onChange?.(null)}>
              Clear
            </button>
          )}
        </div>
      )}
    </Question>
  )
}

function fitsSegments(options: readonly Option[]): boolean {
  const letters = options.reduce((sum, option) => sum + option.label.length, 0)
  return options.length <= 5 && letters <= 56 && options.every(option => option.hint === undefined)
}
