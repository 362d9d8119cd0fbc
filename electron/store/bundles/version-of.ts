import type { BundleVersion } from '../../../shared/features/bundles.ts'
import type { BundleVersionId, CaseId } from '../../../shared/kernel/ids.ts'
import type { ReadDb } from '../database.ts'
import { bundleOfVersion, requireVersion } from './bundle-versions.repo.ts'
import { requireBundle } from './bundles.repo.ts'
import { digestOfTerms, readProtectedTerms, type ProtectedTerm } from './search-terms.repo.ts'

type Found = { version: BundleVersion; caseId: CaseId; terms: readonly ProtectedTerm[] }
/** A version and its case, judged by what is confidential there now. Throws `not-found`. */
export function versionOf(db: ReadDb, id: BundleVersionId): Found {
  const { caseId } = requireBundle(db, bundleOfVersion(db, id))
  const terms = readProtectedTerms(db, caseId)
  return { version: requireVersion(db, id, digestOfTerms(terms)), caseId, terms }
}
