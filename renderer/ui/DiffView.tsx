import './record.css'
import { Icon } from './Icon.tsx'

export type DiffField = { id: string; label: string; before: string | null; after: string | null }
type Side = 'before' | 'after'
type DiffViewProps = {
  beforeTitle: string
  afterTitle: string
  fields: readonly DiffField[]
  onlyChanged?: boolean | undefined
  /** Which side each changed answer is taken from, where somebody has to choose. */
  picks?: Readonly<Record<string, Side>> | undefined
  onPick?: ((id: string, side: Side) => void) | undefined
}

/** Two versions of a record, answer by answer. What differs is marked with a word and a picture. */
export function DiffView({ beforeTitle, afterTitle, fields, onlyChanged = false, picks, onPick }: DiffViewProps) {
  const changed = fields.filter(isChanged)
  const shown = onlyChanged ? changed : fields
  const words = changed.length === 1 ? '1 answer differs' : `${String(changed.length)} answers differ`
  return (
    <div className="wm-diff">
      <table>
        <caption>{changed.length === 0 ? 'Both versions say the same' : words}</caption>
        <thead>
          <tr>
            <th scope="col">Answer</th>
            <th scope="col">{beforeTitle}</th>
            <th scope="col">{afterTitle}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(field => (
            <tr key={field.id} data-changed={isChanged(field) || undefined}>
              <th scope="row">
                {field.label}
                {isChanged(field) && (
                  <span className="wm-changed">
                    <Icon name="edit" size={14} /> Changed
                  </span>
                )}
              </th>
              {(['before', 'after'] as const).map(side => (
                <td key={side} data-side={side}>
                  {field[side] === null || field[side] === '' ? <span className="wm-missing">Empty</span> : field[side]}
                  {onPick && isChanged(field) && (
                    <label className="wm-choice wm-pick">
                      <input
                        type="radio"
                        name={`pick-${field.id}`}
                        checked={picks?.[field.id] === side}
                        onChange={() => onPick(field.id, side)}
                      />
                      <span>
                        Keep this
                        <span className="wm-hidden">
                          : {field.label}, {side === 'before' ? beforeTitle : afterTitle}
                        </span>
                      </span>
                    </label>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const isChanged = ({ before, after }: DiffField): boolean => (before ?? '') !== (after ?? '')
