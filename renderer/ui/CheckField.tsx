import { useId, type ReactNode } from 'react'
import type { FieldProps } from './Field.tsx'

type CheckProps = Pick<FieldProps<boolean>, 'label' | 'value' | 'onChange' | 'disabled' | 'data-path'> & {
  hint?: ReactNode
}

/** One thing that is so or not. */
export function CheckField({ label, hint, value = false, onChange, disabled, 'data-path': path }: CheckProps) {
  const id = useId()
  return (
    <div className="wm-question" data-path={path} data-question={label}>
      <label className="wm-choice">
        <input
          type="checkbox"
          checked={value}
          disabled={disabled}
          aria-describedby={hint === undefined ? undefined : id}
          onChange={event => onChange?.(event.currentTarget.checked)}
        />
        <span className="wm-choice-words">
          {label}
          {hint !== undefined && (
            <span id={id} className="wm-choice-hint">
              {hint}
            </span>
          )}
        </span>
      </label>
    </div>
  )
}
