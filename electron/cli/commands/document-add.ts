import { FileToken } from '../../../shared/kernel/ids.ts'
import { caseOfReference } from '../case-of-reference.ts'
import { command } from '../command.ts'
import { typedPath } from '../places.ts'
import { withOpenVault } from '../vault-store.ts'

export const documentAdd = command({
  words: 'document add',
  takes: '--vault DIR --case REFERENCE --file FILE',
  says: 'Seals a copy of a file into the vault, as a document of a case.',
  needs: ['vault', 'case', 'file'],
  run: ({ vault, case: reference, file }, context) =>
    withOpenVault(typedPath(vault), context, async store =>
      store.call('documents.add', {
        caseId: await caseOfReference(store, reference),
        file: FileToken.parse(typedPath(file)),
      }),
    ),
})
