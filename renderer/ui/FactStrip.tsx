import './page.css'
import type { ReactNode } from 'react'

export type Fact = {
  label: string
  value: ReactNode
  note?: ReactNode
  tone?: 'overdue' | 'breach' | 'danger' | 'warning' | undefined
}

/** The few facts that must always be in sight, in one row: who may be called, risk, orders, next hearing. */
export function FactStrip({ label, facts }: { label: string; facts: readonly Fact[] }) {
  return (
    <dl aria-label={label} className="wm-facts">
      {facts.map(({ label: name, value, note, tone }) => (
        <div key={name} data-tone={tone}>
          <dt>{name}</dt>
          <dd className="wm-fact-value" title={typeof value === 'string' ? value : undefined}>
            {value}
          </dd>
          {note !== undefined && <dd className="wm-fact-note">{note}</dd>}
        </div>
      ))}
    </dl>
  )
}
