import { memo, type ReactNode } from 'react'
import { entryKey, type BundleMaterial, type BundleSection } from '../../../shared/features/bundles.ts'
import type { BundleProfile } from '../../../shared/rules/bundle-profiles.ts'
import { sectionLetter } from '../../../shared/rules/bundle-numbering.ts'
import { count } from '../../../shared/wording/when.ts'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { EntryRow } from './EntryRow.tsx'

type SectionProps = {
  section: BundleSection
  at: number
  numbering: BundleProfile['numbering']
  material: ReadonlyMap<string, BundleMaterial>
  /** The gap where the dragged entry would go; null: not in this section. */
  gap: number | null
  heldKey: string | null
  fixed: boolean
  editingKey: string | null
  /** Drawn in the place of the entry that is edited. */
  editor: ReactNode
  actions: ReactNode
}

/** A section with its entries. Drawn anew only when something in it changes. */
export const SectionBlock = memo(function SectionBlock(props: SectionProps) {
  const { section, at, numbering, material, gap, heldKey, fixed, editingKey, editor, actions } = props
  const { title, entries } = section
  const id = `wm-bundle-section-${String(at)}`
  const markOf = (index: number) =>
    gap === index ? 'before' : gap === entries.length && index === entries.length - 1 ? 'after' : null
  return (
    <section aria-labelledby={id} className="wm-bundle-section">
      <div className="wm-bundle-section-bar">
        {numbering === 'by-section' && <span className="wm-bundle-letter">{sectionLetter(at)}</span>}
        <h3 id={id}>{title}</h3>
        <span className="wm-bundle-count">
          <span aria-hidden>{entries.length > 0 && entries.length.toLocaleString('en-GB')}</span>
          <VisuallyHidden>{count(entries.length, 'document')}</VisuallyHidden>
        </span>
        {actions}
      </div>
      {entries.length === 0 ? (
        <p className="wm-bundle-empty" data-spot={`${String(at)}.0`} data-mark={gap === null ? undefined : 'before'}>
          Nothing here yet. Add documents, or drag them here.
        </p>
      ) : (
        <ol className="wm-entries">
          {entries.map((entry, index) => {
            const key = entryKey(entry)
            if (key === editingKey) return editor
            return (
              <EntryRow
                key={key}
                entry={entry}
                material={entry.is === 'document' ? material.get(entry.id) : undefined}
                section={at}
                index={index}
                mark={markOf(index)}
                held={key === heldKey}
                fixed={fixed}
              />
            )
          })}
        </ol>
      )}
    </section>
  )
})
