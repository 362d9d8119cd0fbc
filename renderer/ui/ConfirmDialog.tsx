import { useState, type ReactNode, type SyntheticEvent } from 'react'
import type { ErrorShape } from '../../shared/kernel/errors.ts'
import { sentenceFor } from '../../shared/wording/errors.ts'
import { Banner } from './Banner.tsx'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { TextField } from './TextField.tsx'

type Reason = { label: string; hint?: string | undefined; min?: number | undefined }
type ConfirmDialogProps = {
  title: string
  open: boolean
  onClose: () => void
  confirmLabel: string
  onConfirm: (reason: string) => void
  children: ReactNode
  cancelLabel?: string | undefined
  tone?: 'danger' | 'plain' | undefined
  busy?: boolean | undefined
  error?: ErrorShape | null | undefined
  /** Asks why, and does not go on without an answer: nothing is marked as entered in error without one. */
  reason?: Reason | undefined
}

/** Asks before something that is hard to take back. */
export function ConfirmDialog({ title, open, onClose, ...content }: ConfirmDialogProps) {
  return (
    <Dialog title={title} open={open} onClose={onClose} size={content.reason ? 'medium' : 'small'}>
      <Content {...content} title={title} onClose={onClose} />
    </Dialog>
  )
}

function Content({
  title,
  onClose,
  confirmLabel,
  onConfirm,
  children,
  cancelLabel = 'Cancel',
  ...rest
}: Omit<ConfirmDialogProps, 'open'>) {
  const { tone = 'plain', busy = false, error, reason } = rest
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    event.stopPropagation()
    const short = reason && typed.trim().length < (reason.min ?? 1)
    setProblem(short ? 'Say why, in a few words.' : null)
    if (!short && !busy) onConfirm(typed.trim())
  }
  return (
    <form aria-label={title} className="wm-confirm" noValidate onSubmit={submit}>
      {error && <Banner tone="danger" title={sentenceFor(error)} announced />}
      <div>{children}</div>
      {reason && (
        <TextField
          label={reason.label}
          hint={reason.hint}
          error={problem}
          lines={2}
          autoFocus
          value={typed}
          onChange={text => setTyped(text ?? '')}
        />
      )}
      <div className="wm-dialog-buttons">
        <Button
          kind={tone === 'danger' ? 'danger' : 'primary'}
          type="submit"
          busy={busy}
          autoFocus={reason === undefined && tone === 'plain'}
        >
          {confirmLabel}
        </Button>
        <Button onClick={onClose} autoFocus={reason === undefined && tone === 'danger'}>
          {cancelLabel}
        </Button>
      </div>
    </form>
  )
}
