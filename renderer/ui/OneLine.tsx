import './OneLine.css'
import type { ReactNode } from 'react'

type OneLineProps = { label: string; children: ReactNode; end?: ReactNode }

/** Things side by side that never wrap: what does not fit is scrolled to. What stands at the end stays in sight. */
export function OneLine({ label, children, end }: OneLineProps) {
  return (
    <div role="group" aria-label={label} className="wm-one-line">
      <div className="wm-one-line-scroll">{children}</div>
      {end}
    </div>
  )
}
