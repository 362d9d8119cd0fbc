import type { fileCalls } from '../../../shared/features/files.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import { FileId } from '../../../shared/kernel/ids.ts'
import { requireOpenCase } from '../cases/cases.repo.ts'
import type { StoreHandlers } from '../dispatch.ts'
import { newId } from '../new-id.ts'
import { insertFile } from './files.repo.ts'
import { makeSealedFilePath } from './sealed-files.ts'

export const fileHandlers: StoreHandlers<typeof fileCalls> = {
  'files.add': {
    prepare(tx, { caseId, file }) {
      requireOpenCase(tx.db, caseId)
      const id = newId(FileId, tx.now)
      return { id, from: file, to: makeSealedFilePath(tx.vault.folder, id) }
    },
    finish(tx, { caseId }, { file, key }) {
      if (key.length !== 32) throw new AppError('internal', { rule: 'file-key' })
      requireOpenCase(tx.db, caseId)
      insertFile(tx, caseId, { ...file, key })
      return file
    },
  },
}
