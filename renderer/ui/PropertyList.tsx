import './record.css'
import type { ReactNode } from 'react'
import type { Missing } from '../../shared/kernel/known.ts'
import { missingWords } from './KnownField.tsx'

export type Property = { label: string; value?: ReactNode; missing?: Missing | null | undefined; note?: ReactNode }

/** A record's answers. A missing one says why it is missing; an empty one says so too. */
export function PropertyList({ rows, columns = 1 }: { rows: readonly Property[]; columns?: 1 | 2 }) {
  return (
    <dl className="wm-properties" data-columns={columns}>
      {rows.map(({ label, value, missing, note }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {missing ? (
              <span className="wm-missing">{missingWords(missing)}</span>
            ) : isEmpty(value) ? (
              <span className="wm-missing">None recorded</span>
            ) : (
              value
            )}
            {note !== undefined && <span className="wm-property-note">{note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}

const isEmpty = (value: ReactNode): boolean => value === undefined || value === null || value === ''
