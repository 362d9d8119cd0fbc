import './Toolbar.css'
import type { ReactNode } from 'react'

/** Filters and actions above a list, on one line where there is room. */
export function Toolbar({ children, label }: { children: ReactNode; label?: string }) {
  return (
    <div className="wm-toolbar" role={label === undefined ? undefined : 'group'} aria-label={label}>
      {children}
    </div>
  )
}
