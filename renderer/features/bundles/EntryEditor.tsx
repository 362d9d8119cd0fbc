import { useEffect, useRef, useState, type KeyboardEvent, type SyntheticEvent } from 'react'
import { entryKey, type BundleEntry } from '../../../shared/features/bundles.ts'
import { Button } from '../../ui/Button.tsx'
import { Row } from '../../ui/Layout.tsx'
import { TextField } from '../../ui/TextField.tsx'

type EditorProps = {
  entry: BundleEntry
  onDone: (words: { title: string; date?: string | null }) => void
  onCancel: () => void
}

/** Title and date of one entry, in its place. An empty title keeps the one before. */
export function EntryEditor({ entry, onDone, onCancel }: EditorProps) {
  const line = useRef<HTMLLIElement>(null)
  useEffect(() => line.current?.scrollIntoView({ block: 'nearest' }), []) // the whole of it, not only where one types
  const [title, setTitle] = useState<string | null>(entry.title)
  const [date, setDate] = useState(entry.is === 'document' ? entry.date : null)
  const done = (event: SyntheticEvent) => {
    event.preventDefault()
    event.stopPropagation()
    const words = (title ?? '').trim().slice(0, 300)
    onDone({ title: words === '' ? entry.title : words, date: (date ?? '').trim().slice(0, 40) || null })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    onCancel()
  }
  return (
    <li ref={line} className="wm-entry" data-editing data-key={entryKey(entry)}>
      <form className="wm-entry-form" aria-label="Title and date" onSubmit={done} onKeyDown={onKeyDown}>
        <TextField
          label="Title in the index"
          width="full"
          maxLength={300}
          autoFocus
          value={title}
          onChange={setTitle}
        />
        {entry.is === 'document' && (
          <TextField label="Date in the index" optional width="short" maxLength={40} value={date} onChange={setDate} />
        )}
        <Row gap={2}>
          <Button type="submit" size="small" kind="primary">
            Done
          </Button>
          <Button size="small" onClick={onCancel}>
            Cancel
          </Button>
        </Row>
      </form>
    </li>
  )
}
