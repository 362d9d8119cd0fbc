import type { CaseDocument, documentCalls, DocumentDraft } from '../../../shared/features/documents.ts'
import type { StoredFile } from '../../../shared/features/files.ts'
import { london } from '../../../shared/kernel/dates.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import { FileId, type CaseId } from '../../../shared/kernel/ids.ts'
import { kindOfMedia, titleOfFile } from '../../../shared/wording/documents.ts'
import { requireOpenCase } from '../cases/cases.repo.ts'
import { concealerOf } from '../confidential/conceal.ts'
import type { ReadDb, WriteTx } from '../database.ts'
import type { StoreHandlers } from '../dispatch.ts'
import { writeEvent } from '../events/events.repo.ts'
import { setLinks } from '../events/links.repo.ts'
import { insertFile, requireSealed } from '../files/files.repo.ts'
import { openedForReading } from '../files/reading-work.ts'
import { makeSealedFilePath, sealedFilePath } from '../files/sealed-files.ts'
import { newId } from '../new-id.ts'
import { withheldIn } from '../papers/withheld.ts'
import {
  keepDocumentFile,
  listDocumentFiles,
  listDocuments,
  requireDocument,
  requireFileOfDocument,
  requirePeopleOfCase,
  writeDocument,
} from './documents.repo.ts'

export const documentHandlers: StoreHandlers<typeof documentCalls> = {
  'documents.add': {
    prepare(tx, { caseId, file }) {
      requireOpenCase(tx.db, caseId)
      return sealing(tx, file)
    },
    finish(tx, { caseId }, sealed) {
      requireOpenCase(tx.db, caseId)
      takeIn(tx, caseId, sealed)
      return save(tx, { caseId, before: null, revision: 0, described: false }, undescribed(sealed.file))
    },
  },
  'documents.update'(tx, { id, revision, document }) {
    const current = requireDocument(tx.db, id)
    // Both versions go back as an answer: error details may not carry what a person typed.
    if (current.revision !== revision) return { outcome: 'conflict', current, yours: document }
    requireOpenCase(tx.db, current.caseId)
    requireFileOfDocument(tx.db, id, document.fileId)
    const place = { caseId: current.caseId, before: current, revision, described: true }
    return { outcome: 'saved', record: save(tx, place, document) }
  },
  'documents.replace': {
    prepare(tx, { id, file }) {
      requireOpenCase(tx.db, requireDocument(tx.db, id).caseId)
      return sealing(tx, file)
    },
    finish(tx, { id, revision }, sealed) {
      const current = requireDocument(tx.db, id)
      const { caseId, described } = current
      requireOpenCase(tx.db, caseId)
      takeIn(tx, caseId, sealed)
      const document = { ...draftOf(current), fileId: sealed.file.id }
      tx.audit('document.replaced', { id, caseId, detail: { fileId: sealed.file.id } })
      keepDocumentFile(tx.db, id, sealed.file.id) // also in a conflict, so that it can still be chosen
      if (current.revision !== revision) return { outcome: 'conflict', current, yours: document }
      return { outcome: 'saved', record: save(tx, { caseId, before: current, revision, described }, document) }
    },
  },
  'documents.find': (tx, { id }) => requireDocument(tx.db, id),
  'documents.listForCase': (tx, { caseId, ...wanted }) => listDocuments(tx.db, caseId, wanted),
  'documents.files': (tx, { id }) => ({ rows: listDocumentFiles(tx.db, id) }),
  'documents.open'(tx, { id, fileId }) {
    requireFileOfDocument(tx.db, id, fileId)
    return openedForReading(tx, fileId)
  },
  'documents.export': {
    prepare(tx, { id, fileId, folder }) {
      requireFileOfDocument(tx.db, id, fileId)
      const { name, ...sealed } = requireSealed(tx.db, fileId)
      const path = sealedFilePath(tx.vault.folder, fileId)
      return { ...sealed, name: withheldIn(concealerOf(tx.vault), name), path, folder }
    },
    finish(tx, { id, fileId }, { name }) {
      tx.audit('document.exported', { id, caseId: requireDocument(tx.db, id).caseId, detail: { fileId } })
      return { name }
    },
  },
}

type Sealing = { now: WriteTx['now']; vault: { folder: string } }
function sealing(tx: Sealing, from: string) {
  const id = newId(FileId, tx.now)
  return { id, from, to: makeSealedFilePath(tx.vault.folder, id) }
}

type Sealed = { file: StoredFile; key: Uint8Array }
function takeIn(tx: WriteTx, caseId: CaseId, { file, key }: Sealed): void {
  if (key.length !== 32) throw new AppError('internal', { rule: 'file-key' })
  insertFile(tx, caseId, { ...file, key })
}

/** A document as it is known by its file alone. */
const undescribed = (file: StoredFile): DocumentDraft => ({
  when: { from: null, to: null, precision: 'unknown', zone: london },
  title: titleOfFile(file.name),
  kind: kindOfMedia(file.mediaType),
  fromWhom: { value: null, missing: 'not-asked' },
  note: null,
  ...{ links: [], people: [], fileId: file.id },
})

const draftOf = ({ when, title, kind, fromWhom, note, links, people, fileId }: CaseDocument): DocumentDraft => ({
  ...{ when, title, kind, fromWhom, note, links, people, fileId },
})

type Place = { caseId: CaseId; before: CaseDocument | null; revision: number; described: boolean }
function save(tx: WriteTx, { described, ...place }: Place, document: DocumentDraft): CaseDocument {
  const { when, title, fromWhom, note, people, links } = document
  if ((when.to ?? when.from ?? '') > tx.now)
    throw new AppError('invalid-input', { field: 'when', rule: 'in-the-future' })
  requirePeopleOfCase(tx, place.caseId, people)
  const body = [fromWhom.value, note, fileNameOf(tx.db, document)].filter(Boolean).join('\n')
  const stamp = writeEvent(tx, { ...place, kind: 'document', when, title, body, form: document })
  writeDocument(tx.db, stamp.id, { ...document, described })
  setLinks(tx, stamp, links)
  return requireDocument(tx.db, stamp.id)
}

const fileNameOf = (db: ReadDb, { fileId }: DocumentDraft): string => requireSealed(db, fileId).name
