import type { BundleSearchFound, bundleCalls } from '../../../shared/features/bundles.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import { finderOf, searchable } from '../../../shared/rules/find-terms.ts'
import { concealerOf } from '../confidential/conceal.ts'
import type { StoreHandlers } from '../dispatch.ts'
import { requireSealed } from '../files/files.repo.ts'
import { openedForReading } from '../files/reading-work.ts'
import { sealedFilePath } from '../files/sealed-files.ts'
import { withheldIn } from '../papers/withheld.ts'
import { keepOverride, keepSearch, listVersions } from './bundle-versions.repo.ts'
import { requireBundle } from './bundles.repo.ts'
import { versionOf } from './version-of.ts'
import { mustBeReleased } from './released.ts'
import { digestOfTerms, readProtectedTerms, type ProtectedTerm } from './search-terms.repo.ts'

type VersionCalls = Pick<
  typeof bundleCalls,
  | 'bundles.versions'
  | 'bundles.findVersion'
  | 'bundles.open'
  | 'bundles.override'
  | 'bundles.search'
  | 'bundles.export'
  | 'bundles.openToPrint'
  | 'bundles.notePrinting'
>
/** What can be done with a finished bundle. */
export const bundleVersionHandlers: StoreHandlers<VersionCalls> = {
  'bundles.versions'(tx, { id }) {
    const terms = readProtectedTerms(tx.db, requireBundle(tx.db, id).caseId)
    return { rows: listVersions(tx.db, id, digestOfTerms(terms)) }
  },
  'bundles.findVersion': (tx, { id }) => versionOf(tx.db, id).version,
  'bundles.open': (tx, { id }) => openedForReading(tx, versionOf(tx.db, id).version.fileId),
  'bundles.override'(tx, { id, reason }) {
    const { version, caseId } = versionOf(tx.db, id)
    if (version.release !== 'found') throw new AppError('invalid-input', { rule: 'nothing-to-override' })
    keepOverride(tx, id, reason)
    tx.audit('bundle.overridden', { id: version.bundleId, caseId, detail: { version: String(version.number) } })
    return versionOf(tx.db, id).version
  },
  'bundles.search': {
    prepare(tx, { id }) {
      const { version, terms } = versionOf(tx.db, id)
      const { key, size, sha256 } = requireSealed(tx.db, version.fileId)
      const wanted = new Map<ProtectedTerm['identifierId'], string[]>()
      for (const { identifierId, term } of terms) wanted.set(identifierId, [...(wanted.get(identifierId) ?? []), term])
      return {
        ...{ path: sealedFilePath(tx.vault.folder, version.fileId), key, size, sha256 },
        termsDigest: digestOfTerms(terms),
        wanted: Array.from(wanted, ([identifierId, words]) => ({ identifierId, terms: words })),
      }
    },
    finish(tx, { id }, { termsDigest, hits, withoutText, withPictures }) {
      const { version, caseId, terms } = versionOf(tx.db, id)
      const whose = new Map(terms.map(({ term: _, ...owner }) => [owner.identifierId, owner]))
      const found: BundleSearchFound = {
        searched: [...whose.values()],
        hits: hits.flatMap(({ identifierId, ...where }) => {
          const owner = whose.get(identifierId)
          return owner ? [{ ...owner, ...where }] : [] // not confidential any more: the digest says so too
        }),
        ...{ withoutText, withPictures },
      }
      keepSearch(tx, { id, found, termsDigest })
      tx.audit('bundle.searched', { id: version.bundleId, caseId, detail: { version: String(version.number) } })
      return versionOf(tx.db, id).version
    },
  },
  'bundles.export': {
    prepare(tx, { id, folder, name }) {
      const { version, terms } = versionOf(tx.db, id)
      mustBeReleased(version)
      refuseConfidentialName(name, terms)
      const sealed = requireSealed(tx.db, version.fileId)
      return {
        ...sealed,
        name: pdfName(withheldIn(concealerOf(tx.vault), name)),
        path: sealedFilePath(tx.vault.folder, version.fileId),
        folder,
      }
    },
    finish(tx, { id }, { name }) {
      const { version, caseId } = versionOf(tx.db, id)
      const detail = { version: String(version.number), sha256: version.sha256 }
      tx.audit('bundle.exported', { id: version.bundleId, caseId, detail })
      return { name }
    },
  },
  'bundles.openToPrint'(tx, { id }) {
    const { version } = versionOf(tx.db, id)
    mustBeReleased(version)
    return openedForReading(tx, version.fileId)
  },
  'bundles.notePrinting'(tx, { id }) {
    const { version, caseId } = versionOf(tx.db, id)
    mustBeReleased(version)
    const detail = { version: String(version.number), sha256: version.sha256 }
    tx.audit('bundle.printed', { id: version.bundleId, caseId, detail })
    return version
  },
}

function refuseConfidentialName(name: string, terms: readonly ProtectedTerm[]): void {
  const given = searchable(name)
  if (terms.some(({ term }) => finderOf(term)?.(given) === true))
    throw new AppError('invalid-input', { field: 'name', rule: 'name-has-confidential' })
}

const pdfName = (name: string): string => (/\.pdf$/i.test(name) ? name : `${name}.pdf`)
