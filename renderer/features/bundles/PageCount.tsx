import type { BundleMaterial, BundleSection } from '../../../shared/features/bundles.ts'
import type { BundleProfile } from '../../../shared/rules/bundle-profiles.ts'
import { profileStatusWords } from '../../../shared/wording/bundle-records.ts'
import { count } from '../../../shared/wording/when.ts'
import { StatusPill } from '../../ui/Badge.tsx'
import { Muted, Text } from '../../ui/Text.tsx'

type CountProps = {
  sections: readonly BundleSection[]
  material: readonly BundleMaterial[]
  profile: BundleProfile | null
}

/** How many pages it will have as far as anybody knows, beside the most that its court takes. */
export function PageCount({ sections, material, profile }: CountProps) {
  const pagesOf = new Map<string, number | null>(material.map(({ id, pages }) => [id, pages]))
  const entries = sections.flatMap(section => section.entries)
  const counts = entries.map(entry => (entry.is === 'document' ? (pagesOf.get(entry.id) ?? null) : null))
  const known = counts.reduce<number>((sum, pages) => sum + (pages ?? 0), 0)
  const open = counts.filter(pages => pages === null).length
  const limit = profile?.pageLimit ?? null
  const over = limit !== null && known > limit
  return (
    <div className="wm-page-count">
      <Text size="small" strong>
        {known === 0
          ? count(entries.length, 'document')
          : `${open > 0 ? 'At least ' : ''}${count(known, 'page')} and the index`}
      </Text>
      {open > 0 && (
        <Muted>
          {known === 0 ? 'Pages are counted when it is made' : `${count(open, 'document')} counted when it is made`}
        </Muted>
      )}
      {limit !== null &&
        (over ? (
          <StatusPill tone="danger">Over {limit} pages: ask the court first</StatusPill>
        ) : (
          <Muted>
            At most {limit} without permission ({profileStatusWords[profile?.status ?? 'unverified'].toLowerCase()})
          </Muted>
        ))}
    </div>
  )
}
