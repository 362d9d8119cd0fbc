import * as z from 'zod'
import { EventId } from '../../../shared/kernel/ids.ts'

/** What the address of the screen holds: which hearing is beside the list, in which way, and what is listed. Never fails. */
export const HearingsSearch = z.object({
  selected: EventId.optional().catch(undefined),
  mode: z.enum(['new', 'edit', 'move', 'outcome', 'versions']).optional().catch(undefined),
  /** In a new hearing: the one that led to it. */
  follows: EventId.optional().catch(undefined),
  show: z.enum(['all', 'coming', 'past', 'awaiting']).default('all').catch('all'),
  withdrawn: z.boolean().default(false).catch(false),
})
export type HearingsSearch = z.infer<typeof HearingsSearch>
