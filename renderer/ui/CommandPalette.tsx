import './dialog.css'
import { Modal } from '@mantine/core'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { fuzzyFilter } from './fuzzy.ts'
import { Icon } from './Icon.tsx'
import type { IconName } from './icon-names.ts'
import { Kbd } from './Kbd.tsx'
import { useDialogHoldsKeys } from './shortcuts.ts'

export type PaletteItem = {
  id: string
  label: string
  hint?: string | undefined
  group?: string | undefined
  icon?: IconName | undefined
  shortcut?: string | undefined
  keywords?: string | undefined
}
type PaletteProps<Item extends PaletteItem> = {
  open: boolean
  onClose: () => void
  items: readonly Item[]
  onPick: (item: Item) => void
  placeholder?: string | undefined
  /** Told what is typed, for items that come from a search. Those are shown as they come. */
  onQuery?: ((query: string) => void) | undefined
  busy?: boolean | undefined
}

/** Every place to go and thing to do, found by typing. */
export function CommandPalette<Item extends PaletteItem>({ open, onClose, ...content }: PaletteProps<Item>) {
  useDialogHoldsKeys(open)
  return (
    <Modal.Root opened={open} onClose={onClose} size={620} yOffset="12vh" classNames={{ content: 'wm-palette' }}>
      <Modal.Overlay className="wm-scrim" />
      <Modal.Content aria-label="Go to or do">
        <Palette {...content} onClose={onClose} />
      </Modal.Content>
    </Modal.Root>
  )
}

const textOf = ({ label, hint = '', keywords = '' }: PaletteItem): string => `${label} ${hint} ${keywords}`

function Palette<Item extends PaletteItem>({
  items,
  onPick,
  onClose,
  placeholder = 'Go to or do…',
  onQuery,
  busy = false,
}: Omit<PaletteProps<Item>, 'open'>) {
  const id = useId()
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const list = useRef<HTMLUListElement>(null)
  const found = fuzzyFilter(items, query, textOf).slice(0, 60)
  const active = Math.min(at, found.length - 1)
  useEffect(
    () => list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' }),
    [active, query],
  )
  const pick = (item: Item | undefined) => {
    if (!item) return
    onClose()
    onPick(item)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const moves: Record<string, number> = { ArrowDown: active + 1, ArrowUp: active - 1, Home: 0, End: found.length - 1 }
    const next = moves[event.key]
    if (event.key === 'Enter') pick(found[active])
    if (next === undefined) return
    event.preventDefault()
    setAt((next + found.length) % Math.max(found.length, 1))
  }
  return (
    <>
      <div className="wm-palette-box">
        <Icon name="search" size={18} />
        <input
          data-autofocus
          role="combobox"
          aria-label="Go to or do"
          aria-expanded
          aria-controls={`${id}-list`}
          aria-activedescendant={found[active] && `${id}-${String(active)}`}
          autoComplete="off"
          spellCheck={false}
          placeholder={placeholder}
          value={query}
          onKeyDown={onKeyDown}
          onChange={event => {
            setQuery(event.currentTarget.value)
            setAt(0)
            onQuery?.(event.currentTarget.value)
          }}
        />
        <Kbd keys="Escape" />
      </div>
      <ul ref={list} id={`${id}-list`} role="listbox" aria-label="Results" className="wm-palette-list">
        {found.map((item, index) => (
          <PaletteRow
            key={item.id}
            id={`${id}-${String(index)}`}
            item={item}
            heading={query === '' && item.group !== found[index - 1]?.group ? item.group : undefined}
            active={index === active}
            onPick={() => pick(item)}
            onPoint={() => setAt(index)}
          />
        ))}
      </ul>
      <p role="status" className="wm-palette-none">
        {found.length === 0 && (busy ? 'Looking…' : 'Nothing by that name')}
      </p>
    </>
  )
}

type RowProps = {
  id: string
  item: PaletteItem
  heading: string | undefined
  active: boolean
  onPick: () => void
  onPoint: () => void
}

function PaletteRow({ id, item, heading, active, onPick, onPoint }: RowProps) {
  return (
    <>
      {heading !== undefined && (
        <li role="presentation" className="wm-menu-heading">
          {heading}
        </li>
      )}
      <li
        id={id}
        role="option"
        aria-selected={active}
        className="wm-palette-item"
        onClick={onPick}
        onMouseMove={onPoint}
      >
        {item.icon && <Icon name={item.icon} />}
        <span className="wm-palette-label">{item.label}</span>
        {item.hint !== undefined && <span className="wm-palette-hint">{item.hint}</span>}
        {item.shortcut !== undefined && <Kbd keys={item.shortcut} />}
      </li>
    </>
  )
}
