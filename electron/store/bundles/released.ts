import type { BundleVersion } from '../../../shared/features/bundles.ts'
import { AppError } from '../../../shared/kernel/errors.ts'

const rules: Partial<Record<BundleVersion['release'], string>> = {
  unsearched: 'bundle-unsearched',
  outdated: 'bundle-search-outdated',
  found: 'bundle-has-confidential',
}

/**
 * Throws unless this version may leave the vault, on paper or as a file: it was searched for everything that is confidential in its
 * case now, and nothing was found or somebody gave a reason.
 */
export function mustBeReleased({ release }: Pick<BundleVersion, 'release'>): void {
  const rule = rules[release]
  if (rule !== undefined) throw new AppError('invalid-input', { rule })
}
