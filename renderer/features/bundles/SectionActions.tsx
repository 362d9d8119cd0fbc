import type { BundleSection } from '../../../shared/features/bundles.ts'
import { PaperKind } from '../../../shared/features/papers.ts'
import { paperTitles } from '../../../shared/wording/papers.ts'
import { Button } from '../../ui/Button.tsx'
import { Menu } from '../../ui/Menu.tsx'
import type { MenuItem } from '../../ui/MenuItems.tsx'

export type SectionDoing = {
  addDocuments: (at: number) => void
  addPaper: (at: number, paper: PaperKind) => void
  rename: (at: number) => void
  move: (at: number, by: -1 | 1) => void
  remove: (at: number) => void
}
type ActionsProps = { sections: readonly BundleSection[]; at: number; doing: SectionDoing }

/** What can be put into a section, and what can be done with the section itself. */
export function SectionActions({ sections, at, doing }: ActionsProps) {
  const title = sections[at]?.title ?? ''
  const there = new Set(
    sections.flatMap(({ entries }) => entries).flatMap(entry => (entry.is === 'paper' ? [entry.paper] : [])),
  )
  const papers: MenuItem[] = PaperKind.options.map(paper => ({
    id: paper,
    label: paperTitles[paper],
    icon: 'document',
    disabled: there.has(paper) ? 'It is in this bundle already.' : undefined,
    onSelect: () => doing.addPaper(at, paper),
  }))
  const only = sections.length === 1 ? 'A bundle has at least one section.' : undefined
  return (
    <>
      <Button size="small" kind="quiet" icon="add" onClick={() => doing.addDocuments(at)}>
        Documents
      </Button>
      <Menu
        label={`Papers to add to ${title}`}
        items={[{ heading: 'Papers made from the case’s records' }, ...papers]}
        trigger={
          <Button size="small" kind="quiet" icon="add">
            Paper
          </Button>
        }
      />
      <Menu
        label={`More about the section ${title}`}
        items={[
          { id: 'rename', label: 'Rename…', icon: 'edit', onSelect: () => doing.rename(at) },
          {
            ...{ id: 'up', label: 'Move up', icon: 'up', onSelect: () => doing.move(at, -1) },
            disabled: at === 0 ? 'It is the first.' : undefined,
          },
          {
            ...{ id: 'down', label: 'Move down', icon: 'down', onSelect: () => doing.move(at, 1) },
            disabled: at === sections.length - 1 ? 'It is the last.' : undefined,
          },
          { separator: true },
          {
            id: 'remove',
            label: 'Remove',
            icon: 'remove',
            danger: true,
            disabled: only,
            onSelect: () => doing.remove(at),
          },
        ]}
      />
    </>
  )
}
