import type { DocumentRow } from '../../../shared/features/documents.ts'
import type { Cursor } from '../../../shared/kernel/event.ts'
import type { CaseId } from '../../../shared/kernel/ids.ts'
import { caseOfReference } from '../case-of-reference.ts'
import { command } from '../command.ts'
import { typedPath } from '../places.ts'
import { withOpenVault, type VaultStore } from '../vault-store.ts'

export const documentList = command({
  words: 'document list',
  takes: '--vault DIR --case REFERENCE',
  says: 'Lists the documents of a case with their files and hashes, newest first.',
  needs: ['vault', 'case'],
  run: ({ vault, case: reference }, context) =>
    withOpenVault(typedPath(vault), context, async store => ({
      documents: await allOf(store, await caseOfReference(store, reference)),
    })),
})

async function allOf(store: VaultStore, caseId: CaseId): Promise<DocumentRow[]> {
  const documents: DocumentRow[] = []
  let after: Cursor | null = null
  do {
    const filter = { kind: null, undescribed: false, withdrawn: false }
    const page: { rows: DocumentRow[]; next: Cursor | null } = await store.call('documents.listForCase', {
      ...{ caseId, filter, page: { limit: 200, after } },
    })
    documents.push(...page.rows)
    after = page.next
  } while (after !== null)
  return documents
}
