import './feedback.css'
import type { ReactNode } from 'react'
import { Icon } from './Icon.tsx'
import { IconButton } from './IconButton.tsx'

type BannerTone = 'info' | 'warning' | 'danger' | 'success'
type BannerProps = {
  tone: BannerTone
  title: ReactNode
  children?: ReactNode
  actions?: ReactNode
  onDismiss?: (() => void) | undefined
  /** Read out when it appears: for what just happened, not for what stands there. */
  announced?: boolean | undefined
}

const words: Record<BannerTone, string> = { info: 'Note', warning: 'Warning', danger: 'Problem', success: 'Done' }

/** A message that stays in the page. Picture and title say what the colour says. */
export function Banner({ tone, title, children, actions, onDismiss, announced = false }: BannerProps) {
  return (
    <div className="wm-banner" data-tone={tone} role={announced ? 'alert' : 'note'}>
      <Icon name={tone} size={18} label={words[tone]} />
      <div className="wm-banner-words">
        <p className="wm-banner-title">{title}</p>
        {children !== undefined && <div>{children}</div>}
        {actions !== undefined && <div className="wm-banner-actions">{actions}</div>}
      </div>
      {onDismiss && <IconButton icon="close" label="Close" size="small" onClick={onDismiss} />}
    </div>
  )
}
