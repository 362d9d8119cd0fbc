import { useState } from 'react'
import {
  entryKey,
  type BundleEntry,
  type BundleMaterial,
  type BundleSection,
} from '../../../shared/features/bundles.ts'
import { leftOutWords, notForBundle } from '../../../shared/wording/bundle-records.ts'
import { documentKindWords } from '../../../shared/wording/documents.ts'
import { count, showWhen } from '../../../shared/wording/when.ts'
import { StatusPill } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Row, Spacer, Stack } from '../../ui/Layout.tsx'
import { SearchBox } from '../../ui/SearchBox.tsx'
import { Muted } from '../../ui/Text.tsx'
import { addEntries } from './arrange.ts'

type AddProps = {
  sections: BundleSection[]
  at: number
  material: readonly BundleMaterial[]
  onAdd: (sections: BundleSection[]) => void
  onClose: () => void
}
const mostShown = 200

/** The documents of the case that are not in the bundle yet, oldest first, to be put into a section, several at once. */
export function AddDocuments({ sections, at, material, onAdd, onClose }: AddProps) {
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const there = new Set(sections.flatMap(({ entries }) => entries).map(entryKey))
  const free = material.filter(({ id, withdrawn }) => !withdrawn && !there.has(id)).toReversed()
  const words = text.trim().toLowerCase()
  const found = free.filter(({ title, kind }) => `${title} ${documentKindWords[kind]}`.toLowerCase().includes(words))
  const takeable = found.filter(({ mediaType }) => notForBundle(mediaType) === null)
  const leftOut = found.length - takeable.length
  const toggle = (id: string) =>
    setChosen(before => new Set(before.has(id) ? [...before].filter(one => one !== id) : [...before, id]))
  const add = () => {
    onAdd(addEntries(sections, at, free.filter(({ id }) => chosen.has(id)).map(entryFor)))
    onClose()
  }
  const footer = (
    <Row gap={2}>
      <Button
        kind="primary"
        disabledReason={chosen.size === 0 ? 'Choose at least one document.' : undefined}
        onClick={add}
      >
        {chosen.size === 0 ? 'Add' : `Add ${count(chosen.size, 'document')}`}
      </Button>
      <Button onClick={onClose}>Cancel</Button>
      <Spacer />
      {leftOut > 0 && <Muted>{leftOutWords(leftOut)}</Muted>}
      {takeable.length > 0 && (
        <Button kind="quiet" onClick={() => setChosen(new Set([...chosen, ...takeable.map(({ id }) => id)]))}>
          Choose all {takeable.length.toLocaleString('en-GB')}
        </Button>
      )}
    </Row>
  )
  return (
    <Dialog title={`Add documents to ${sections[at]?.title ?? ''}`} open onClose={onClose} footer={footer}>
      {free.length === 0 ? (
        <EmptyState icon="evidence" title="Every document of this case is in the bundle">
          Add documents to the case under Documents, then put them in here.
        </EmptyState>
      ) : (
        <Stack gap={3}>
          <Row>
            <SearchBox label="Find a document" value={text} onChange={setText} count={found.length} autoFocus />
          </Row>
          <ul className="wm-picker" aria-label="Documents of this case">
            {found.slice(0, mostShown).map(document => (
              <Choice
                key={document.id}
                document={document}
                chosen={chosen.has(document.id)}
                onToggle={() => toggle(document.id)}
              />
            ))}
          </ul>
          {found.length > mostShown && (
            <Muted>{count(found.length - mostShown, 'more document')}: type to narrow the list.</Muted>
          )}
        </Stack>
      )}
    </Dialog>
  )
}

type ChoiceProps = { document: BundleMaterial; chosen: boolean; onToggle: () => void }
function Choice({ document: { title, kind, when, described, mediaType }, chosen, onToggle }: ChoiceProps) {
  const mark = notForBundle(mediaType) ?? (described ? null : 'Not described')
  return (
    <li>
      <label className="wm-picker-line wm-choice">
        <input type="checkbox" checked={chosen} onChange={onToggle} />
        <span className="wm-entry-words">
          <span className="wm-picker-title">{title}</span>
          <span className="wm-entry-under">
            {documentKindWords[kind]} · {showWhen(when)}
          </span>
        </span>
        {mark !== null && <StatusPill tone="warning">{mark}</StatusPill>}
      </label>
    </li>
  )
}

const entryFor = ({ id, title, when }: BundleMaterial): BundleEntry => ({
  ...{ is: 'document', id, fileId: null, title, date: when.from === null ? null : showWhen(when).slice(0, 40) },
})
