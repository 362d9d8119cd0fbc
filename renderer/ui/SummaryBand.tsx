import './summary-band.css'
import type { ReactNode } from 'react'
import { FactStrip, type Fact } from './FactStrip.tsx'

type SummaryBandProps = { label: string; facts: readonly Fact[]; note?: ReactNode; children?: ReactNode }

/** What a list comes to, above it: figures, a remark, and ways to narrow the list by what is counted. */
export function SummaryBand({ label, facts, note, children }: SummaryBandProps) {
  return (
    <section aria-label={label} className="wm-band">
      <FactStrip label={label} facts={facts} />
      {children}
      {note !== undefined && note !== null && <p className="wm-band-note">{note}</p>}
    </section>
  )
}
