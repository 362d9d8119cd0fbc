import { useRef, type KeyboardEvent } from 'react'
import { IconButton } from '../IconButton.tsx'
import { Icon } from '../Icon.tsx'
import { useShortcut } from '../shortcuts.ts'
import type { PageSearch } from './use-page-search.ts'

/** Finds words on all pages: how often, and from one to the next. */
export function ViewerSearch({ search, onClose }: { search: PageSearch; onClose: () => void }) {
  const input = useRef<HTMLInputElement>(null)
  useShortcut('Mod+F', 'Find in this document', { run: () => input.current?.select(), group: 'This document' })
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') search.step(event.shiftKey ? -1 : 1)
    if (event.key !== 'Escape') return
    event.preventDefault()
    onClose()
  }
  const none = search.hits.length === 0
  return (
    <div role="search" aria-label="Find in this document" className="wm-viewer-search" onKeyDown={onKeyDown}>
      <Icon name="search" />
      <input
        ref={input}
        className="wm-input"
        aria-label="Find in this document"
        value={search.words}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        autoFocus
        data-autofocus
        onChange={event => search.setWords(event.currentTarget.value)}
      />
      <IconButton icon="up" label="Previous" shortcut="Shift+F3" disabled={none} onClick={() => search.step(-1)} />
      <IconButton icon="down" label="Next" shortcut="F3" disabled={none} onClick={() => search.step(1)} />
      <span role="status">{wordsFor(search)}</span>
      <IconButton icon="close" label="Close search" shortcut="Escape" onClick={onClose} />
    </div>
  )
}

function wordsFor({ words, hits, busy, at }: PageSearch): string {
  if (words.trim() === '') return ''
  const many = hits.length.toLocaleString('en-GB')
  if (hits.length === 0) return busy ? 'Looking…' : 'Not found. Pictures of text can’t be searched.'
  return `${String(at + 1)} of ${many}${busy ? ', looking…' : ''}`
}
