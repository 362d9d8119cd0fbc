import type { attachmentCalls } from '../../../shared/features/attachments.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import { FileId, type CaseId, type EventId } from '../../../shared/kernel/ids.ts'
import { requireOpenCase } from '../cases/cases.repo.ts'
import type { ReadDb } from '../database.ts'
import type { StoreHandlers } from '../dispatch.ts'
import { requireEvent } from '../events/events.repo.ts'
import { insertFile } from '../files/files.repo.ts'
import { openedForReading } from '../files/reading-work.ts'
import { makeSealedFilePath } from '../files/sealed-files.ts'
import { newId } from '../new-id.ts'
import { attachFile, detachFile, listAttachments, requireAttachment, requireFileOfCase } from './attachments.repo.ts'

export const attachmentHandlers: StoreHandlers<typeof attachmentCalls> = {
  'attachments.add': {
    prepare(tx, { eventId, file }) {
      requireOpen(tx.db, eventId)
      const id = newId(FileId, tx.now)
      return { id, from: file, to: makeSealedFilePath(tx.vault.folder, id) }
    },
    finish(tx, { eventId }, { file, key }) {
      if (key.length !== 32) throw new AppError('internal', { rule: 'file-key' })
      const caseId = requireOpen(tx.db, eventId)
      insertFile(tx, caseId, { ...file, key })
      attachFile(tx, caseId, { eventId, fileId: file.id })
      return requireAttachment(tx.db, { eventId, fileId: file.id })
    },
  },
  'attachments.attach'(tx, link) {
    const caseId = requireOpen(tx.db, link.eventId)
    requireFileOfCase(tx.db, caseId, link.fileId)
    attachFile(tx, caseId, link)
    return requireAttachment(tx.db, link)
  },
  'attachments.detach'(tx, link) {
    const caseId = requireOpen(tx.db, link.eventId)
    if (requireAttachment(tx.db, link).removedAt !== null) throw new AppError('invalid-input', { rule: 'not-attached' })
    detachFile(tx, caseId, link)
    return requireAttachment(tx.db, link)
  },
  'attachments.open'(tx, link) {
    requireAttachment(tx.db, link)
    return openedForReading(tx, link.fileId)
  },
  'attachments.list': (tx, { eventId, ...wanted }) => listAttachments(tx.db, eventId, wanted),
}

/** The case of a record, which must be open: nothing changes in a closed one. */
function requireOpen(db: ReadDb, eventId: EventId): CaseId {
  const { caseId } = requireEvent(db, eventId)
  requireOpenCase(db, caseId)
  return caseId
}
