import './data.css'
import type { ReactNode } from 'react'

/** A cell of two lines: what it is, and a quieter line under it. */
export function TwoLines({ top, under }: { top: ReactNode; under: ReactNode }) {
  return (
    <span className="wm-two-lines">
      <span>{top}</span>
      <span>{under}</span>
    </span>
  )
}
