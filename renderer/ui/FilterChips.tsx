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

type ToggleProps = {
  label: string
  on: boolean
  onChange: (on: boolean) => void
  /** How many there would be. */
  count?: number | undefined
}

/** Something that is in the list or not. */
export function FilterToggle({ label, on, onChange, count }: ToggleProps) {
  return (
    <button type="button" className="wm-chip" data-on={on || undefined} aria-pressed={on} onClick={() => onChange(!on)}>
      {on && <Icon name="check" size={14} />}
      {label}
      <ChipCount count={count} />
    </button>
  )
}

const ChipCount = ({ count }: { count: number | undefined }) =>
  count === undefined ? null : (
    <>
      {' ' /* or a screen reader runs the two together */}
      <span className="wm-chip-count" data-none={count === 0 || undefined}>
        {count.toLocaleString('en-GB')}
      </span>
    </>
  )

type SelectProps = {
  label: string
  /** What the choices narrow the list to; the one for `null` does not. */
  options: readonly { value: string | null; label: string; count?: number | undefined }[]
  value: string | null
  onChange: (value: string | null) => void
}

/** One of many ways to narrow a list, in the room of a chip: the system's own list of choices. */
export function FilterSelect({ label, options, value, onChange }: SelectProps) {
  const named = (words: string, count: number | undefined) =>
    count === undefined ? words : `${words} (${count.toLocaleString('en-GB')})`
  return (
    <span className="wm-chip wm-chip-select" data-on={value !== null || undefined}>
      <select
        aria-label={label}
        value={value ?? ''}
        onChange={({ currentTarget }) => onChange(currentTarget.value === '' ? null : currentTarget.value)}
      >
        {options.map(option => (
          <option key={option.value} value={option.value ?? ''}>
            {named(option.label, option.count)}
          </option>
        ))}
      </select>
      <Icon name="chevron-down" size={14} />
    </span>
  )
}

type ManyProps<Value extends string> = {
  label: string
  options: Options<Value>
  values: readonly Value[]
  onChange: (values: Value[]) => void
  /** How many each would leave. */
  counts?: Readonly<Record<Value, number>> | undefined
  /** Shows the label in front. */
  titled?: boolean | undefined
}

/** Any of several: none chosen means all. */
export function FilterToggles<Value extends string>(props: ManyProps<Value>) {
  const { label, options, values, onChange, counts, titled = false } = props
  const toggle = (value: Value, on: boolean) =>
    onChange(on ? [...values, value] : values.filter(other => other !== value))
  return (
    <div role="group" aria-label={label} className="wm-chips" data-titled={titled || undefined}>
      {titled && <span className="wm-chips-title">{label}</span>}
      {optionList(options).map(({ value, label: words }) => (
        <FilterToggle
          key={value}
          label={words}
          on={values.includes(value)}
          onChange={on => toggle(value, on)}
          count={counts?.[value]}
        />
      ))}
    </div>
  )
}
