import './answers.css'
import { useState } from 'react'
import type { Known, Missing } from '../../shared/kernel/known.ts'
import { Question, type FieldProps } from './Field.tsx'
import { SuggestInput } from './SuggestInput.tsx'

type KnownFieldProps = Omit<FieldProps<Known<string>>, 'optional'> & {
  lines?: number | undefined
  width?: 'short' | 'medium' | 'full' | undefined
  type?: 'text' | 'tel' | undefined
  /** Names to choose from while typing. Anything else may be written as well. */
  suggestions?: readonly string[] | undefined
}

const reasons: Record<Missing, string> = { unknown: 'Not known', 'not-asked': 'Not asked', declined: 'Declined to say' }
/** How a missing answer reads on screen. */
export const missingWords = (missing: Missing): string => reasons[missing]

/** An answer, or the reason why there is none. What was typed comes back when the reason is taken away again. */
export function KnownField(props: KnownFieldProps) {
  const {
    value = { value: null, missing: null },
    onChange,
    lines = 1,
    width = lines > 1 ? 'full' : 'medium',
    type = 'text',
  } = props
  const [typed, setTyped] = useState(value.value ?? '')
  const shown = value.missing === null ? (value.value ?? '') : ''
  const write = (text: string) => {
    setTyped(text)
    onChange?.({ value: text === '' ? null : text, missing: null })
  }
  const choose = (missing: Missing) =>
    onChange?.(
      value.missing === missing ? { value: typed === '' ? null : typed, missing: null } : { value: null, missing },
    )
  return (
    <Question {...props} group>
      {ids => {
        const shared = {
          id: ids.control,
          value: shown,
          'aria-labelledby': ids.label,
          'aria-describedby': ids.describedBy,
          'aria-invalid': ids.invalid,
          'data-width': width,
          disabled: props.disabled,
          autoFocus: props.autoFocus,
          'data-autofocus': props.autoFocus,
          placeholder: value.missing === null ? undefined : reasons[value.missing],
          onBlur: props.onBlur,
          autoComplete: 'off',
        }
        return (
          <div className="wm-known" data-lines={lines > 1 || undefined}>
            {lines > 1 ? (
              <textarea
                {...shared}
                className="wm-input wm-textarea"
                onChange={event => write(event.currentTarget.value)}
              />
            ) : props.suggestions ? (
              <SuggestInput {...shared} suggestions={props.suggestions} onText={write} />
            ) : (
              <input
                {...shared}
                inputMode={type}
                className="wm-input"
                onChange={event => write(event.currentTarget.value)}
              />
            )}
            <div role="group" aria-label={`${props.label}: no answer because`} className="wm-known-reasons">
              {Object.entries(reasons).map(([missing, words]) => (
                <button
                  key={missing}
                  type="button"
                  className="wm-reason"
                  disabled={props.disabled}
                  aria-pressed={value.missing === missing}
                  onClick={() => choose(missing as Missing)} // a key of `reasons`
                >
                  {words}
                </button>
              ))}
            </div>
          </div>
        )
      }}
    </Question>
  )
}
