import type { Bundle, BundleDraft } from '../../../shared/features/bundles.ts'
import { useCommand } from '../../lib/api.ts'
import { changedMeanwhile, refused } from '../../ui/record-actions.ts'
import { RecordVersions } from '../../ui/RecordVersions.tsx'
import { toast } from '../../ui/toast.ts'
import { bundleDiff, bundleOfVersion } from './bundle-fields.ts'
import type { BundlePlace } from './bundle-place.ts'

/** How the record of a bundle stood after each save, and the way back to any of them. Finished versions are another thing. */
export function BundleVersions({ bundle, place }: { bundle: Bundle; place: BundlePlace }) {
  const update = useCommand('bundles.update')
  const putBack = (draft: BundleDraft, state: number) =>
    update.mutate(
      { id: bundle.id, revision: bundle.revision, bundle: draft },
      {
        onSuccess: ({ outcome }) => {
          if (outcome === 'conflict') return void toast(changedMeanwhile, { tone: 'warning' })
          toast(`The contents are as they were in state ${String(state)}`)
          place.open(bundle.id)
        },
        onError: () => toast(refused, { tone: 'danger' }),
      },
    )
  return (
    <RecordVersions
      id={bundle.id}
      title="Earlier states of its contents"
      noun="state"
      busy={update.isPending}
      read={bundleOfVersion}
      diff={bundleDiff}
      onPutBack={bundle.withdrawnReason === null ? putBack : undefined}
      onClose={place.close}
    />
  )
}
