import { useState } from 'react'
import type { AppError } from '../../../shared/kernel/errors.ts'
import { sentenceFor } from '../../../shared/wording/errors.ts'
import { Form } from '../Form.tsx'
import { PassphraseField } from '../PassphraseField.tsx'

type UnlockProps = { error: AppError | null; busy: boolean; onUnlock: (password: string) => void }

/** Asks for a document's own password. It is kept nowhere. */
export function UnlockDocument({ error, busy, onUnlock }: UnlockProps) {
  const [password, setPassword] = useState('')
  const [isEmpty, setEmpty] = useState(false)
  const submit = () => {
    setEmpty(password === '')
    if (password !== '') onUnlock(password)
  }
  const problem = isEmpty ? 'Type the password of this document.' : error ? sentenceFor(error) : undefined
  return (
    <div className="wm-viewer-unlock">
      <Form label="Open a locked document" submitLabel="Open" busy={busy} onSubmit={submit}>
        <PassphraseField
          label="Password of this document"
          hint="Whoever made it has locked it. Waymark does not keep the password."
          error={problem}
          autoFocus
          value={password}
          onChange={setPassword}
        />
      </Form>
    </div>
  )
}
