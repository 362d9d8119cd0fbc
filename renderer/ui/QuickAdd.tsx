import './QuickAdd.css'
import type { ReactNode, SyntheticEvent } from 'react'
import type { ErrorShape } from '../../shared/kernel/errors.ts'
import { sentenceFor } from '../../shared/wording/errors.ts'
import { Banner } from './Banner.tsx'
import { Button } from './Button.tsx'

type QuickAddProps = {
  label: string
  submitLabel: string
  children: ReactNode
  busy?: boolean | undefined
  error?: ErrorShape | null | undefined
  onSubmit: (event: SyntheticEvent<HTMLFormElement>) => void
}

/** A form of one line: type, Enter, and the next. */
export function QuickAdd({ label, submitLabel, children, busy = false, error, onSubmit }: QuickAddProps) {
  const submit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (!busy) onSubmit(event)
  }
  return (
    <form aria-label={label} className="wm-quick-add" noValidate onSubmit={submit}>
      {error && <Banner tone="danger" title={sentenceFor(error)} announced />}
      <div className="wm-quick-add-line">
        {children}
        <Button type="submit" icon="add" busy={busy}>
          {submitLabel}
        </Button>
      </div>
    </form>
  )
}
