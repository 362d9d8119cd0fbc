import type { Bundle, bundleCalls, BundleDraft } from '../../../shared/features/bundles.ts'
import { london } from '../../../shared/kernel/dates.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import type { CaseId, EventId } from '../../../shared/kernel/ids.ts'
import { dayOf, startOfDay } from '../../../shared/kernel/uk-dates.ts'
import { bundleProfileOn } from '../../../shared/rules/bundle-profiles.ts'
import { requireOpenCase } from '../cases/cases.repo.ts'
import type { ReadDb, WriteTx } from '../database.ts'
import type { StoreHandlers } from '../dispatch.ts'
import { writeEvent } from '../events/events.repo.ts'
import { setLinks } from '../events/links.repo.ts'
import { changedSince, newestVersion } from './bundle-versions.repo.ts'
import { buildHandlers } from './build.service.ts'
import { bundleVersionHandlers } from './bundle-versions.service.ts'
import {
  documentIds,
  listBundles,
  listMaterial,
  requireBundle,
  requireEntriesOfCase,
  requireHearingOfCase,
  wordsOf,
  writeBundle,
} from './bundles.repo.ts'
import { digestOfTerms, readProtectedTerms } from './search-terms.repo.ts'

export const bundleHandlers: StoreHandlers<typeof bundleCalls> = {
  'bundles.record'(tx, { caseId, bundle }) {
    requireOpenCase(tx.db, caseId)
    return save(tx, { caseId, before: null, revision: 0 }, bundle)
  },
  'bundles.update'(tx, { id, revision, bundle }) {
    const current = findBundle(tx.db, id)
    // Both versions go back as an answer: error details may not carry what a person typed.
    if (current.revision !== revision) return { outcome: 'conflict', current, yours: bundle }
    requireOpenCase(tx.db, current.caseId)
    return { outcome: 'saved', record: save(tx, { caseId: current.caseId, before: current, revision }, bundle) }
  },
  'bundles.find': (tx, { id }) => findBundle(tx.db, id),
  'bundles.listForCase'(tx, { caseId, ...wanted }) {
    const digest = digestFor(tx.db, caseId)
    return listBundles(tx.db, caseId, { ...wanted, newestOf: id => newestVersion(tx.db, id, digest) })
  },
  'bundles.material': (tx, { caseId }) => ({ rows: listMaterial(tx.db, caseId) }),
  ...bundleVersionHandlers,
  ...buildHandlers,
}

const digestFor = (db: ReadDb, caseId: CaseId): string => digestOfTerms(readProtectedTerms(db, caseId))

/** A bundle with its newest version, and what has changed since that was made. Throws `not-found`. */
function findBundle(db: ReadDb, id: EventId): Bundle {
  const bundle = requireBundle(db, id)
  const newest = newestVersion(db, id, digestFor(db, bundle.caseId))
  if (newest === null) return { ...bundle, newest, changed: { record: false, files: false, papers: false } }
  const { files, records } = changedSince(db, newest)
  const hasPapers = bundle.sections.some(({ entries }) => entries.some(entry => entry.is === 'paper'))
  const changed = { record: bundle.revision !== newest.revision, files, papers: hasPapers && records }
  return { ...bundle, newest, changed }
}

type Place = { caseId: CaseId; before: Pick<Bundle, 'id' | 'createdAt'> | null; revision: number }
function save(tx: WriteTx, place: Place, bundle: BundleDraft): Bundle {
  const { hearingId, hearingDay, title, profile } = bundle
  if (!bundleProfileOn(profile, hearingDay))
    throw new AppError('invalid-input', { field: 'hearingDay', rule: 'no-profile-then' })
  if (hearingId !== null) requireHearingOfCase(tx.db, place.caseId, hearingId)
  requireEntriesOfCase(tx.db, place.caseId, bundle)
  const begun = startOfDay(dayOf(place.before?.createdAt ?? tx.now, london), london)
  const when = { from: begun, to: null, precision: 'day', zone: london } as const
  const stamp = writeEvent(tx, { ...place, kind: 'bundle', when, title, body: wordsOf(bundle), form: bundle })
  writeBundle(tx.db, stamp.id, bundle)
  setLinks(tx, stamp, [...(hearingId === null ? [] : [hearingId]), ...documentIds(bundle)])
  return findBundle(tx.db, stamp.id)
}
