import type { BundleVersion } from '../../../shared/features/bundles.ts'

/** Why a version can't leave the vault now; undefined where it may. The store refuses it, too. */
export const heldBack: Record<BundleVersion['release'], string | undefined> = {
  unsearched: 'It is searched for confidential details first.',
  outdated: 'What is confidential has changed: it is searched again first.',
  found: 'Confidential details were found. See “Search before saving”.',
  overridden: undefined,
  'nothing-found': undefined,
}
