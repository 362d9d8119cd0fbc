import './data.css'
import type { ReactNode } from 'react'
import { asksForMenu, pointUnder, usePointMenu } from './ContextMenu.tsx'
import type { MenuItem } from './MenuItems.tsx'
import { hitsControl, useRows } from './use-rows.ts'

type VirtualListProps<Item> = {
  label: string
  items: readonly Item[]
  itemKey: (item: Item) => string
  render: (item: Item, state: { active: boolean; selected: boolean }) => ReactNode
  /** About how high an item is, before it is measured. */
  estimate?: number | undefined
  selected?: string | null | undefined
  onSelect?: ((item: Item) => void) | undefined
  onOpen?: ((item: Item) => void) | undefined
  itemMenu?: ((item: Item) => readonly MenuItem[]) | undefined
  onNearEnd?: (() => void) | undefined
  total?: number | undefined
  empty?: ReactNode
}

/** A long list whose items are as high as their words: a timeline, notes, results. */
export function VirtualList<Item>(props: VirtualListProps<Item>) {
  const { label, items, itemKey, render, estimate = 72, selected = null, onSelect, onOpen, itemMenu, onNearEnd } = props
  const total = props.total ?? items.length
  const act = (index: number, run: ((item: Item) => void) | undefined) => {
    const item = items[index]
    if (item !== undefined) run?.(item)
  }
  const { box, virtualizer, activeIndex, activate, onKeyDown } = useRows({
    keys: items.map(itemKey),
    height: estimate,
    measured: true,
    total,
    onNearEnd,
    onActive: index => act(index, onSelect),
    onOpen: index => act(index, onOpen),
  })
  const { menu, open } = usePointMenu('Actions')
  const openMenu = (index: number, point: { x: number; y: number }) =>
    act(index, item => open({ ...point, items: itemMenu?.(item) ?? [] }))
  if (items.length === 0 && props.empty !== undefined) return <div className="wm-table-empty">{props.empty}</div>
  return (
    <div
      ref={box}
      className="wm-list"
      onKeyDown={event => {
        if (asksForMenu(event) && itemMenu && event.target instanceof Element && !hitsControl(event.target)) {
          event.preventDefault()
          openMenu(activeIndex, pointUnder(event.target))
        } else onKeyDown(event)
      }}
    >
      <div role="list" aria-label={label} className="wm-list-body" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start, key }) => {
          const item = items[index]
          if (item === undefined) return null
          const chosen = selected !== null && itemKey(item) === selected
          return (
            <div
              key={key}
              ref={virtualizer.measureElement}
              role="listitem"
              data-index={index}
              aria-setsize={total}
              aria-posinset={index + 1}
              aria-current={chosen || undefined}
              tabIndex={index === activeIndex ? 0 : -1}
              className="wm-list-item"
              data-openable={(onOpen ?? onSelect) !== undefined || undefined}
              style={{ transform: `translateY(${String(start)}px)` }}
              onClick={event => {
                if (hitsControl(event.target)) return
                activate(index)
                if (!onSelect) onOpen?.(item)
              }}
              onDoubleClick={event => !hitsControl(event.target) && onSelect && onOpen?.(item)}
              onContextMenu={event => {
                if (!itemMenu) return
                event.preventDefault()
                activate(index)
                openMenu(index, { x: event.clientX, y: event.clientY })
              }}
            >
              {render(item, { active: index === activeIndex, selected: chosen })}
            </div>
          )
        })}
      </div>
      {menu}
    </div>
  )
}
