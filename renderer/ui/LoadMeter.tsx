import './LoadMeter.css'

type LoadMeterProps = {
  name: string
  value: number
  /** What is thought to be enough; null: nothing to compare with. */
  mark: number | null
  /** The end of the bar: the same for all that stand side by side. */
  most: number
  on: boolean
  onChange: (on: boolean) => void
}

/** What somebody carries, beside a mark: in figures and words, and as a bar that is striped beyond the mark. */
export function LoadMeter({ name, value, mark, most, on, onChange }: LoadMeterProps) {
  const share = (number: number): string => `${String((100 * number) / Math.max(most, 1))}%`
  const over = mark === null ? 0 : Math.max(0, value - mark)
  return (
    <button type="button" className="wm-load" aria-pressed={on} onClick={() => onChange(!on)}>
      <span className="wm-load-name">{name}</span>{' '}
      <span className="wm-load-words">
        <b>{value.toLocaleString('en-GB')}</b>
        {mark !== null && ` of ${String(mark)}`}
      </span>
      <span className="wm-load-bar" aria-hidden>
        <span className="wm-load-fill" style={{ width: share(value - over) }} />
        {over > 0 && <span className="wm-load-more" style={{ left: share(value - over), width: share(over) }} />}
        {mark !== null && <span className="wm-load-mark" style={{ left: share(mark) }} />}
      </span>
    </button>
  )
}
