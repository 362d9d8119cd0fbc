import * as z from 'zod'
import { DocumentDraft, DocumentKind } from '../../../shared/features/documents.ts'
import { EventId, FileId, PersonId } from '../../../shared/kernel/ids.ts'
import { thisMoment } from '../../lib/today.ts'
import { KnownTyped, readerOf } from '../../ui/typed-answers.ts'
import { WhenTyped, whenToTyped } from '../../ui/typed-dates.ts'

const text = z.string().nullable()
const Typed = z.strictObject({
  revision: z.int().nonnegative(),
  title: text,
  kind: text,
  when: WhenTyped,
  fromWhom: KnownTyped,
  note: text,
  people: z.array(PersonId),
  links: z.array(EventId),
  fileId: FileId,
})
export type TypedDocument = z.infer<typeof Typed>

/** The answers as typed, in an edit and a draft alike; `revision` is the one they started from. */
export const DocumentAnswers = Typed.transform((typed, context) => {
  const read = readerOf(context)
  const when = read.when('when', typed.when)
  if ((when?.to ?? when?.from ?? '') > thisMoment().toISOString()) read.says('when', 'in-the-future')
  const document = {
    when,
    title: read.needed('title', typed.title, { limit: 200, sentence: 'Write a title.' }),
    kind: read.chosen('kind', DocumentKind, { typed: typed.kind, sentence: 'Choose what it is.' }),
    fromWhom: read.known('fromWhom', typed.fromWhom, { limit: 160, sentence: 'Write who it is from' }),
    note: read.words('note', typed.note, 4_000),
    ...{ people: typed.people, links: typed.links, fileId: typed.fileId },
  }
  return read.failed() ? z.NEVER : { revision: typed.revision, document: DocumentDraft.parse(document) }
})

/** A stored document as it would have been typed, to be corrected from this revision on. */
export const documentToTyped = (document: DocumentDraft, revision: number): TypedDocument => {
  const { when, title, kind, fromWhom, note, people, links, fileId } = document
  return { revision, title, kind, fromWhom, note, people, links, fileId, when: whenToTyped(when) }
}
