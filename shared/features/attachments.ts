import * as z from 'zod'
import { command, job, query } from '../kernel/call.ts'
import { Instant } from '../kernel/dates.ts'
import { Page, pageOf } from '../kernel/event.ts'
import { EventId, FileId, FileToken, UserId } from '../kernel/ids.ts'
import { fileCalls, StoredFile } from './files.ts'
import { opening } from './reading.ts'

/** A file of the vault that belongs to a dated record. Taken off, it stays in the vault and is marked. */
export const Attachment = z.strictObject({
  ...StoredFile.shape,
  addedAt: Instant,
  addedBy: UserId,
  removedAt: Instant.nullable(),
})
export type Attachment = z.infer<typeof Attachment>

const touches = ['attachment', 'incident', 'history']
const link = z.strictObject({ eventId: EventId, fileId: FileId })

/** Works the same for every kind of dated record. */
export const attachmentCalls = {
  /** Seals a copy of a file into the vault and attaches it, both or neither. */
  'attachments.add': job({
    job: 'seal-file',
    input: z.strictObject({ eventId: EventId, file: FileToken }),
    work: fileCalls['files.add'].work,
    done: fileCalls['files.add'].done,
    output: Attachment,
    files: ['file'],
    finishesAfterLock: true,
    touches,
  }),
  /** Attaches a file that the case has already, or puts back one that was taken off. */
  'attachments.attach': command({ input: link, output: Attachment, touches }),
  'attachments.detach': command({ input: link, output: Attachment, touches }),
  /** Opens an attached file, to be read on the screen. */
  'attachments.open': opening({ input: link }),
  /** Those that stand, in the order in which they were added; with `removed`, the others as well. */
  'attachments.list': query({
    input: z.strictObject({ eventId: EventId, removed: z.boolean(), page: Page }),
    output: pageOf(Attachment),
    tag: 'attachment',
  }),
}
