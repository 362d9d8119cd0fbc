import './shell.css'
import { Tooltip } from '@mantine/core'
import type { MouseEvent, ReactNode } from 'react'
import { Badge } from './Badge.tsx'
import { Icon } from './Icon.tsx'
import type { IconName } from './icon-names.ts'
import { keyNames } from './shortcuts.ts'
import { tooltipClasses } from './theme.ts'

export type RailItem = {
  id: string
  label: string
  icon: IconName
  /** Does something here and now instead of leading somewhere: a button, not a link. */
  action?: boolean | undefined
  count?: number | undefined
  /** The count in words, for screen readers: "3 overdue". */
  countLabel?: string | undefined
  shortcut?: string | undefined
}
type NavRailProps = {
  label: string
  items: readonly RailItem[]
  current: string | null
  onSelect: (id: string) => void
  footer?: readonly RailItem[] | undefined
  /** Above the items: the name of the vault, say. */
  top?: ReactNode
}

/** The places of the app, down the left side. Pictures only where the window is narrow. */
export function NavRail({ label, items, current, onSelect, footer = [], top }: NavRailProps) {
  const shared = { current, onSelect }
  return (
    <nav aria-label={label} className="wm-rail">
      {top !== undefined && <div className="wm-rail-top">{top}</div>}
      <ul>
        {items.map(item => (
          <RailLink key={item.id} item={item} {...shared} />
        ))}
      </ul>
      <ul className="wm-rail-footer">
        {footer.map(item => (
          <RailLink key={item.id} item={item} {...shared} />
        ))}
      </ul>
    </nav>
  )
}

function RailLink({ item, current, onSelect }: { item: RailItem } & Pick<NavRailProps, 'current' | 'onSelect'>) {
  const { id, label, action = false, shortcut } = item
  const go = (event: MouseEvent) => {
    event.preventDefault()
    onSelect(id)
  }
  const tip = shortcut === undefined ? label : `${label}  ${keyNames(shortcut).join('+')}`
  return (
    <li>
      <Tooltip
        label={tip}
        position="right"
        classNames={tooltipClasses}
        events={{ hover: true, focus: true, touch: false }}
      >
        {action ? (
          <button type="button" className="wm-rail-link" onClick={go}>
            <RailWords item={item} />
          </button>
        ) : (
          <a href="#" className="wm-rail-link" aria-current={id === current ? 'page' : undefined} onClick={go}>
            <RailWords item={item} />
          </a>
        )}
      </Tooltip>
    </li>
  )
}

function RailWords({ item: { label, icon, count = 0, countLabel } }: { item: RailItem }) {
  return (
    <>
      <Icon name={icon} size={18} />
      <span className="wm-rail-label">{label}</span>
      {count > 0 && (
        <span className="wm-rail-count">
          <span aria-hidden={countLabel !== undefined || undefined}>
            <Badge tone="accent">{count > 999 ? '999+' : count}</Badge>
          </span>
          {countLabel !== undefined && <span className="wm-hidden">, {countLabel}</span>}
        </span>
      )}
    </>
  )
}
