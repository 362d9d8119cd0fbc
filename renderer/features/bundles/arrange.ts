import { entryKey, type BundleEntry, type BundleSection } from '../../../shared/features/bundles.ts'

/** Where an entry stands: both count from 0. */
export type Spot = { section: number; index: number }
type Sections = readonly BundleSection[]

export function spotOf(sections: Sections, key: string): Spot | null {
  for (const [section, { entries }] of sections.entries()) {
    const index = entries.findIndex(entry => entryKey(entry) === key)
    if (index >= 0) return { section, index }
  }
  return null
}

/** Sections that nothing happened to stay the same objects, so that they are not drawn again. */
const changed = (sections: Sections, at: number, entries: BundleEntry[]): BundleSection[] =>
  sections.map((section, index) => (index === at ? { ...section, entries } : section))

/** Takes an entry to the place that `to` says, as the list is without it. */
export function moveEntry(sections: Sections, key: string, to: Spot): BundleSection[] {
  const from = spotOf(sections, key)
  const entry = from && sections[from.section]?.entries[from.index]
  if (!from || !entry) return [...sections]
  if (from.section === to.section && from.index === to.index) return [...sections]
  return insertEntry(removeEntry(sections, key), entry, to)
}

export function insertEntry(sections: Sections, entry: BundleEntry, to: Spot): BundleSection[] {
  const at = Math.max(0, Math.min(to.section, sections.length - 1))
  const entries = sections[at]?.entries ?? []
  return changed(sections, at, entries.toSpliced(Math.min(to.index, entries.length), 0, entry))
}

export function removeEntry(sections: Sections, key: string): BundleSection[] {
  const spot = spotOf(sections, key)
  if (!spot) return [...sections]
  return changed(sections, spot.section, (sections[spot.section]?.entries ?? []).toSpliced(spot.index, 1))
}

/** One step up or down, into the next section at its edge. Null: it is at the end of all. */
export function stepOf(sections: Sections, key: string, by: -1 | 1): Spot | null {
  const spot = spotOf(sections, key)
  if (!spot) return null
  const index = spot.index + by
  const length = sections[spot.section]?.entries.length ?? 0
  if (index >= 0 && index < length) return { section: spot.section, index }
  const section = spot.section + by
  const next = sections[section]
  return next ? { section, index: by === 1 ? 0 : next.entries.length } : null
}

export const changeEntry = (sections: Sections, key: string, words: { title: string; date?: string | null }) => {
  const spot = spotOf(sections, key)
  const entry = spot && sections[spot.section]?.entries[spot.index]
  if (!spot || !entry) return [...sections]
  const next: BundleEntry =
    entry.is === 'paper'
      ? { ...entry, title: words.title }
      : { ...entry, title: words.title, date: words.date === undefined ? entry.date : words.date }
  return changed(sections, spot.section, (sections[spot.section]?.entries ?? []).with(spot.index, next))
}

export const addEntries = (sections: Sections, at: number, added: readonly BundleEntry[]): BundleSection[] =>
  changed(sections, at, [...(sections[at]?.entries ?? []), ...added])

export const renameSection = (sections: Sections, at: number, title: string): BundleSection[] =>
  sections.map((section, index) => (index === at ? { ...section, title } : section))

export function moveSection(sections: Sections, at: number, by: -1 | 1): BundleSection[] {
  const section = sections[at]
  const to = at + by
  if (!section || to < 0 || to >= sections.length) return [...sections]
  return sections.toSpliced(at, 1).toSpliced(to, 0, section)
}
