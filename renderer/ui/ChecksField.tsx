import { Question, type FieldProps } from './Field.tsx'
import { optionList, type Options } from './options.ts'

type ChecksFieldProps = FieldProps<readonly string[], string[]> & {
  options: Options
  columns?: boolean | undefined
  segmented?: boolean | undefined
}

/** Any of several; short ones side by side with `segmented`. */
export function ChecksField(props: ChecksFieldProps) {
  const { value = [], onChange, disabled, columns = false, segmented = false } = props
  const options = optionList(props.options)
  const toggle = (chosen: string, on: boolean) =>
    onChange?.(options.map(option => option.value).filter(each => (each === chosen ? on : value.includes(each))))
  return (
    <Question {...props} group>
      {() => (
        <div className={segmented ? 'wm-segments' : 'wm-radios'} data-columns={columns || undefined}>
          {options.map(option => (
            <label key={option.value} className="wm-choice">
              <input
                type="checkbox"
                checked={value.includes(option.value)}
                disabled={disabled}
                onChange={event => toggle(option.value, event.currentTarget.checked)}
              />
              <span className="wm-choice-words">
                {option.label}
                {option.hint !== undefined && <span className="wm-choice-hint">{option.hint}</span>}
              </span>
            </label>
          ))}
        </div>
      )}
    </Question>
  )
}
