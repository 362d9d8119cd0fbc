import './shell.css'
import type { MouseEvent } from 'react'
import { Icon } from './Icon.tsx'
import type { IconName } from './icon-names.ts'

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

/** The parts of one thing, such as a case. Links, since each is a place to come back to. */
export function SectionNav({ label, items, current, onSelect, look = 'top' }: SectionNavProps) {
  const go = (event: MouseEvent, id: string) => {
    event.preventDefault()
    onSelect(id)
  }
  return (
    <nav aria-label={label} className="wm-sections" data-look={look}>
      <ul>
        {items.map(({ id, label: words, icon, count, href = '#' }) => (
          <li key={id}>
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
    </nav>
  )
}
