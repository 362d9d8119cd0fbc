import type { CaseDocument, DocumentDraft } from '../../../shared/features/documents.ts'
import { useCommand } from '../../lib/api.ts'
import { changedMeanwhile, refused } from '../../ui/record-actions.ts'
import { RecordVersions } from '../../ui/RecordVersions.tsx'
import { toast } from '../../ui/toast.ts'
import { documentDiff, documentOfVersion } from './document-fields.ts'
import { useFileNames } from './document-files.ts'
import type { DocumentPlace } from './document-place.ts'

/** How a document stood after each save, newest first, its file included, and the way back to any of them. */
export function DocumentVersions({ document, place }: { document: CaseDocument; place: DocumentPlace }) {
  const update = useCommand('documents.update')
  const nameOf = useFileNames(document.id)
  const putBack = (draft: DocumentDraft, version: number) =>
    update.mutate(
      { id: document.id, revision: document.revision, document: draft },
      {
        onSuccess: ({ outcome }) => {
          if (outcome === 'conflict') return void toast(changedMeanwhile, { tone: 'warning' })
          toast(`Version ${String(version)} is back`)
          place.select(document.id)
        },
        onError: () => toast(refused, { tone: 'danger' }),
      },
    )
  return (
    <RecordVersions
      id={document.id}
      title="Versions of this document"
      busy={update.isPending}
      read={documentOfVersion}
      diff={(before, after) => documentDiff(before, after, nameOf)}
      onPutBack={document.withdrawnReason === null ? putBack : undefined}
      onClose={place.close}
    />
  )
}
