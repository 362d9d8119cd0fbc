import * as z from 'zod'
import { EventId } from '../../../shared/kernel/ids.ts'

/** What the address of the screen holds: which contact is beside the list, in which way, and what is listed. Never fails. */
export const PoliceSearch = z.object({
  selected: EventId.optional().catch(undefined),
  mode: z.enum(['new', 'edit', 'versions']).optional().catch(undefined),
  promises: z.enum(['any', 'open', 'overdue']).default('any').catch('any'),
  withdrawn: z.boolean().default(false).catch(false),
})
export type PoliceSearch = z.infer<typeof PoliceSearch>
