import './TaskLine.css'

type TickBoxProps = {
  /** What is ticked off. */
  label: string
  done: boolean
  fixed?: boolean | undefined
  onToggle: () => void
}

/** A round box to tick, as big as a finger needs. */
export function TickBox({ label, done, fixed = false, onToggle }: TickBoxProps) {
  return (
    <label className="wm-task-box">
      <input type="checkbox" aria-label={label} checked={done} disabled={fixed} onChange={onToggle} />
    </label>
  )
}
