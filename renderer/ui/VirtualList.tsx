import './data.css'
import type { ReactNode } from 'react'
import type { MenuItem } from './MenuItems.tsx'
import { useList } from './use-list.tsx'

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
  /** What stands above an item that begins a group. */
  heading?: ((item: Item) => string | undefined) | undefined
}

/** A long list whose items are as high as their words: a timeline, notes, results. */
export function VirtualList<Item>(props: VirtualListProps<Item>) {
  const { label, items, itemKey, render, estimate = 72 } = props
  const total = props.total ?? items.length
  const { box, virtualizer, drawn, handlers, menu } = useList<Item>({
    items,
    itemKey,
    height: estimate,
    measured: true,
    total,
    selected: props.selected,
    onSelect: props.onSelect,
    onOpen: props.onOpen,
    menuOf: props.itemMenu,
    onNearEnd: props.onNearEnd,
  })
  if (items.length === 0 && props.empty !== undefined) return <div className="wm-table-empty">{props.empty}</div>
  return (
    <div ref={box} className="wm-list" {...handlers}>
      <div role="list" aria-label={label} className="wm-list-body" style={{ height: virtualizer.getTotalSize() }}>
        {drawn.map(({ item, index, start, chosen, active, openable }) => (
          <div
            key={itemKey(item)}
            ref={virtualizer.measureElement}
            role="listitem"
            data-index={index}
            data-openable={openable || undefined}
            tabIndex={active ? 0 : -1}
            aria-setsize={total}
            aria-posinset={index + 1}
            aria-current={chosen || undefined}
            className="wm-list-item"
            style={{ transform: `translateY(${String(start)}px)` }}
          >
            <GroupHeading words={props.heading?.(item)} />
            {render(item, { active, selected: chosen })}
          </div>
        ))}
      </div>
      {menu}
    </div>
  )
}

const GroupHeading = ({ words }: { words: string | undefined }) =>
  words === undefined ? null : <div className="wm-list-heading">{words}</div>
