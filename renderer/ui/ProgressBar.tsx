import './states.css'

type ProgressBarProps = { label: string; done: number; total: number; note?: string | undefined }

/** How far a job is, drawn and in numbers. A total of 0 means nobody knows yet. */
export function ProgressBar({ label, done, total, note }: ProgressBarProps) {
  const known = total > 0
  const numbers = known ? `${done.toLocaleString('en-GB')} of ${total.toLocaleString('en-GB')}` : 'Starting'
  return (
    <div className="wm-progress">
      <div className="wm-progress-words">
        <span>{label}</span>
        <span>{note ?? numbers}</span>
      </div>
      <progress aria-label={label} {...(known ? { value: done, max: total } : {})} />
    </div>
  )
}
