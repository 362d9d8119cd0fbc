import { memo } from 'react'
import { entryKey, type BundleEntry, type BundleMaterial } from '../../../shared/features/bundles.ts'
import { notForBundle } from '../../../shared/wording/bundle-records.ts'
import { documentKindWords } from '../../../shared/wording/documents.ts'
import { count } from '../../../shared/wording/when.ts'
import { StatusPill } from '../../ui/Badge.tsx'
import { Icon } from '../../ui/Icon.tsx'

type RowProps = {
  entry: BundleEntry
  /** The document as it is now; undefined for a paper, and where it is not in the case any more. */
  material: BundleMaterial | undefined
  section: number
  index: number
  mark: 'before' | 'after' | null
  held: boolean
  fixed: boolean
}

/** One document or paper in its section. It has no handlers of its own: 500 of them are drawn, and the list listens for all. */
export const EntryRow = memo(function EntryRow({ entry, material, section, index, mark, held, fixed }: RowProps) {
  const { title } = entry
  return (
    <li
      className="wm-entry"
      data-key={entryKey(entry)}
      data-spot={`${String(section)}.${String(index)}`}
      data-mark={mark ?? undefined}
      data-held={held || undefined}
    >
      {!fixed && (
        <button
          type="button"
          className="wm-icon-button"
          data-size="small"
          data-do="handle"
          aria-label={`Move ${title}`}
          aria-pressed={held}
          aria-describedby="wm-arranging"
        >
          <Icon name="drag" size={16} />
        </button>
      )}
      <div className="wm-entry-words">
        {fixed ? (
          <span className="wm-entry-title">{title}</span>
        ) : (
          <button type="button" className="wm-entry-title" data-do="edit" title="Change title and date">
            {title}
          </button>
        )}
        <span className="wm-entry-under">{underOf(entry, material)}</span>
      </div>
      <Mark entry={entry} material={material} />
      <span className="wm-entry-pages">{pagesOf(entry, material)}</span>
      {!fixed && (
        <button
          type="button"
          className="wm-icon-button"
          data-size="small"
          data-do="menu"
          aria-haspopup="menu"
          aria-label={`More about ${title}`}
        >
          <Icon name="more" size={16} />
        </button>
      )}
    </li>
  )
}, isSame)

/** By what entries say: the form makes every one of them anew at each change. */
function isSame(before: RowProps, after: RowProps): boolean {
  const { entry: one, ...rest } = before
  const { entry: other, ...others } = after
  return (
    one.title === other.title &&
    entryKey(one) === entryKey(other) &&
    (one.is === 'document' && other.is === 'document' ? one.date === other.date : true) &&
    (Object.keys(rest) as (keyof typeof rest)[]).every(key => rest[key] === others[key]) // its own keys
  )
}

function underOf(entry: BundleEntry, material: BundleMaterial | undefined): string {
  if (entry.is === 'paper') return 'Paper made from the case’s records'
  return [entry.date ?? 'undated', material && documentKindWords[material.kind]].filter(Boolean).join(' · ')
}

const pagesOf = (entry: BundleEntry, material: BundleMaterial | undefined): string =>
  entry.is === 'paper' || material?.pages === undefined || material.pages === null ? '' : count(material.pages, 'page')

/** What somebody should do about it before it is printed. */
function Mark({ entry, material }: Pick<RowProps, 'entry' | 'material'>) {
  if (entry.is === 'paper') return null
  if (!material || material.withdrawn) return <StatusPill tone="danger">Entered in error</StatusPill>
  const obstacle = notForBundle(material.mediaType)
  if (obstacle !== null) return <StatusPill tone="warning">{obstacle}</StatusPill>
  return material.described ? null : <StatusPill tone="warning">Not described</StatusPill>
}
