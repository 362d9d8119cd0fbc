import type { HTMLInputTypeAttribute, Ref } from 'react'
import { Question, type FieldProps } from './Field.tsx'

export type TextFieldProps = FieldProps<string | null> & {
  /** More than one makes it a box that grows with the text. */
  lines?: number | undefined
  /** Counts down near the limit. Never cuts: the form says what is too long. */
  maxLength?: number | undefined
  width?: 'short' | 'medium' | 'full' | undefined
  type?: 'text' | 'tel' | 'email' | 'number' | undefined
  note?: string | undefined
  placeholder?: string | undefined
  spellCheck?: boolean | undefined
  ref?: Ref<HTMLInputElement | HTMLTextAreaElement> | undefined
}

/** Words typed freely. Where it is optional, empty is `null`. */
export function TextField(props: TextFieldProps) {
  const {
    lines = 1,
    maxLength,
    width = lines > 1 ? 'full' : 'medium',
    type = 'text',
    note,
    value,
    onChange,
    optional = false,
  } = props
  const text = value ?? ''
  const left = maxLength === undefined ? null : maxLength - text.length
  const near = maxLength !== undefined && left !== null && left <= Math.max(20, maxLength * 0.1)
  const change = (next: string) => onChange?.(optional && next === '' ? null : next)
  const counter = near ? leftWords(left) : null
  return (
    <Question {...props} note={counter ?? note}>
      {ids => {
        const shared = {
          id: ids.control,
          value: text,
          'aria-describedby': ids.describedBy,
          'aria-invalid': ids.invalid,
          'data-width': width,
          disabled: props.disabled,
          autoFocus: props.autoFocus,
          'data-autofocus': props.autoFocus,
          placeholder: props.placeholder,
          onBlur: props.onBlur,
          onFocus: props.onFocus,
          autoComplete: 'off',
          spellCheck: props.spellCheck ?? (lines > 1 || undefined),
        }
        if (lines > 1) {
          return (
            <textarea
              {...shared}
              ref={props.ref as Ref<HTMLTextAreaElement>} // `lines` decides which of the two it is
              className="wm-input wm-textarea"
              style={{ minHeight: `calc(${String(lines)} * 1.5em + 16px)` }}
              onChange={event => change(event.currentTarget.value)}
            />
          )
        }
        return (
          <input
            {...shared}
            {...inputKind[type]}
            ref={props.ref as Ref<HTMLInputElement>} // as above
            className="wm-input"
            onChange={event => change(event.currentTarget.value)}
          />
        )
      }}
    </Question>
  )
}

type Mode = { type: HTMLInputTypeAttribute; inputMode?: 'tel' | 'email' | 'numeric' }
const inputKind: Record<NonNullable<TextFieldProps['type']>, Mode> = {
  text: { type: 'text' },
  tel: { type: 'text', inputMode: 'tel' },
  email: { type: 'text', inputMode: 'email' },
  number: { type: 'text', inputMode: 'numeric' }, // a real number input eats what it can't read, and scrolls
}

function leftWords(left: number): string {
  const count = Math.abs(left)
  const noun = count === 1 ? 'character' : 'characters'
  return left >= 0 ? `${String(count)} ${noun} left` : `${String(count)} ${noun} too many`
}
