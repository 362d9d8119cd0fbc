import type { DocumentDraft } from '../../../shared/features/documents.ts'
import { EventKind } from '../../../shared/kernel/event.ts'
import type { CaseId, EventId } from '../../../shared/kernel/ids.ts'
import {
  documentHints as hints,
  documentKindWords,
  documentQuestions as questions,
} from '../../../shared/wording/documents.ts'
import { personRoleWords } from '../../../shared/wording/people.ts'
import { useCall } from '../../lib/api.ts'
import { useLinkable, useLinked } from '../../lib/linked-records.ts'
import { ChecksField } from '../../ui/ChecksField.tsx'
import { ChoiceField } from '../../ui/ChoiceField.tsx'
import { useDraftForm } from '../../ui/draft-form.ts'
import { KnownField } from '../../ui/KnownField.tsx'
import { LinkedRecordsField } from '../../ui/LinkedRecordsField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { WhenField } from '../../ui/WhenField.tsx'
import { DocumentAnswers, type TypedDocument } from './document-answers.ts'

export const useDocumentForm = (draftKey: string, start: TypedDocument) =>
  useDraftForm(DocumentAnswers, draftKey, start)
export type DocumentForm = ReturnType<typeof useDocumentForm>

const linkable = EventKind.exclude(['document']).options
type FieldsProps = { form: DocumentForm; caseId: CaseId; id: EventId; people: DocumentDraft['people'] }

/** Every question about a document. People who were entered in error stay among the choices where they are chosen already. */
export function DocumentFields({ form, caseId, id, people }: FieldsProps) {
  const inCase = useCall('people.listForCase', { caseId }).data?.rows ?? []
  const options = inCase
    .filter(person => person.withdrawnReason === null || people.includes(person.id))
    .map(({ id: value, name, role }) => ({ value, label: name, hint: personRoleWords[role] }))
  return (
    <>
      <TextField
        label={questions.title}
        hint={hints.title}
        width="full"
        autoFocus
        maxLength={200}
        {...form.getInputProps('title')}
      />
      <ChoiceField
        label={questions.kind}
        options={documentKindWords}
        look="segmented"
        {...form.getInputProps('kind')}
      />
      <WhenField label={questions.when} hint={hints.when} {...form.getInputProps('when')} />
      <KnownField label={questions.fromWhom} hint={hints.fromWhom} {...form.getInputProps('fromWhom')} />
      {options.length > 0 && (
        <ChecksField label={questions.people} optional columns options={options} {...form.getInputProps('people')} />
      )}
      <LinkedRecordsField
        label={questions.links}
        hint={hints.links}
        optional
        options={useLinkable(caseId, linkable)}
        linked={useLinked(id)}
        {...form.getInputProps('links')}
      />
      <TextField
        label={questions.note}
        hint={hints.note}
        lines={3}
        optional
        maxLength={4_000}
        {...form.getInputProps('note')}
      />
    </>
  )
}
