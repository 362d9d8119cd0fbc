import './feedback.css'
import type { ReactNode } from 'react'
import { Icon } from './Icon.tsx'
import type { IconName } from './icon-names.ts'
import type { Tone } from './tokens.ts'

/** A count or a short mark. */
export function Badge({ children, tone = 'neutral' }: { children: ReactNode; tone?: Tone | 'accent' | undefined }) {
  return (
    <span className="wm-badge" data-tone={tone}>
      {children}
    </span>
  )
}

const pictures: Record<Tone, IconName | null> = {
  neutral: null,
  info: 'info',
  success: 'success',
  warning: 'warning',
  danger: 'danger',
  overdue: 'clock',
  breach: 'order',
}

/** How something stands, in a word. The tone picks the picture; null leaves it out. */
export function StatusPill({ children, tone = 'neutral', icon = pictures[tone] }: StatusPillProps) {
  return (
    <span className="wm-pill" data-tone={tone}>
      {icon && <Icon name={icon} size={14} />}
      <span className="wm-pill-words">{children}</span>
    </span>
  )
}
type StatusPillProps = { children: ReactNode; tone?: Tone | undefined; icon?: IconName | null | undefined }
