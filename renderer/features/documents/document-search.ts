import * as z from 'zod'
import { DocumentKind } from '../../../shared/features/documents.ts'
import { EventId, FileId } from '../../../shared/kernel/ids.ts'

/** What the address of the screen holds: which document is beside the list, in which way, and what is listed. Never fails. */
export const DocumentSearch = z.object({
  selected: EventId.optional().catch(undefined),
  mode: z.enum(['edit', 'versions', 'view']).optional().catch(undefined),
  /** What is read with `view`: the document's own file unless another one is named, and the page where somebody is. */
  file: FileId.optional().catch(undefined),
  page: z.int().positive().optional().catch(undefined),
  kind: DocumentKind.optional().catch(undefined),
  undescribed: z.boolean().default(false).catch(false),
  withdrawn: z.boolean().default(false).catch(false),
})
export type DocumentSearch = z.infer<typeof DocumentSearch>
