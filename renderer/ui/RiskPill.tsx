import './feedback.css'
import { Icon } from './Icon.tsx'

export type RiskLevel = 'standard' | 'medium' | 'high' | 'unknown'
type RiskPillProps = {
  level: RiskLevel
  /** How old the assessment is: "3 weeks ago". */
  age?: string | undefined
  /** Too old to rely on. Said in words. */
  stale?: boolean | undefined
}

const names: Record<RiskLevel, string> = {
  standard: 'Standard',
  medium: 'Medium',
  high: 'High',
  unknown: 'Not assessed',
}

/** The risk level: a shape and a word that get heavier with it, so that it reads without colour. */
export function RiskPill({ level, age, stale = false }: RiskPillProps) {
  return (
    <span className="wm-risk">
      <span className="wm-risk-level" data-level={level}>
        <Shape level={level} />
        <span className="wm-hidden">Risk: </span>
        <span className="wm-pill-words">{names[level]}</span>
      </span>
      {age !== undefined && <span className="wm-risk-age">{age}</span>}
      {stale && (
        <span className="wm-risk-stale">
          <Icon name="clock" size={14} /> review due
        </span>
      )}
    </span>
  )
}

/** Ring, half-filled triangle, filled octagon: told apart by outline alone. */
function Shape({ level }: { level: RiskLevel }) {
  return (
    <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden focusable={false}>
      {level === 'unknown' && (
        <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.5" strokeDasharray="2 2" />
      )}
      {level === 'standard' && <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.75" />}
      {level === 'medium' && <path d="M6 1 11.5 11h-11Z" fill="currentColor" />}
      {level === 'high' && <path d="M3.6 0h4.8L12 3.6v4.8L8.4 12H3.6L0 8.4V3.6Z" fill="currentColor" />}
    </svg>
  )
}
