import { useState, type SyntheticEvent } from 'react'
import type { AppError } from '../../../shared/kernel/errors.ts'
import { sentenceFor } from '../../../shared/wording/errors.ts'
import { Button } from '../Button.tsx'
import { PassphraseField } from '../PassphraseField.tsx'
import { VisuallyHidden } from '../VisuallyHidden.tsx'

type UnlockProps = { error: AppError | null; busy: boolean; onUnlock: (password: string) => void }

/** Asks for a document's own password. It is kept nowhere. */
export function UnlockDocument({ error, busy, onUnlock }: UnlockProps) {
  const [password, setPassword] = useState('')
  const [isEmpty, setEmpty] = useState(false)
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    setEmpty(password === '')
    if (password !== '' && !busy) onUnlock(password)
  }
  const problem = isEmpty ? 'Type the password of this document.' : error ? sentenceFor(error) : undefined
  return (
    <form className="wm-viewer-unlock" aria-label="Open a locked document" noValidate onSubmit={submit}>
      <PassphraseField
        label="Password of this document"
        hint="Whoever made it has locked it. Waymark does not keep the password."
        error={problem}
        autoFocus
        value={password}
        onChange={setPassword}
      />
      <VisuallyHidden>
        <span role="alert">{problem}</span>
      </VisuallyHidden>
      <Button kind="primary" type="submit" busy={busy}>
        Open
      </Button>
    </form>
  )
}
