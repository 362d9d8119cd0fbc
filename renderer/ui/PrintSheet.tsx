import './print.css'
import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'

/** A paper: drawn only when the page is printed, and then nothing else is. `compact`: narrower margins, for a full page. */
export function PrintSheet({ children, compact = false }: { children: ReactNode; compact?: boolean }) {
  return createPortal(
    <div className="wm-sheet" data-compact={compact || undefined}>
      {children}
    </div>,
    document.body,
  )
}
