import './record.css'
import type { ReactNode } from 'react'

type Line = { key: string; faint?: boolean; line: ReactNode }

/** A short list within a record: words on the left, what can be done with them on the right. */
export function LineList({ label, rows }: { label: string; rows: readonly Line[] }) {
  return (
    <ul className="wm-lines" aria-label={label}>
      {rows.map(({ key, faint, line }) => (
        <li key={key} data-faint={faint || undefined}>
          {line}
        </li>
      ))}
    </ul>
  )
}
