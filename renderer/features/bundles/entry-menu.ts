import type { BundleMaterial, BundleSection } from '../../../shared/features/bundles.ts'
import type { MenuItem } from '../../ui/MenuItems.tsx'
import { announce } from '../../ui/toast.ts'
import { moveEntry, spotOf, stepOf, type Spot } from './arrange.ts'
import { entryOf, takeOut, type ChangeSections } from './section-doing.ts'
import { placeWords } from './use-arranging.ts'

type MenuInput = {
  sections: BundleSection[]
  key: string
  change: ChangeSections
  edit: (key: string) => void
  showDocument: (id: BundleMaterial['id']) => void
  moved: (key: string) => void
}

/** What can be done with one entry: everything that mouse and keyboard can, in words. */
export function entryMenu({ sections, key, change, edit, showDocument, moved }: MenuInput): MenuItem[] {
  const [entry, spot] = [entryOf(sections, key), spotOf(sections, key)]
  if (!entry || !spot) return []
  const move = (to: Spot | null) => {
    if (!to) return
    const next = moveEntry(sections, key, to)
    change(next)
    moved(key)
    announce(placeWords(next, key))
  }
  const step = (by: -1 | 1): Pick<Extract<MenuItem, { id: string }>, 'disabled' | 'onSelect'> => {
    const to = stepOf(sections, key, by)
    return { disabled: to ? undefined : by === 1 ? 'It is the last.' : 'It is the first.', onSelect: () => move(to) }
  }
  const others = sections.flatMap(({ title, entries }, section): MenuItem[] =>
    section === spot.section
      ? []
      : [
          {
            id: `to-${String(section)}`,
            label: title,
            icon: 'forward',
            onSelect: () => move({ section, index: entries.length }),
          },
        ],
  )
  return [
    { id: 'edit', label: 'Change title and date', icon: 'edit', onSelect: () => edit(key) },
    ...(entry.is === 'document'
      ? [{ id: 'show', label: 'Show the document', icon: 'document' as const, onSelect: () => showDocument(entry.id) }]
      : []),
    { separator: true },
    { id: 'up', label: 'Move up', icon: 'up', ...step(-1) },
    { id: 'down', label: 'Move down', icon: 'down', ...step(1) },
    ...(others.length > 0 ? [{ heading: 'Move to' }, ...others] : []),
    { separator: true },
    {
      id: 'remove',
      label: 'Take out of the bundle',
      icon: 'remove',
      danger: true,
      onSelect: () => takeOut(sections, key, change),
    },
  ]
}
