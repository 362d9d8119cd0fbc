import './form.css'
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode, type SyntheticEvent } from 'react'
import type { ErrorShape } from '../../shared/kernel/errors.ts'
import { sentenceFor } from '../../shared/wording/errors.ts'
import { Banner } from './Banner.tsx'
import { Button } from './Button.tsx'
import { ErrorSummary, problemsIn, type FieldProblem } from './ErrorSummary.tsx'
import { LoadingState } from './LoadingState.tsx'
import { useShortcut } from './shortcuts.ts'

type FormProps = {
  label: string
  onSubmit: (event: SyntheticEvent<HTMLFormElement>) => void
  children: ReactNode
  /** False while the draft is being read. */
  ready?: boolean | undefined
  busy?: boolean | undefined
  /** What the store said no to. */
  error?: ErrorShape | null | undefined
  submitLabel?: string | undefined
  onCancel?: (() => void) | undefined
  cancelLabel?: string | undefined
  /** Beside the buttons: "Draft kept", a second button. */
  footer?: ReactNode
  danger?: boolean | undefined
}

/** A form: its questions, an error summary after a failed try, and buttons that stay in sight. Ctrl+S and Ctrl+Enter send it. */
export function Form({
  label,
  onSubmit,
  children,
  ready = true,
  busy = false,
  error,
  submitLabel = 'Save',
  ...rest
}: FormProps) {
  const form = useRef<HTMLFormElement>(null)
  const summary = useRef<HTMLDivElement>(null)
  const refusal = useRef<HTMLDivElement>(null)
  const [tries, setTries] = useState(0)
  const [problems, setProblems] = useState<readonly FieldProblem[]>([])
  const send = () => {
    if (!busy && ready) form.current?.requestSubmit()
  }
  useShortcut('Mod+S', submitLabel, { run: send, group: 'This form' })
  useEffect(() => {
    if (tries === 0 || !form.current) return
    const found = problemsIn(form.current)
    setProblems(before => (sameProblems(before, found) ? before : found))
  }, [tries, children]) // the questions are drawn anew with every answer
  useEffect(() => {
    if (tries > 0 && form.current && problemsIn(form.current).length > 0) setTimeout(() => summary.current?.focus())
  }, [tries])
  // It stands on top, and whoever saved may be far below.
  useEffect(() => refusal.current?.scrollIntoView({ block: 'nearest' }), [error])
  const submit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault()
    event.stopPropagation() // a form in a dialog lies inside the page's form for React
    if (busy) return
    onSubmit(event)
    setTries(tries + 1)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send()
  }
  if (!ready) return <LoadingState label={label} shape="form" />
  return (
    <form ref={form} aria-label={label} className="wm-form" noValidate onSubmit={submit} onKeyDown={onKeyDown}>
      <ErrorSummary ref={summary} problems={problems} form={form} />
      {error && (
        <div ref={refusal}>
          <Banner tone="danger" title={sentenceFor(error)} announced />
        </div>
      )}
      {children}
      <div className="wm-form-footer">
        <Button kind={rest.danger === true ? 'danger' : 'primary'} type="submit" busy={busy} shortcut="Mod+S">
          {submitLabel}
        </Button>
        {rest.onCancel && <Button onClick={rest.onCancel}>{rest.cancelLabel ?? 'Cancel'}</Button>}
        {rest.footer}
      </div>
    </form>
  )
}

const sameProblems = (before: readonly FieldProblem[], after: readonly FieldProblem[]): boolean =>
  JSON.stringify(before) === JSON.stringify(after)

/** Questions that belong together, under a heading of their own. */
export function FormSection({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <section className="wm-form-section" aria-label={title}>
      <h2>{title}</h2>
      {hint !== undefined && <p className="wm-hint">{hint}</p>}
      {children}
    </section>
  )
}

/** Short questions side by side; under each other where there is no room. */
export function FieldRow({ children }: { children: ReactNode }) {
  return <div className="wm-field-row">{children}</div>
}
