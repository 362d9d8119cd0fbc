import { AppError } from '../../../shared/kernel/errors.ts'
import { EventId, FileToken } from '../../../shared/kernel/ids.ts'
import { command } from '../command.ts'
import { typedPath } from '../places.ts'
import { withOpenVault } from '../vault-store.ts'

export const documentExport = command({
  words: 'document export',
  takes: '--vault DIR --document ID --to DIR',
  says: 'Writes a readable copy of a document into a folder. The history of its case keeps that it left.',
  needs: ['vault', 'document', 'to'],
  run: ({ vault, document, to }, context) =>
    withOpenVault(typedPath(vault), context, async store => {
      const id = EventId.safeParse(document)
      if (!id.success) throw new AppError('not-found', { what: 'document' })
      const { fileId } = await store.call('documents.find', { id: id.data })
      return store.call('documents.export', { id: id.data, fileId, folder: FileToken.parse(typedPath(to)) })
    }),
})
