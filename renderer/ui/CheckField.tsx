import { hasContent, type FieldProps } from './Field.tsx'
import { Icon } from './Icon.tsx'
import './fields.css'
import { useId } from 'react'

type CheckFieldProps = Omit<FieldProps<boolean>, 'optional'> & { checked?: boolean | undefined }

/** Yes or no to one sentence. */
export function CheckField({
  label,
  hint,
  error,
  disabled,
  onChange,
  onBlur,
  value,
  checked,
  ...rest
}: CheckFieldProps) {
  const id = useId()
  const failed = hasContent(error)
  const described = [hasContent(hint) && `${id}-hint`, failed && `${id}-error`].filter(part => part !== false).join(' ')
  return (
    <div className="wm-question" data-path={rest['data-path']} data-question={label} data-invalid={failed || undefined}>
      {failed && (
        <p id={`${id}-error`} className="wm-field-error">
          <Icon name="warning" />
          <span>
            <span className="wm-hidden">Error: </span>
            {error}
          </span>
        </p>
      )}
      <label className="wm-choice">
        <input
          type="checkbox"
          checked={checked ?? value ?? false}
          disabled={disabled}
          autoFocus={rest.autoFocus}
          data-autofocus={rest.autoFocus}
          aria-describedby={described || undefined}
          aria-invalid={failed || undefined}
          onChange={event => onChange?.(event.currentTarget.checked)}
          onBlur={onBlur}
        />
        <span className="wm-choice-words">
          {label}
          {hasContent(hint) && (
            <span id={`${id}-hint`} className="wm-choice-hint">
              {hint}
            </span>
          )}
        </span>
      </label>
    </div>
  )
}
