import './answers.css'

export type Strength = 0 | 1 | 2 | 3 | 4
type StrengthMeterProps = { score: Strength; words: string }

const names = ['Too easy to guess', 'Weak', 'Fair', 'Good', 'Strong'] as const

/** How hard a passphrase is to guess: bars and words, read aloud as they change. */
export function StrengthMeter({ score, words }: StrengthMeterProps) {
  return (
    <div className="wm-strength" data-score={score}>
      <span className="wm-strength-bars" aria-hidden>
        {[1, 2, 3, 4].map(step => (
          <span key={step} data-on={step <= Math.max(score, 1) || undefined} />
        ))}
      </span>
      <span role="status">
        <strong>{names[score]}.</strong> {words}
      </span>
    </div>
  )
}
