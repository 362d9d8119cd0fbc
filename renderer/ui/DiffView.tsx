import './record.css'
import { Icon } from './Icon.tsx'

export type DiffField = { id: string; label: string; before: string | null; after: string | null }
/** A word on a question that differs, in place of "Changed". */
type Mark = { words: string; urgent: boolean }
export type Pick = 'before' | 'after' | 'both'
type Choosing = {
  /** Which side each changed answer is taken from, where somebody has to choose. */
  picks?: Readonly<Record<string, Pick>> | undefined
  onPick?: ((id: string, pick: Pick) => void) | undefined
  /** Who changed what, by question: it differs even where both versions read the same. */
  marks?: Readonly<Record<string, Mark>> | undefined
  /** Questions whose two texts may both stay, one after the other. */
  canKeepBoth?: ((id: string) => boolean) | undefined
}
type DiffViewProps = Choosing & {
  beforeTitle: string
  afterTitle: string
  fields: readonly DiffField[]
}

/** Two versions of a record: the answers that differ, each marked with a word and a picture. The others are counted. */
export function DiffView({ beforeTitle, afterTitle, fields, ...choosing }: DiffViewProps) {
  const { marks } = choosing
  const isChanged = (field: DiffField) => (marks ? marks[field.id] !== undefined : saysOther(field))
  const changed = fields.filter(isChanged)
  const differ = changed.length === 1 ? '1 answer differs' : `${String(changed.length)} answers differ`
  const same = fields.length - changed.length
  const words = same === 0 ? differ : `${differ}, ${String(same)} ${same === 1 ? 'is' : 'are'} the same`
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
          {changed.map(field => (
            <tr key={field.id}>
              <th scope="row">
                {field.label}
                <Changed {...marks?.[field.id]} />
                {field.before && field.after && choosing.canKeepBoth?.(field.id) && (
                  <PickOne {...choosing} field={field} pick="both" words="Keep both" of="theirs, then yours" />
                )}
              </th>
              {(['before', 'after'] as const).map(side => (
                <td key={side} data-marked={isMarked(choosing.picks?.[field.id] ?? 'after', side) || undefined}>
                  {field[side] === null || field[side] === '' ? <span className="wm-missing">Empty</span> : field[side]}
                  <PickOne
                    {...choosing}
                    field={field}
                    pick={side}
                    words="Keep this"
                    of={side === 'before' ? beforeTitle : afterTitle}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type PickOneProps = { field: DiffField; pick: Pick; words: string; of: string } & Choosing
/** One of the ways to answer a question that both answered. */
function PickOne({ field, pick, words, of, picks, onPick }: PickOneProps) {
  if (!onPick) return null
  return (
    <label className="wm-choice wm-pick">
      <input
        type="radio"
        name={`pick-${field.id}`}
        checked={picks?.[field.id] === pick}
        onChange={() => onPick(field.id, pick)}
      />
      <span>
        {words}
        <span className="wm-hidden">
          : {field.label}, {of}
        </span>
      </span>
    </label>
  )
}

const Changed = ({ words = 'Changed', urgent = false }: Partial<Mark>) => (
  <span className="wm-changed" data-urgent={urgent || undefined}>
    <Icon name={urgent ? 'warning' : 'edit'} size={14} /> {words}
  </span>
)

const isMarked = (pick: Pick, side: Pick): boolean => pick === side || pick === 'both'
const saysOther = ({ before, after }: DiffField): boolean => (before ?? '') !== (after ?? '')
