import './record.css'
import './fields.css'
import { useRef, type KeyboardEvent } from 'react'
import { Icon } from './Icon.tsx'
import { IconButton } from './IconButton.tsx'
import { Kbd } from './Kbd.tsx'
import { useShortcut } from './shortcuts.ts'

type SearchBoxProps = {
  label: string
  value: string
  onChange: (value: string) => void
  placeholder?: string | undefined
  /** Keys that bring the focus here. */
  shortcut?: string | undefined
  onSubmit?: (() => void) | undefined
  /** Moves on into the results with the down arrow. */
  onArrowDown?: (() => void) | undefined
  count?: number | undefined
  autoFocus?: boolean | undefined
}

/** A box to find by words. Every sign is text: quotes and stars search for themselves. */
export function SearchBox({
  label,
  value,
  onChange,
  placeholder = label,
  shortcut,
  onSubmit,
  onArrowDown,
  count,
  autoFocus = false,
}: SearchBoxProps) {
  const input = useRef<HTMLInputElement>(null)
  useShortcut(shortcut ?? '', label, { run: () => input.current?.focus(), enabled: shortcut !== undefined })
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && value !== '') {
      event.preventDefault()
      event.stopPropagation()
      onChange('')
    }
    if (event.key === 'Enter') onSubmit?.()
    if (event.key === 'ArrowDown') onArrowDown?.()
  }
  return (
    <div role="search" className="wm-search">
      <Icon name="search" />
      <input
        ref={input}
        className="wm-input"
        aria-label={label}
        placeholder={placeholder}
        value={value}
        autoComplete="off"
        spellCheck={false}
        autoFocus={autoFocus}
        data-autofocus={autoFocus}
        onKeyDown={onKeyDown}
        onChange={event => onChange(event.currentTarget.value)}
      />
      <span className="wm-search-end">
        <span role="status">{count !== undefined && value !== '' && `${count.toLocaleString('en-GB')} found`}</span>
        {value === '' ? (
          shortcut !== undefined && <Kbd keys={shortcut} />
        ) : (
          <IconButton icon="close" label="Clear" size="small" onClick={() => onChange('')} />
        )}
      </span>
    </div>
  )
}
