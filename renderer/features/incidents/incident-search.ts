import * as z from 'zod'
import { Answered } from '../../../shared/features/incidents.ts'
import { EventId, FileId } from '../../../shared/kernel/ids.ts'
import { BehaviourGroup } from '../../../shared/rules/behaviours.ts'

/** What the address of the screen holds: which incident is beside the list, in which way, and what is listed. Never fails. */
export const IncidentSearch = z.object({
  selected: EventId.optional().catch(undefined),
  mode: z.enum(['new', 'edit', 'versions', 'file']).optional().catch(undefined),
  /** The attached file that is read with `file`, and the page where somebody is. */
  file: FileId.optional().catch(undefined),
  page: z.int().positive().optional().catch(undefined),
  group: BehaviourGroup.nullable().default(null).catch(null),
  reported: Answered.nullable().default(null).catch(null),
  breached: z.boolean().default(false).catch(false),
  unfinished: z.boolean().default(false).catch(false),
  withdrawn: z.boolean().default(false).catch(false),
})
export type IncidentSearch = z.infer<typeof IncidentSearch>
