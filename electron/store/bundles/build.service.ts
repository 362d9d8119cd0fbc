import { randomBytes } from 'node:crypto'
import { basename } from 'node:path'
import type { BundleWork, KeptBundle } from '../../../shared/features/bundle-work.ts'
import type { Bundle, BundleEntry, bundleCalls, FoundDocument } from '../../../shared/features/bundles.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import { BundleVersionId, FileId, type CaseId } from '../../../shared/kernel/ids.ts'
import { bundleProfilePackVersion } from '../../../shared/rules/bundle-profiles.ts'
import { requireOpenCase } from '../cases/cases.repo.ts'
import type { WriteTx } from '../database.ts'
import type { StoreHandlers, VaultReadTx } from '../dispatch.ts'
import { insertFile, requireSealed } from '../files/files.repo.ts'
import { makeSealedFilePath, sealedFilePath } from '../files/sealed-files.ts'
import { newId } from '../new-id.ts'
import { withoutOthers } from '../papers/withheld.ts'
import { insertVersion, keepPages } from './bundle-versions.repo.ts'
import { fileOfDocument, requireBundle } from './bundles.repo.ts'
import { paperFor } from './papers.ts'
import { versionOf } from './version-of.ts'

type Document = BundleWork['sections'][number]['documents'][number]

export const buildHandlers: StoreHandlers<Pick<typeof bundleCalls, 'bundles.build'>> = {
  'bundles.build': {
    prepare(tx, { id, revision }) {
      const found = requireBundle(tx.db, id)
      const bundle = withoutOthers(tx.db, found.caseId, found)
      requireOpenCase(tx.db, bundle.caseId)
      if (bundle.withdrawnReason !== null) throw new AppError('invalid-input', { rule: 'bundle-in-error' })
      if (bundle.revision !== revision) throw new AppError('conflict', { rule: 'stale-revision', id })
      const { profile, title, court, caseNumber, hearingDay: hearingDate } = bundle
      const sections = bundle.sections.map(section => ({
        title: section.title,
        documents: section.entries.map(entry => documentFor(tx, bundle, entry)),
      }))
      const path = makeSealedFilePath(tx.vault.folder, newId(FileId, tx.now))
      const to = { is: 'sealed' as const, path, key: new Uint8Array(randomBytes(32)) }
      return { profile, title, court, caseNumber, hearingDate, sections, to, passwords: [], refused: [] }
    },
    finish(tx, { id, revision }, built) {
      const { caseId } = requireBundle(tx.db, id)
      const fileId = keepFile(tx, caseId, built)
      const documents = built.documents.map((document, at) => ({ ...document, ...originOf(built.files[at] ?? '') }))
      countPages(tx, documents, built)
      const versionId = newId(BundleVersionId, tx.now)
      insertVersion(tx, {
        ...{ id: versionId, bundleId: id, revision, fileId, documents, pages: built.pages },
        profileVersion: bundleProfilePackVersion,
        problems: built.problems.map(({ file, code, message }) => ({ entry: originOf(file).entry, code, message })),
      })
      const { version } = versionOf(tx.db, versionId)
      tx.audit('bundle.built', { id, caseId, detail: { version: String(version.number), sha256: built.sha256 } })
      return version
    },
  },
}

/** Where the bytes of an entry are. `file` says under which entry, and which file, its problems are told. */
function documentFor(tx: VaultReadTx, bundle: Omit<Bundle, 'newest' | 'changed'>, entry: BundleEntry): Document {
  const { title } = entry
  if (entry.is === 'paper') {
    const paper = paperFor(tx, bundle, entry)
    return { title, date: null, file: entry.paper, from: { is: 'paper', paper } }
  }
  const { withdrawn, newest } = fileOfDocument(tx.db, entry.id)
  if (withdrawn) throw new AppError('invalid-input', { field: 'sections', rule: 'document-in-error', id: entry.id })
  const fileId = entry.fileId ?? newest
  const { key, size, sha256 } = requireSealed(tx.db, fileId)
  const from = { is: 'sealed' as const, path: sealedFilePath(tx.vault.folder, fileId), key, size, sha256 }
  return {
    title,
    date: entry.date,
    file: [entry.id, fileId, entry.fileId === null ? 'newest' : 'chosen'].join('/'),
    from,
  }
}

/** What `documentFor` wrote, read back. */
function originOf(file: string): Pick<FoundDocument, 'entry' | 'fileId' | 'newest'> {
  const [entry = '', fileId, which] = file.split('/')
  return { entry, fileId: fileId === undefined ? null : FileId.parse(fileId), newest: which === 'newest' }
}

function keepFile(tx: WriteTx, caseId: CaseId, { to, size, sha256 }: KeptBundle): FileId {
  if (to.is !== 'sealed' || to.key.length !== 32) throw new AppError('internal', { rule: 'file-key' })
  const id = FileId.parse(basename(to.path))
  insertFile(tx, caseId, { id, name: 'Bundle.pdf', size, sha256, mediaType: 'application/pdf', key: to.key })
  return id
}

/** Only of documents that came in whole: a sheet in the place of a file says nothing of how long that is. */
function countPages(tx: WriteTx, documents: readonly FoundDocument[], { problems }: KeptBundle): void {
  const troubled = new Set(problems.map(({ file }) => originOf(file).entry))
  for (const { entry, fileId, pages } of documents)
    if (fileId !== null && !troubled.has(entry)) keepPages(tx, fileId, pages)
}
