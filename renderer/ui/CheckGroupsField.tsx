import './check-groups.css'
import { useState, type KeyboardEvent } from 'react'
import { Question, type FieldProps } from './Field.tsx'
import { plain } from './fuzzy.ts'
import { Icon } from './Icon.tsx'
import type { Option } from './options.ts'

type Group = { id: string; label: string; options: readonly Option[] }
type CheckGroupsProps = FieldProps<readonly string[], string[]> & {
  groups: readonly Group[]
  findLabel: string
  /** Shows groups only while somebody types: for a form that must stay short. */
  compact?: boolean | undefined
}

/** Any of very many, in groups that open one by one. Typing shows what matches in all of them; Enter takes the best. */
export function CheckGroupsField(props: CheckGroupsProps) {
  const { value = [], onChange, disabled = false, groups, findLabel, compact = false } = props
  const [text, setText] = useState('')
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const words = plain(text).split(/\s+/).filter(Boolean)
  const fits = (option: Option) => words.every(word => plain(option.label).includes(word))
  const all = groups.flatMap(({ options }) => options)
  const toggle = (code: string) =>
    onChange?.(value.includes(code) ? value.filter(other => other !== code) : [...value, code])
  const shown = groups
    .map(group => ({ ...group, options: words.length === 0 ? group.options : group.options.filter(fits) }))
    .filter(({ options }) => options.length > 0)
  const best = words.length === 0 ? undefined : bestOf(shown, plain(text).trim())
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && text !== '') {
      event.preventDefault()
      event.stopPropagation()
      setText('')
    }
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return
    event.preventDefault() // Enter would send the form
    if (!best) return
    if (!value.includes(best.value)) toggle(best.value)
    setText('')
  }
  const openOrClose = (id: string) =>
    setOpened(before => new Set(before.has(id) ? [...before].filter(other => other !== id) : [...before, id]))
  return (
    <Question {...props} group>
      {ids => (
        <div className="wm-check-groups">
          <Chosen options={all.filter(option => value.includes(option.value))} disabled={disabled} onRemove={toggle} />
          <div className="wm-check-find">
            <Icon name="search" />
            <input
              id={ids.control}
              className="wm-input"
              aria-label={findLabel}
              aria-describedby={ids.describedBy}
              aria-invalid={ids.invalid}
              placeholder={findLabel}
              value={text}
              disabled={disabled}
              autoComplete="off"
              spellCheck={false}
              onKeyDown={onKeyDown}
              onChange={event => setText(event.currentTarget.value)}
            />
          </div>
          <div className="wm-check-list" hidden={compact && words.length === 0}>
            {shown.map(group => (
              <CheckGroup
                key={group.id}
                group={group}
                value={value}
                disabled={disabled}
                open={words.length > 0 || opened.has(group.id)}
                onOpen={words.length > 0 ? undefined : () => openOrClose(group.id)}
                onToggle={toggle}
              />
            ))}
          </div>
          <p className="wm-hint" role="status">
            {shown.length === 0 && 'Nothing matches. Try another word, or fewer letters.'}
            {best && `Enter chooses “${best.label}”`}
          </p>
        </div>
      )}
    </Question>
  )
}

/** What begins with the words comes before what only has them somewhere. */
function bestOf(groups: readonly Group[], words: string): Option | undefined {
  const options = groups.flatMap(group => group.options)
  return options.find(({ label }) => plain(label).startsWith(words)) ?? options[0]
}

type ChosenProps = { options: readonly Option[]; disabled: boolean; onRemove: (code: string) => void }

function Chosen({ options, disabled, onRemove }: ChosenProps) {
  if (options.length === 0) return null
  return (
    <ul className="wm-check-chosen" aria-label="Chosen">
      {options.map(({ value, label }) => (
        <li key={value}>
          <button
            type="button"
            className="wm-reason"
            aria-label={`Take out ${label}`}
            disabled={disabled}
            onClick={() => onRemove(value)}
          >
            {label} <Icon name="close" size={14} />
          </button>
        </li>
      ))}
    </ul>
  )
}

type CheckGroupProps = {
  group: Group
  value: readonly string[]
  disabled: boolean
  open: boolean
  /** Left out while a search holds every group open. */
  onOpen: (() => void) | undefined
  onToggle: (code: string) => void
}

function CheckGroup({ group, value, disabled, open, onOpen, onToggle }: CheckGroupProps) {
  const chosen = group.options.filter(option => value.includes(option.value)).length
  return (
    <div className="wm-check-group">
      <button type="button" className="wm-check-head" aria-expanded={open} disabled={!onOpen} onClick={onOpen}>
        <Icon name={open ? 'chevron-down' : 'chevron-right'} />
        <strong>{group.label}</strong>
        {chosen > 0 && <span className="wm-badge">{`${String(chosen)} chosen`}</span>}
        {!open && <span className="wm-check-preview">{group.options.map(({ label }) => label).join(', ')}</span>}
      </button>
      {open && (
        <div role="group" aria-label={group.label} className="wm-radios wm-check-options">
          {group.options.map(({ value: code, label }) => (
            <label key={code} className="wm-choice">
              <input
                type="checkbox"
                checked={value.includes(code)}
                disabled={disabled}
                onChange={() => onToggle(code)}
              />
              <span className="wm-choice-words">{label}</span>
            </label>
          ))}
        </div>
      )}
    </div>
  )
}
