import './vault.css'
import type { ReactNode } from 'react'
import { Mark } from './Mark.tsx'

type NeutralPageProps = {
  /** What this step is about; the first screen says only the name. */
  title?: string
  children?: ReactNode
  /** Quiet ways out, under the card. */
  ways?: ReactNode
  wide?: boolean
}

/** The page before unlock: a name and what is asked for, nothing that tells what it is for. */
export function NeutralPage({ title, children, ways, wide = false }: NeutralPageProps) {
  return (
    <main id="main" className="wm-neutral" data-wide={wide || undefined}>
      <div className="wm-neutral-card">
        <div className="wm-neutral-name" data-small={title !== undefined || undefined}>
          <Mark />
          {title === undefined ? <h1>Waymark</h1> : <p>Waymark</p>}
        </div>
        {title !== undefined && <h1 className="wm-neutral-title">{title}</h1>}
        {children}
      </div>
      {ways !== undefined && <div className="wm-neutral-ways">{ways}</div>}
    </main>
  )
}
