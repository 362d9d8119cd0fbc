import './states.css'
import type { ReactNode } from 'react'
import { Icon } from './Icon.tsx'
import type { IconName } from './icon-names.ts'

type EmptyStateProps = { title: string; icon?: IconName | undefined; children?: ReactNode; action?: ReactNode }

/** Nothing here yet: what would be here, and the way to begin. */
export function EmptyState({ title, icon, children, action }: EmptyStateProps) {
  return (
    <div className="wm-state">
      {icon && <Icon name={icon} size={28} />}
      <p className="wm-state-title">{title}</p>
      {children !== undefined && <div className="wm-state-words">{children}</div>}
      {action}
    </div>
  )
}
