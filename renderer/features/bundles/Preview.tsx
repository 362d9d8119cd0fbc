import { useMemo } from 'react'
import type { BundleVersion } from '../../../shared/features/bundles.ts'
import { readingOf } from '../../lib/reading.ts'
import { DocumentViewer } from '../../ui/viewer/DocumentViewer.tsx'

export type Place = { page: number; jump: number }
type PreviewProps = { version: BundleVersion; place: Place; onPage: (page: number) => void }

/** Every page of a version as it will be filed. `page` counts from 1; each new `jump` goes there. */
export function Preview({ version: { id, number }, place, onPage }: PreviewProps) {
  const source = useMemo(() => readingOf('bundles.open', { id }), [id])
  return (
    <DocumentViewer
      key={place.jump}
      source={source}
      title={`Pages of version ${String(number)}`}
      page={place.page}
      onPage={onPage}
    />
  )
}
