import { DocumentDraft } from '../../../shared/features/documents.ts'
import type { FileId } from '../../../shared/kernel/ids.ts'
import { documentKindWords, documentQuestions } from '../../../shared/wording/documents.ts'
import { count, showWhen } from '../../../shared/wording/when.ts'
import { missingWords } from '../../ui/KnownField.tsx'

type FieldId = keyof DocumentDraft
type FileNames = (id: FileId) => string
const inWords: { [Id in FieldId]: (document: DocumentDraft, nameOf: FileNames) => string | null } = {
  title: ({ title }) => title,
  kind: ({ kind }) => documentKindWords[kind],
  when: ({ when }) => showWhen(when),
  fromWhom: ({ fromWhom }) => fromWhom.value ?? missingWords(fromWhom.missing ?? 'unknown'),
  note: ({ note }) => note,
  people: ({ people }) => (people.length === 0 ? null : count(people.length, 'person', 'people')),
  links: ({ links }) => (links.length === 0 ? null : count(links.length, 'record')),
  fileId: ({ fileId }, nameOf) => nameOf(fileId),
}
const fieldIds = Object.keys(inWords) as FieldId[] // its keys are the questions, in their order

/** Two states of a document, question by question, as a person reads them. */
export const documentDiff = (before: DocumentDraft, after: DocumentDraft, nameOf: FileNames) =>
  fieldIds.map(id => ({
    id,
    label: documentQuestions[id],
    before: inWords[id](before, nameOf),
    after: inWords[id](after, nameOf),
  }))

/** What a version of the record held. Null where an older app wrote something this one can't read. */
export const documentOfVersion = (values: Record<string, unknown>): DocumentDraft | null =>
  DocumentDraft.safeParse(values).data ?? null
