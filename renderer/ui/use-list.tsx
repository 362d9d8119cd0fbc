import type { KeyboardEvent, MouseEvent, ReactNode } from 'react'
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
type Drawn<Item> = {
  item: Item
  index: number
  start: number
  chosen: boolean
  active: boolean
  /** Opens the item's menu where the mouse is. */
  openMenu: (event: MouseEvent) => void
  /** What the item's own element takes. */
  props: {
    'data-index': number
    'data-openable': true | undefined
    tabIndex: 0 | -1
    onClick: (event: MouseEvent) => void
    onDoubleClick: (event: MouseEvent) => void
    onContextMenu: (event: MouseEvent) => void
  }
}
type List<Item> = Pick<Rows, 'box' | 'virtualizer' | 'width'> & {
  drawn: Drawn<Item>[]
  onKeyDown: (event: KeyboardEvent) => void
  menu: ReactNode
}

/** What a table and a list have in common: focus, selection, opening, the menu of an item. */
export function useList<Item>(input: ListInput<Item>): List<Item> {
  const { items, itemKey, selected = null, onSelect, onOpen, menuOf } = input
  const act = (index: number, run: ((item: Item) => void) | undefined) => {
    const item = items[index]
    if (item !== undefined) run?.(item)
  }
  const rows = useRows({
    ...input,
    keys: items.map(itemKey),
    onActive: index => act(index, onSelect),
    onOpen: index => act(index, onOpen),
  })
  const { menu, open } = usePointMenu('Actions')
  const openMenu = (index: number, point: { x: number; y: number }) =>
    act(index, item => open({ ...point, items: menuOf?.(item) ?? [] }))
  const draw = (index: number, start: number): Drawn<Item>[] => {
    const item = items[index]
    if (item === undefined) return []
    const atMouse = ({ clientX, clientY }: MouseEvent) => openMenu(index, { x: clientX, y: clientY })
    const active = index === rows.activeIndex
    const chosen = selected !== null && itemKey(item) === selected
    const props: Drawn<Item>['props'] = {
      'data-index': index,
      'data-openable': (onOpen ?? onSelect) !== undefined || undefined,
      tabIndex: active ? 0 : -1,
      onClick(event) {
        if (hitsControl(event.target)) return
        rows.activate(index)
        if (!onSelect) onOpen?.(item)
      },
      onDoubleClick(event) {
        if (onSelect && !hitsControl(event.target)) onOpen?.(item)
      },
      onContextMenu(event) {
        if (!menuOf) return
        event.preventDefault()
        rows.activate(index)
        atMouse(event)
      },
    }
    return [{ item, index, start, chosen, active, openMenu: atMouse, props }]
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const { target } = event
    if (!menuOf || !asksForMenu(event) || !(target instanceof Element) || hitsControl(target)) {
      rows.onKeyDown(event)
      return
    }
    event.preventDefault()
    event.stopPropagation() // the open menu takes a key pressed outside it, this one too, for the wish to close it
    openMenu(rows.activeIndex, pointUnder(target))
  }
  const drawn = rows.virtualizer.getVirtualItems().flatMap(({ index, start }) => draw(index, start))
  return { box: rows.box, virtualizer: rows.virtualizer, width: rows.width, drawn, onKeyDown, menu }
}
