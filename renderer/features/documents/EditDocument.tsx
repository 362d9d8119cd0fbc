import type { CaseDocument } from '../../../shared/features/documents.ts'
import { useCommand } from '../../lib/api.ts'
import { EditRecord } from '../../ui/EditRecord.tsx'
import { documentToTyped } from './document-answers.ts'
import { documentDiff } from './document-fields.ts'
import { useFileNames } from './document-files.ts'
import type { DocumentPlace } from './document-place.ts'
import { DocumentFields, useDocumentForm } from './DocumentFields.tsx'

/** Describes or corrects a document. Where somebody else saved in between, both versions are shown and nothing is lost. */
export function EditDocument({ document, place }: { document: CaseDocument; place: DocumentPlace }) {
  const { id, caseId, people } = document
  const update = useCommand('documents.update')
  const form = useDocumentForm(`document:edit:${id}`, documentToTyped(document, document.revision))
  const nameOf = useFileNames(id)
  return (
    <EditRecord
      noun="document"
      form={form}
      saving={update}
      save={(draft, revision, onSuccess) => update.mutate({ id, revision, document: draft }, { onSuccess })}
      draftOf={answers => answers.document}
      toTyped={documentToTyped}
      diff={(theirs, mine) => documentDiff(theirs, mine, nameOf)}
      place={{ show: () => place.select(id), edit: () => place.edit(id), close: place.close }}
    >
      <DocumentFields form={form} caseId={caseId} id={id} people={people} />
    </EditRecord>
  )
}
