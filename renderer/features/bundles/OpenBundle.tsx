import type { EventId } from '../../../shared/kernel/ids.ts'
import { useCall } from '../../lib/api.ts'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { LoadingState } from '../../ui/LoadingState.tsx'
import type { BundlePlace } from './bundle-place.ts'
import { BundleBuilder } from './BundleBuilder.tsx'
import { BundleVersions } from './BundleVersions.tsx'

type OpenProps = { id: EventId; place: BundlePlace; closed: boolean }

/** One bundle, in the builder or with its earlier states. */
export function OpenBundle({ id, place, closed }: OpenProps) {
  const found = useCall('bundles.find', { id })
  const material = useCall('bundles.material', { caseId: place.caseId })
  const error = found.error ?? material.error
  if (!found.data || !material.data)
    return error ? (
      <ErrorState
        error={error}
        title="This bundle could not be opened"
        onRetry={() => void Promise.all([found.refetch(), material.refetch()])}
      />
    ) : (
      <LoadingState label="Opening the bundle" shape="detail" />
    )
  if (place.search.mode === 'versions') return <BundleVersions bundle={found.data} place={place} />
  return <BundleBuilder bundle={found.data} material={material.data.rows} place={place} closed={closed} />
}
