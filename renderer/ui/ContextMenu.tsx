import { Menu as MantineMenu } from '@mantine/core'
import { useRef, useState, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react'
import { menuClasses, MenuItems, type MenuItem } from './MenuItems.tsx'

type Place = { x: number; y: number; items: readonly MenuItem[] }
const ownMenu = 'input, textarea, [contenteditable="true"]'

/** Opens a menu at a point of the window, and remembers what had the focus so that closing gives it back. */
export function usePointMenu(label: string) {
  const [place, setPlace] = useState<Place | null>(null)
  const before = useRef<HTMLElement | null>(null)
  const open = (next: Place) => {
    if (next.items.length === 0) return
    before.current = document.activeElement instanceof HTMLElement ? document.activeElement : null
    setPlace(next)
  }
  const close = () => {
    setPlace(null)
    before.current?.focus()
  }
  const menu = place && (
    <MantineMenu opened onClose={close} classNames={menuClasses} returnFocus={false} offset={2}>
      <MantineMenu.Target>
        <span className="wm-menu-point" style={{ left: place.x, top: place.y }} />
      </MantineMenu.Target>
      <MantineMenu.Dropdown aria-label={label}>
        <MenuItems items={place.items} />
      </MantineMenu.Dropdown>
    </MantineMenu>
  )
  return { menu, open }
}

/** Whether a key press asks for the context menu. */
export const asksForMenu = (event: Pick<KeyboardEvent, 'key' | 'shiftKey'>): boolean =>
  event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)

/** Just below the start of an element: where a menu opened by keyboard belongs. */
export function pointUnder(element: Element): { x: number; y: number } {
  const box = element.getBoundingClientRect()
  return { x: box.left + 12, y: Math.min(box.bottom, box.top + 40) }
}

type ContextMenuProps = {
  items: readonly MenuItem[] | (() => readonly MenuItem[])
  label?: string | undefined
  children: ReactNode
}

/** A menu on right click, the Menu key and Shift+F10. Text fields inside keep their own. */
export function ContextMenu({ items, label = 'Actions', children }: ContextMenuProps) {
  const { menu, open } = usePointMenu(label)
  const list = () => (typeof items === 'function' ? items() : items)
  const onContextMenu = (event: MouseEvent) => {
    if (!isOurs(event)) return
    event.preventDefault()
    open({ x: event.clientX, y: event.clientY, items: list() })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!asksForMenu(event) || !isOurs(event) || !(event.target instanceof Element)) return
    event.preventDefault()
    event.stopPropagation()
    open({ ...pointUnder(event.target), items: list() })
  }
  return (
    <div className="wm-context" onContextMenu={onContextMenu} onKeyDown={onKeyDown}>
      {children}
      {menu}
    </div>
  )
}

/** Not in a text field, which has its own menu, nor in the open menu: React hands its events on, wherever it hangs. */
const isOurs = ({ target, currentTarget }: { target: EventTarget; currentTarget: Element }): boolean =>
  target instanceof Element && currentTarget.contains(target) && target.closest(ownMenu) === null
