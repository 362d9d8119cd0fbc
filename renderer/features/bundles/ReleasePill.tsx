import type { BundleRelease } from '../../../shared/features/bundles.ts'
import { releaseWords } from '../../../shared/wording/bundle-records.ts'
import { StatusPill } from '../../ui/Badge.tsx'
import type { IconName } from '../../ui/icon-names.ts'

const looks: Record<BundleRelease, { tone: 'neutral' | 'warning' | 'danger' | 'info'; icon: IconName }> = {
  unsearched: { tone: 'neutral', icon: 'search' },
  outdated: { tone: 'warning', icon: 'search' },
  found: { tone: 'danger', icon: 'danger' },
  overridden: { tone: 'warning', icon: 'warning' },
  'nothing-found': { tone: 'info', icon: 'search' },
}

/** What the search before saving found in a version. Never green: to have found nothing is not to be safe. */
export function ReleasePill({ release }: { release: BundleRelease }) {
  return <StatusPill {...looks[release]}>{releaseWords[release]}</StatusPill>
}
