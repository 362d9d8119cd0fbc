import {
  entryKey,
  type Bundle,
  type BundleMaterial,
  type BundleSection,
  type BundleVersion,
} from '../../../shared/features/bundles.ts'
import type { BundleProfile } from '../../../shared/rules/bundle-profiles.ts'
import { pageCountLines, profileStatusWords } from '../../../shared/wording/bundle-records.ts'
import { useCall } from '../../lib/api.ts'
import { StatusPill } from '../../ui/Badge.tsx'
import { Muted, Text } from '../../ui/Text.tsx'

type CountProps = {
  sections: readonly BundleSection[]
  material: readonly BundleMaterial[]
  profile: BundleProfile | null
}

/** The same once a version was made: papers have no pages until then, and count as they were in it. */
export function PageCountSince({ newest, ...props }: CountProps & { newest: NonNullable<Bundle['newest']> }) {
  const version = useCall('bundles.findVersion', { id: newest.id }, { keepPrevious: true }).data
  return <PageCount {...props} made={version ?? null} />
}

/** How many pages it will have as far as anybody knows, what is not counted, and the most that its court takes. */
export function PageCount({ sections, material, profile, made }: CountProps & { made: BundleVersion | null }) {
  const pagesOf = new Map<string, number | null>(material.map(({ id, pages }) => [id, pages]))
  const paperPages = new Map(made?.documents.map(({ entry, pages }) => [entry, pages]))
  const counted = sections
    .flatMap(({ entries }) => entries)
    .map(entry => {
      const key = entryKey(entry)
      return { is: entry.is, pages: (entry.is === 'paper' ? paperPages : pagesOf).get(key) ?? null }
    })
  const known = counted.reduce((sum, { pages }) => sum + (pages ?? 0), 0)
  const many = (is: 'paper' | 'document', isOpen: boolean) =>
    counted.filter(one => one.is === is && (one.pages === null) === isOpen).length
  const { headline, rest } = pageCountLines({
    ...{ known, openPapers: many('paper', true), openDocuments: many('document', true), papers: many('paper', false) },
    version: made?.number ?? null,
  })
  const limit = profile?.pageLimit ?? null
  return (
    <div className="wm-page-count">
      <Text size="small" strong>
        {headline}
      </Text>
      {rest !== null && <Muted>{rest}</Muted>}
      {limit !== null &&
        (known > limit ? (
          <StatusPill tone="danger">Over {limit} pages: ask the court first</StatusPill>
        ) : (
          <Muted>
            At most {limit} without permission ({profileStatusWords[profile?.status ?? 'unverified'].toLowerCase()})
          </Muted>
        ))}
    </div>
  )
}
