import { useMemo, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react'
import { asksForMenu, pointUnder, usePointMenu } from './ContextMenu.tsx'
import type { MenuItem } from './MenuItems.tsx'
import { hitsControl, useRows, type Rows } from './use-rows.ts'

type ListInput<Item> = {
  items: readonly Item[]
  itemKey: (item: Item) => string
  height: number
  measured?: boolean | undefined
  above?: number | undefined
  total: number
  selected?: string | null | undefined
  onSelect?: ((item: Item) => void) | undefined
  onOpen?: ((item: Item) => void) | undefined
  menuOf?: ((item: Item) => readonly MenuItem[]) | undefined
  onNearEnd?: (() => void) | undefined
}
type Drawn<Item> = { item: Item; index: number; start: number; chosen: boolean; active: boolean; openable: boolean }
type List<Item> = Pick<Rows, 'box' | 'virtualizer' | 'width'> & {
  drawn: Drawn<Item>[]
  /** What the scrolling box takes: it hears for all its items, so that an item needs no handlers of its own. */
  handlers: {
    onClick: (event: MouseEvent) => void
    onDoubleClick: (event: MouseEvent) => void
    onContextMenu: (event: MouseEvent) => void
    onKeyDown: (event: KeyboardEvent) => void
  }
  menu: ReactNode
}

/** What a table and a list have in common: focus, selection, opening, the menu of an item. */
export function useList<Item>(input: ListInput<Item>): List<Item> {
  const { items, itemKey, selected = null, onSelect, onOpen, menuOf } = input
  const act = (index: number, run: ((item: Item) => void) | undefined) => {
    const item = items[index]
    if (item !== undefined) run?.(item)
  }
  const keys = useMemo(() => items.map(itemKey), [items, itemKey])
  const rows = useRows({
    ...input,
    keys,
    onActive: index => act(index, onSelect),
    onOpen: index => act(index, onOpen),
  })
  const { menu, open } = usePointMenu('Actions')
  const openMenu = (index: number, point: { x: number; y: number }) =>
    act(index, item => open({ ...point, items: menuOf?.(item) ?? [] }))
  const handlers: List<Item>['handlers'] = {
    onClick(event) {
      const at = itemAt(event)
      if (at === null) return
      if (asksMenu(event.target)) openMenu(at, { x: event.clientX, y: event.clientY })
      if (hitsControl(event.target)) return
      rows.activate(at)
      if (!onSelect) act(at, onOpen)
    },
    onDoubleClick(event) {
      const at = itemAt(event)
      if (at !== null && onSelect && !hitsControl(event.target)) act(at, onOpen)
    },
    onContextMenu(event) {
      const at = itemAt(event)
      if (at === null || !menuOf) return
      event.preventDefault()
      rows.activate(at)
      openMenu(at, { x: event.clientX, y: event.clientY })
    },
    onKeyDown(event) {
      const { target } = event
      if (!menuOf || !asksForMenu(event) || !(target instanceof Element) || hitsControl(target)) {
        rows.onKeyDown(event)
        return
      }
      event.preventDefault()
      event.stopPropagation() // the open menu takes a key pressed outside it, this one too, for the wish to close it
      openMenu(rows.activeIndex, pointUnder(target))
    },
  }
  const openable = (onOpen ?? onSelect) !== undefined
  const drawn = rows.virtualizer.getVirtualItems().flatMap(({ index, start }): Drawn<Item>[] => {
    const item = items[index]
    if (item === undefined) return []
    const active = index === rows.activeIndex
    return [{ item, index, start, active, openable, chosen: selected !== null && keys[index] === selected }]
  })
  return { box: rows.box, virtualizer: rows.virtualizer, width: rows.width, drawn, handlers, menu }
}

/** Which item an event happened in; null for the head of a table and the space below the last item. */
function itemAt({ target, currentTarget }: MouseEvent): number | null {
  if (!(target instanceof Element)) return null
  const item = target.closest<HTMLElement>('[data-index]')
  return item !== null && currentTarget.contains(item) ? Number(item.dataset['index']) : null
}

const asksMenu = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('[data-row-menu]') !== null
