import { useEffect, useEffectEvent } from 'react'
import type { BundleVersion } from '../../../shared/features/bundles.ts'
import { useJob } from '../../lib/api.ts'

/** Searches a version for what is confidential as soon as it is shown, unless that is done and still holds. */
export function useSearching(version: BundleVersion) {
  const { id, release } = version
  const { mutate, isPending, error, progress } = useJob('bundles.search')
  const search = () => mutate({ id })
  const begin = useEffectEvent(search)
  const due = release === 'unsearched' || release === 'outdated'
  useEffect(() => {
    if (due) begin()
  }, [id, due])
  return { search, busy: isPending, error, progress }
}
export type Searching = ReturnType<typeof useSearching>
