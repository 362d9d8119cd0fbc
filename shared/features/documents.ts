import * as z from 'zod'
import { command, job, query, savedOrConflict } from '../kernel/call.ts'
import { Instant } from '../kernel/dates.ts'
import { EventStamp, Page, pageOf, Revision, When } from '../kernel/event.ts'
import { CaseId, EventId, FileId, FileToken, PersonId, UserId } from '../kernel/ids.ts'
import { known } from '../kernel/known.ts'
import { fileCalls, StoredFile } from './files.ts'
import { KeyBytes } from './keys.ts'
import { opening } from './reading.ts'

/** What a document is, for whoever looks for it and for the section of a bundle that it goes into. */
export const DocumentKind = z.enum([
  'statement',
  'message',
  'picture',
  'recording',
  'letter',
  'medical',
  'police-paper',
  'court-paper',
  'risk-form',
  'other',
])
export type DocumentKind = z.infer<typeof DocumentKind>

/** What a person says about a document. `when` is its own date, such as that of a letter: not the day on which it was added. */
export const DocumentDraft = z.strictObject({
  when: When,
  title: z.string().trim().min(1).max(200),
  kind: DocumentKind,
  fromWhom: known(z.string().trim().min(1).max(160)),
  note: z.string().trim().min(1).max(4_000).nullable(),
  /** Records that it belongs to, and people that it is about. */
  links: z.array(EventId).max(100),
  people: z.array(PersonId).max(50),
  /** Which file it is: the newest unless an earlier one was put back. */
  fileId: FileId,
})
export type DocumentDraft = z.infer<typeof DocumentDraft>

/**
 * A document of a case with its file. `described` is false until somebody has said what it is; `sameAs` is another document of the
 * case with the very same bytes.
 */
export const CaseDocument = z.strictObject({
  ...DocumentDraft.shape,
  ...EventStamp.shape,
  file: StoredFile,
  described: z.boolean(),
  sameAs: EventId.nullable(),
})
export type CaseDocument = z.infer<typeof CaseDocument>

const { when, title, kind, fromWhom } = DocumentDraft.shape
export const DocumentRow = z.strictObject({
  ...EventStamp.shape,
  ...{ when, title, kind, fromWhom },
  file: StoredFile,
  described: z.boolean(),
})
export type DocumentRow = z.infer<typeof DocumentRow>

export const DocumentFilter = z.strictObject({
  kind: DocumentKind.nullable(),
  undescribed: z.boolean(),
  withdrawn: z.boolean(),
})
export type DocumentFilter = z.infer<typeof DocumentFilter>

/** A file that a document is or was, and when it was taken in. */
export const DocumentFile = z.strictObject({ ...StoredFile.shape, addedAt: Instant, addedBy: UserId })
export type DocumentFile = z.infer<typeof DocumentFile>

const { work, done } = fileCalls['files.add']
const sealed = { job: 'seal-file', work, done, files: ['file'], finishesAfterLock: true, event: 'document' } as const

export const documentCalls = {
  /** Seals a copy of a file into the vault as a document of a case, named after the file until somebody describes it. */
  'documents.add': job({
    ...sealed,
    input: z.strictObject({ caseId: CaseId, file: FileToken }),
    output: CaseDocument,
  }),
  'documents.update': command({
    input: z.strictObject({ id: EventId, revision: Revision, document: DocumentDraft }),
    output: savedOrConflict(CaseDocument, DocumentDraft),
    event: 'document',
  }),
  /** Puts a newer file in the place of the one that a document has. The one before stays in the vault, and in its versions. */
  'documents.replace': job({
    ...sealed,
    input: z.strictObject({ id: EventId, revision: Revision, file: FileToken }),
    output: savedOrConflict(CaseDocument, DocumentDraft),
  }),
  'documents.find': query({ input: z.strictObject({ id: EventId }), output: CaseDocument, tag: 'document' }),
  /** By their own dates, newest first, those without a date last. */
  'documents.listForCase': query({
    input: z.strictObject({ caseId: CaseId, filter: DocumentFilter, page: Page }),
    output: pageOf(DocumentRow),
    tag: 'document',
  }),
  /** Every file that a document is or was, the newest first; 200 at most. */
  'documents.files': query({
    input: z.strictObject({ id: EventId }),
    output: z.strictObject({ rows: z.array(DocumentFile).max(200) }),
    tag: 'document',
  }),
  /** Opens a file that a document is or was, to be read on the screen. */
  'documents.open': opening({ input: z.strictObject({ id: EventId, fileId: FileId }) }),
  /**
   * Writes a readable copy of a document's file into a folder outside the vault, under a free name, checked against its hash. The
   * history keeps that it left.
   */
  'documents.export': job({
    job: 'export-file',
    input: z.strictObject({ id: EventId, fileId: FileId, folder: FileToken }),
    work: z.strictObject({
      path: z.string(),
      key: KeyBytes,
      size: z.int().nonnegative(),
      sha256: z.string(),
      name: z.string(),
      folder: z.string(),
    }),
    done: z.strictObject({ name: z.string() }),
    output: z.strictObject({ name: z.string() }),
    files: ['folder'],
    touches: ['history'],
  }),
}
