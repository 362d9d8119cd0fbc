import './FilterChips.css'
import { useId } from 'react'
import { Icon } from './Icon.tsx'
import { optionList, type Options } from './options.ts'
import { VisuallyHidden } from './VisuallyHidden.tsx'

type ChipsProps<Value extends string> = {
  label: string
  options: Options<Value>
  value: Value
  onChange: (value: Value) => void
}

/** One of a few ways to narrow a list. The arrow keys move between them. */
export function FilterChips<Value extends string>({ label, options, value, onChange }: ChipsProps<Value>) {
  const name = useId()
  return (
    <fieldset className="wm-chips">
      <VisuallyHidden>
        <legend>{label}</legend>
      </VisuallyHidden>
      {optionList(options).map(option => (
        <label key={option.value} className="wm-chip" data-on={option.value === value || undefined}>
          <input type="radio" name={name} checked={option.value === value} onChange={() => onChange(option.value)} />
          {option.label}
        </label>
      ))}
    </fieldset>
  )
}

type ToggleProps = { label: string; on: boolean; onChange: (on: boolean) => void }

/** Something that is in the list or not. */
export function FilterToggle({ label, on, onChange }: ToggleProps) {
  return (
    <button type="button" className="wm-chip" data-on={on || undefined} aria-pressed={on} onClick={() => onChange(!on)}>
      {on && <Icon name="check" size={14} />}
      {label}
    </button>
  )
}

type ManyProps<Value extends string> = {
  label: string
  options: Options<Value>
  values: readonly Value[]
  onChange: (values: Value[]) => void
}

/** Any of several: none chosen means all. */
export function FilterToggles<Value extends string>({ label, options, values, onChange }: ManyProps<Value>) {
  const toggle = (value: Value, on: boolean) =>
    onChange(on ? [...values, value] : values.filter(other => other !== value))
  return (
    <div role="group" aria-label={label} className="wm-chips">
      {optionList(options).map(({ value, label: words }) => (
        <FilterToggle key={value} label={words} on={values.includes(value)} onChange={on => toggle(value, on)} />
      ))}
    </div>
  )
}
