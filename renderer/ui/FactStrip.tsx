import './shell.css'
import type { ReactNode } from 'react'

export type Fact = { label: string; value: ReactNode; note?: ReactNode; tone?: 'overdue' | 'breach' | 'danger' | 'warning' | undefined }

/** The few facts that must always be in sight, in one row: who may be called, risk, orders, next hearing. */
export function FactStrip({ label, facts }: { label: string; facts: readonly Fact[] }) {
  return (
    <dl aria-label={label} className="wm-facts">
      {facts.map(({ label: name, value, note, tone }) => (
        <div key={name} data-tone={tone}>
          <dt>{name}</dt>
          <dd>
            <span className="wm-fact-value">{value}</span>
            {note !== undefined && <span className="wm-fact-note">{note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
