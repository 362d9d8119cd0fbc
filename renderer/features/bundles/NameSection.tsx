import { useState, type SyntheticEvent } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Row, Stack } from '../../ui/Layout.tsx'
import { TextField } from '../../ui/TextField.tsx'

type NameProps = { before: string | null; onName: (title: string) => void; onClose: () => void }

/** Asks what a section is called; `before` is null for a new one. */
export function NameSection({ before, onName, onClose }: NameProps) {
  const [title, setTitle] = useState<string | null>(before)
  const [problem, setProblem] = useState<string | null>(null)
  const words = before === null ? 'Add a section' : 'Rename the section'
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    event.stopPropagation()
    const typed = (title ?? '').trim()
    if (typed === '') setProblem('Write what the section is called.')
    else if (typed.length > 300) setProblem('Use 300 characters or fewer.')
    else onName(typed)
  }
  return (
    <Dialog title={words} open onClose={onClose} size="small">
      <form aria-label={words} noValidate onSubmit={submit}>
        <Stack gap={4}>
          <TextField
            label="Name in the index"
            width="full"
            autoFocus
            error={problem}
            value={title}
            onChange={setTitle}
          />
          <Row gap={2}>
            <Button kind="primary" type="submit">
              {before === null ? 'Add section' : 'Rename'}
            </Button>
            <Button onClick={onClose}>Cancel</Button>
          </Row>
        </Stack>
      </form>
    </Dialog>
  )
}
