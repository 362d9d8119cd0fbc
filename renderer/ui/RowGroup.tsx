import './RowGroup.css'
import type { ReactNode } from 'react'
import { IconButton } from './IconButton.tsx'

type RowGroupProps = { title: string; onRemove: () => void; children: ReactNode }

/** One of several of the same: its questions under its name, and the way to take it out. */
export function RowGroup({ title, onRemove, children }: RowGroupProps) {
  return (
    <div role="group" aria-label={title} className="wm-row-group">
      <div className="wm-row-group-bar">
        <h3>{title}</h3>
        <IconButton icon="close" size="small" label={`Remove: ${title}`} onClick={onRemove} />
      </div>
      {children}
    </div>
  )
}
