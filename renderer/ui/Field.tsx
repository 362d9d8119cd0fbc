import './fields.css'
import { useId, type ReactNode } from 'react'
import { Icon } from './Icon.tsx'
import { VisuallyHidden } from './VisuallyHidden.tsx'

/** What every question takes. `onChange` gives the value; `data-path` comes from the form. */
export type FieldProps<Value, Change = Value> = {
  label: string
  hint?: ReactNode
  error?: ReactNode
  optional?: boolean | undefined
  disabled?: boolean | undefined
  value?: Value | undefined
  onChange?: ((value: Change) => void) | undefined
  onBlur?: (() => void) | undefined
  onFocus?: (() => void) | undefined
  autoFocus?: boolean | undefined
  'data-path'?: string | undefined
}

export type FieldIds = { control: string; label: string; describedBy: string | undefined; invalid: true | undefined }

type Parts = Pick<FieldProps<unknown>, 'label' | 'hint' | 'error' | 'optional' | 'data-path'>
type QuestionProps = Parts & {
  /** Under the answer: what was understood, how many characters are left. */
  note?: ReactNode
  /** Several controls under one label: a fieldset with a legend. */
  group?: boolean | undefined
  children: (ids: FieldIds) => ReactNode
}

/** One question: label, hint, the error beside it, the answer, a note. Every field is made of this. */
export function Question({
  label,
  hint,
  error,
  optional = false,
  note,
  group = false,
  children,
  'data-path': path,
}: QuestionProps) {
  const id = useId()
  const failed = hasContent(error)
  const described = [hasContent(hint) && `${id}-hint`, failed && `${id}-error`, hasContent(note) && `${id}-note`]
  const describedBy = described.filter(part => part !== false).join(' ') || undefined
  const ids: FieldIds = { control: `${id}-control`, label: `${id}-label`, describedBy, invalid: failed || undefined }
  const words = (
    <>
      {label}
      {optional && ' '}
      {optional && <span className="wm-optional">(optional)</span>}
    </>
  )
  const body = (
    <>
      {hasContent(hint) && (
        <div id={`${id}-hint`} className="wm-hint">
          {hint}
        </div>
      )}
      {failed && (
        <p id={`${id}-error`} className="wm-field-error">
          <Icon name="warning" />
          <span>
            <VisuallyHidden>Error: </VisuallyHidden>
            {error}
          </span>
        </p>
      )}
      {children(ids)}
      {hasContent(note) && (
        <div id={`${id}-note`} className="wm-note">
          {note}
        </div>
      )}
    </>
  )
  const marks = {
    className: 'wm-question',
    'data-path': path,
    'data-question': label,
    'data-invalid': failed || undefined,
  }
  if (!group) {
    return (
      <div {...marks}>
        <label id={ids.label} htmlFor={ids.control} className="wm-label">
          {words}
        </label>
        {body}
      </div>
    )
  }
  return (
    <fieldset {...marks} aria-describedby={describedBy} aria-invalid={failed || undefined}>
      <legend id={ids.label} className="wm-label">
        {words}
      </legend>
      {body}
    </fieldset>
  )
}

/** Whether there is anything to show: forms give `undefined`, screens give `null` or ''. */
export const hasContent = (node: ReactNode): boolean =>
  node !== undefined && node !== null && node !== false && node !== ''
