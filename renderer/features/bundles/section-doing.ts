import { entryKey, type BundleEntry, type BundleSection } from '../../../shared/features/bundles.ts'
import { paperTitles } from '../../../shared/wording/papers.ts'
import { count } from '../../../shared/wording/when.ts'
import { toast } from '../../ui/toast.ts'
import { addEntries, insertEntry, moveSection, removeEntry, spotOf } from './arrange.ts'
import type { SectionDoing } from './SectionActions.tsx'

/** A change of the sections as they are by then. */
type Put = (now: BundleSection[]) => BundleSection[]
/** Takes the sections anew, or how they change. */
export type ChangeSections = (next: BundleSection[] | Put) => void
/** Documents for a section, its new name, or that of a section to be. */
export type Asking = { add: number } | { rename: number | null }

export const entryOf = (sections: readonly BundleSection[], key: string): BundleEntry | null =>
  sections.flatMap(({ entries }) => entries).find(entry => entryKey(entry) === key) ?? null

/** What can be done with sections. What is taken out can be put back as long as its message stands. */
export const useSectionDoing = (
  sections: BundleSection[],
  change: ChangeSections,
  ask: (asking: Asking) => void,
): SectionDoing => ({
  addDocuments: at => ask({ add: at }),
  addPaper: (at, paper) => change(addEntries(sections, at, [{ is: 'paper', paper, title: paperTitles[paper] }])),
  rename: at => ask({ rename: at }),
  move: (at, by) => change(moveSection(sections, at, by)),
  remove: at => {
    const gone = sections[at]
    if (!gone) return
    change(sections.toSpliced(at, 1))
    const many = gone.entries.length
    toast(many === 0 ? 'Section removed' : `Section removed, with ${count(many, 'document')}`, {
      ...{ tone: 'info', action: { label: 'Undo', onSelect: () => change(now => now.toSpliced(at, 0, gone)) } },
    })
  },
})

/** Takes an entry out of the bundle. The document itself stays in the case. */
export function takeOut(sections: BundleSection[], key: string, change: ChangeSections): void {
  const [entry, spot] = [entryOf(sections, key), spotOf(sections, key)]
  if (!entry || !spot) return
  change(removeEntry(sections, key))
  const putBack: Put = now => (spotOf(now, key) ? now : insertEntry(now, entry, spot))
  toast('Taken out of the bundle', {
    ...{ tone: 'info', action: { label: 'Undo', onSelect: () => change(putBack) } },
  })
}
