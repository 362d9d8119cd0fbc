import type { ReactNode } from 'react'
import type { ErrorShape } from '../../shared/kernel/errors.ts'
import { sentenceFor } from '../../shared/wording/errors.ts'
import { Button } from './Button.tsx'
import './states.css'
import { Icon } from './Icon.tsx'

type ErrorStateProps = {
  error?: ErrorShape | null | undefined
  title?: string | undefined
  onRetry?: (() => void) | undefined
  /** What else can be done. */
  action?: ReactNode
}

/** What could not be shown and why, with another try where that may help. */
export function ErrorState({ error, title = 'This could not be shown', onRetry, action }: ErrorStateProps) {
  return (
    <div className="wm-state" role="alert">
      <Icon name="warning" size={28} />
      <p className="wm-state-title">{title}</p>
      <p className="wm-state-words">{sentenceFor(error ?? { code: 'internal', details: {} })}</p>
      {onRetry && (
        <Button icon="refresh" onClick={onRetry}>
          Try again
        </Button>
      )}
      {action}
    </div>
  )
}
