import './page.css'
import './record.css'
import { useId, type ReactNode } from 'react'

type SectionProps = {
  title: string
  children: ReactNode
  hint?: ReactNode
  actions?: ReactNode
  level?: 2 | 3 | undefined
}

/** A part of a screen under its own heading, set off by space and a line, not by a box. */
export function Section({ title, children, hint, actions, level = 2 }: SectionProps) {
  const id = useId()
  const Title = level === 2 ? 'h2' : 'h3'
  return (
    <section aria-labelledby={id} className="wm-section">
      <div className="wm-section-bar">
        <Title id={id}>{title}</Title>
        {actions !== undefined && <div className="wm-section-actions">{actions}</div>}
      </div>
      {hint !== undefined && <p className="wm-section-hint">{hint}</p>}
      {children}
    </section>
  )
}
