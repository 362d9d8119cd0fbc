import { Button } from './Button.tsx'
import { useShortcut } from './shortcuts.ts'

type RecordButtonProps = {
  /** What it does, as in "Record a hearing". */
  label: string
  /** Half-typed words wait for it. */
  waiting?: boolean
  /** In a closed case nothing is recorded. */
  closed: boolean
  onRecord: () => void
}

/** Begins a new record, by button or by N. */
export function RecordButton({ label, waiting = false, closed, onRecord }: RecordButtonProps) {
  useShortcut('N', label, { run: onRecord, enabled: !closed })
  const doing = label.charAt(0).toLowerCase() + label.slice(1)
  return (
    <Button
      kind="primary"
      icon="add"
      shortcut="N"
      onClick={onRecord}
      disabledReason={closed ? `This case is closed. Open it again to ${doing}.` : undefined}
    >
      {waiting ? 'Continue your draft' : label}
    </Button>
  )
}
