import './vault.css'
import { useEffect, useRef, type ReactNode } from 'react'
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
  const page = useRef<HTMLElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    page.current?.scrollIntoView({ block: 'start' })
    // A step without a field to begin with is read from its title.
    if (title !== undefined && document.activeElement === document.body) heading.current?.focus()
  }, [title])
  return (
    <main ref={page} id="main" className="wm-neutral" data-wide={wide || undefined}>
      <div className="wm-neutral-card">
        <div className="wm-neutral-name" data-small={title !== undefined || undefined}>
          <Mark />
          {title === undefined ? <h1>Waymark</h1> : <p>Waymark</p>}
        </div>
        {title !== undefined && (
          <h1 ref={heading} tabIndex={-1} className="wm-neutral-title">
            {title}
          </h1>
        )}
        {children}
      </div>
      {ways !== undefined && <div className="wm-neutral-ways">{ways}</div>}
    </main>
  )
}
