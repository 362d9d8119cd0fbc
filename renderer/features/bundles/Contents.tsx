import './bundles.css'
import {
  useMemo,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
} from 'react'
import type { BundleMaterial, BundleSection } from '../../../shared/features/bundles.ts'
import type { BundleProfile } from '../../../shared/rules/bundle-profiles.ts'
import { asksForMenu, pointUnder, usePointMenu } from '../../ui/ContextMenu.tsx'
import { Button } from '../../ui/Button.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { AddDocuments } from './AddDocuments.tsx'
import { changeEntry, renameSection } from './arrange.ts'
import { entryMenu } from './entry-menu.ts'
import { EntryEditor } from './EntryEditor.tsx'
import { NameSection } from './NameSection.tsx'
import { SectionActions } from './SectionActions.tsx'
import { SectionBlock } from './SectionBlock.tsx'
import { useArranging } from './use-arranging.ts'
import { entryOf, useSectionDoing, type Asking, type ChangeSections } from './section-doing.ts'

type ContentsProps = {
  sections: BundleSection[]
  material: readonly BundleMaterial[]
  numbering: BundleProfile['numbering']
  fixed: boolean
  change: ChangeSections
  showDocument: (id: BundleMaterial['id']) => void
}

/** The sections of a bundle with what is in them, to be ordered by mouse, keyboard or menu. */
export function Contents({ sections, material, numbering, fixed, change, showDocument }: ContentsProps) {
  const box = useRef<HTMLDivElement>(null)
  const [editing, setEditing] = useState<string | null>(null)
  const [asking, setAsking] = useState<Asking | null>(null)
  const arranging = useArranging({ box, sections, change })
  const { menu, open } = usePointMenu('Actions')
  const byId = useMemo(
    () => new Map<string, BundleMaterial>(material.map(document => [document.id, document])),
    [material],
  )
  const doing = useSectionDoing(sections, change, setAsking)
  const openMenu = (key: string, point: { x: number; y: number }) =>
    open({
      ...point,
      items: entryMenu({ sections, key, change, edit: setEditing, showDocument, moved: arranging.follow }),
    })
  const { dragged } = arranging
  const edited = editing === null ? null : entryOf(sections, editing)
  const editor = edited && (
    <EntryEditor
      key={editing}
      entry={edited}
      onCancel={() => setEditing(null)}
      onDone={words => {
        change(changeEntry(sections, editing ?? '', words))
        setEditing(null)
      }}
    />
  )
  return (
    <div
      ref={box}
      className="wm-bundle-contents"
      data-dragging={dragged === null ? undefined : true}
      {...useListening({ arranging, edit: setEditing, openMenu })}
    >
      <VisuallyHidden>
        <span id="wm-arranging">Space picks it up, arrow keys move it, Space drops it, Escape puts it back.</span>
      </VisuallyHidden>
      {sections.map((section, at) => (
        <SectionBlock
          key={at}
          section={section}
          at={at}
          numbering={numbering}
          material={byId}
          gap={dragged?.over?.section === at ? dragged.over.index : null}
          heldKey={arranging.held ?? dragged?.key ?? null}
          fixed={fixed}
          editingKey={editing}
          editor={editor}
          actions={fixed ? null : <SectionActions sections={sections} at={at} doing={doing} />}
        />
      ))}
      {!fixed && (
        <Button icon="add" onClick={() => setAsking({ rename: null })}>
          Add a section
        </Button>
      )}
      {menu}
      {asking && (
        <Ask asking={asking} sections={sections} material={material} change={change} onClose={() => setAsking(null)} />
      )}
    </div>
  )
}

type Listening = {
  arranging: ReturnType<typeof useArranging>
  edit: (key: string) => void
  openMenu: (key: string, point: { x: number; y: number }) => void
}
/** Listens for every entry at once: which one is meant stands in its element. */
function useListening({ arranging, edit, openMenu }: Listening) {
  return {
    onPointerDown(event: PointerEvent) {
      const hit = hitOf(event)
      if (hit?.what === 'handle') arranging.onHandlePointerDown(event, hit.key)
    },
    onPointerMove: arranging.onPointerMove,
    onPointerUp: arranging.onPointerUp,
    onPointerCancel: arranging.onPointerCancel,
    onBlur(event: FocusEvent) {
      // Moving an entry takes it out of the page for a moment; leaving it for good lets it go.
      if (event.relatedTarget !== null) arranging.letGo()
    },
    onClick(event: MouseEvent) {
      const hit = hitOf(event)
      if (hit?.what === 'edit') edit(hit.key)
      if (hit?.what === 'menu') openMenu(hit.key, pointUnder(hit.element))
    },
    onContextMenu(event: MouseEvent) {
      const hit = hitOf(event)
      if (!hit || hit.element.closest('input, form')) return
      event.preventDefault()
      openMenu(hit.key, { x: event.clientX, y: event.clientY })
    },
    onKeyDown(event: KeyboardEvent) {
      const hit = hitOf(event)
      if (hit && asksForMenu(event)) {
        event.preventDefault()
        event.stopPropagation()
        openMenu(hit.key, pointUnder(hit.element))
      } else if (hit?.what === 'handle') arranging.onHandleKeyDown(event, hit.key)
    },
  }
}

type AskProps = Pick<ContentsProps, 'sections' | 'material' | 'change'> & { asking: Asking; onClose: () => void }
/** What has to be answered before a section changes: which documents, or what it is called. */
function Ask({ asking, sections, material, change, onClose }: AskProps) {
  if ('add' in asking)
    return <AddDocuments sections={sections} at={asking.add} material={material} onAdd={change} onClose={onClose} />
  const at = asking.rename
  const name = (title: string) => {
    change(at === null ? [...sections, { title, entries: [] }] : renameSection(sections, at, title))
    onClose()
  }
  return <NameSection before={at === null ? null : (sections[at]?.title ?? '')} onClose={onClose} onName={name} />
}

type Hit = { key: string; what: string | undefined; element: Element }
/** Which entry an event is about, and which of its controls. Null: none of the list's own. */
function hitOf(event: MouseEvent | PointerEvent | KeyboardEvent): Hit | null {
  const { target, currentTarget } = event
  if (!(target instanceof Element) || !currentTarget.contains(target)) return null
  const key = target.closest<HTMLElement>('[data-key]')?.dataset['key']
  const control = target.closest<HTMLElement>('[data-do]')
  return key === undefined ? null : { key, what: control?.dataset['do'], element: control ?? target }
}
