import './shell.css'
import { useEffect, useRef, useState, type MouseEvent, type RefObject } from 'react'
import { Icon } from './Icon.tsx'
import type { IconName } from './icon-names.ts'
import { Menu } from './Menu.tsx'

export type SectionItem = {
  id: string
  label: string
  icon?: IconName | undefined
  count?: number | undefined
  href?: string | undefined
}
type SectionNavProps = {
  label: string
  items: readonly SectionItem[]
  current: string
  onSelect: (id: string) => void
  /** Down the side, or along the top. */
  look?: 'side' | 'top' | undefined
}

/** The parts of one thing, such as a case, on one line: what has no room there is under "More". Links, since each is a place. */
export function SectionNav({ label, items, current, onSelect, look = 'top' }: SectionNavProps) {
  const list = useRef<HTMLUListElement>(null)
  const fitting = useFitting(list, items.map(({ id }) => id).join())
  const left = look === 'top' ? items.slice(fitting) : []
  const go = (event: MouseEvent, id: string) => {
    event.preventDefault()
    onSelect(id)
  }
  return (
    <nav aria-label={label} className="wm-sections" data-look={look}>
      <ul ref={list}>
        {items.map(({ id, label: words, icon, count, href = '#' }) => (
          <li key={id} data-left={left.some(item => item.id === id) || undefined}>
            <a
              href={href}
              className="wm-tab"
              aria-current={id === current ? 'page' : undefined}
              onClick={event => go(event, id)}
            >
              {icon && <Icon name={icon} />}
              {words}
              {count !== undefined && <span className="wm-tab-count">{count.toLocaleString('en-GB')}</span>}
            </a>
          </li>
        ))}
      </ul>
      {left.length > 0 && <More left={left} current={current} onSelect={onSelect} />}
    </nav>
  )
}

/** Named after the open section where that is in it, so that the line always says where one is. */
function More({
  left,
  current,
  onSelect,
}: { left: readonly SectionItem[] } & Pick<SectionNavProps, 'current' | 'onSelect'>) {
  const open = left.find(({ id }) => id === current)
  const items = left.map(({ id, label, icon }) => ({ id, label, icon, onSelect: () => onSelect(id) }))
  const trigger = (
    <button
      type="button"
      className="wm-tab"
      aria-current={open && 'page'}
      aria-label={open && `${open.label}, more sections`}
    >
      {open?.label ?? 'More'}
      <Icon name="chevron-down" />
    </button>
  )
  return <Menu label="More sections" items={items} trigger={trigger} />
}

/** How many entries have room, measured on those drawn: hidden ones keep their place behind the edge. */
function useFitting(list: RefObject<HTMLUListElement | null>, entries: string): number {
  const [fitting, setFitting] = useState(Infinity)
  useEffect(() => {
    const drawn = [...(list.current?.children ?? [])]
    const line = list.current?.parentElement
    if (!line) return
    const watch = new ResizeObserver(() => setFitting(countOf(drawn, line)))
    for (const element of [line, ...drawn]) watch.observe(element)
    return () => watch.disconnect()
  }, [list, entries])
  return fitting
}

function countOf(drawn: readonly Element[], line: Element): number {
  const boxes = drawn.map(item => item.getBoundingClientRect())
  const edge = line.getBoundingClientRect().right - parseFloat(getComputedStyle(line).paddingRight)
  const roomForMore = Math.max(0, ...boxes.map(({ width }) => width)) + chevron
  return boxes.every(({ right }) => right <= edge)
    ? Infinity
    : boxes.filter(({ right }) => right <= edge - roomForMore).length
}

const chevron = 36
