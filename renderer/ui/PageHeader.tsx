import './page.css'
import type { ReactNode } from 'react'

type PageHeaderProps = {
  title: string
  eyebrow?: ReactNode
  subtitle?: ReactNode
  actions?: ReactNode
  children?: ReactNode
  /** As few lines as can be, for a screen whose work needs the height. */
  compact?: boolean
}

/** What this screen is, and what can be done on it. */
export function PageHeader({ title, eyebrow, subtitle, actions, children, compact = false }: PageHeaderProps) {
  return (
    <div className="wm-page-header" data-compact={compact || undefined}>
      <div className="wm-page-bar">
        <div className="wm-page-words">
          {eyebrow !== undefined && <div className="wm-page-eyebrow">{eyebrow}</div>}
          <h1>{title}</h1>
          {subtitle !== undefined && <div className="wm-page-subtitle">{subtitle}</div>}
        </div>
        {actions !== undefined && <div className="wm-page-actions">{actions}</div>}
      </div>
      {children}
    </div>
  )
}
