import type { DocumentDraft } from '../../../shared/features/documents.ts'
import type { paperCalls } from '../../../shared/features/papers.ts'
import { london } from '../../../shared/kernel/dates.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import { FileId } from '../../../shared/kernel/ids.ts'
import { dayOf } from '../../../shared/kernel/uk-dates.ts'
import { madePaperNote, madePaperTitle } from '../../../shared/wording/papers.ts'
import { requireOpenCase } from '../cases/cases.repo.ts'
import type { StoreHandlers } from '../dispatch.ts'
import { requireDocument, writeDocument } from '../documents/documents.repo.ts'
import { writeEvent } from '../events/events.repo.ts'
import { insertFile } from '../files/files.repo.ts'
import { makeSealedFilePath } from '../files/sealed-files.ts'
import { newId } from '../new-id.ts'
import { composePaper } from './compose-paper.ts'

export const paperHandlers: StoreHandlers<typeof paperCalls> = {
  'papers.preview': (tx, wanted) => composePaper(tx, wanted),
  'papers.make': {
    prepare(tx, wanted) {
      requireOpenCase(tx.db, wanted.caseId)
      const id = newId(FileId, tx.now)
      const name = `${wanted.paper}-${dayOf(tx.now, london)}.pdf`
      return { id, name, to: makeSealedFilePath(tx.vault.folder, id), paper: composePaper(tx, wanted) }
    },
    finish(tx, { caseId, paper, options }, { file, key }) {
      requireOpenCase(tx.db, caseId)
      if (key.length !== 32) throw new AppError('internal', { rule: 'file-key' })
      insertFile(tx, caseId, { ...file, key })
      const document: DocumentDraft = {
        when: { from: tx.now, to: null, precision: 'minute', zone: london },
        title: madePaperTitle(paper, options),
        kind: 'court-paper',
        fromWhom: { value: tx.actor.name, missing: null },
        note: madePaperNote,
        ...{ links: [], people: [], fileId: file.id },
      }
      const { when, title, note } = document
      const place = { caseId, before: null, revision: 0 }
      const body = [tx.actor.name, note, file.name].join('\n')
      const { id } = writeEvent(tx, { ...place, kind: 'document', when, title, body, form: document })
      writeDocument(tx.db, id, { ...document, described: true })
      tx.audit('paper.made', { id, caseId, detail: { paper } })
      return requireDocument(tx.db, id)
    },
  },
}
