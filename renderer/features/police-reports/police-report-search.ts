import * as z from 'zod'
import { EventId } from '../../../shared/kernel/ids.ts'

/** What the address of the screen holds: which report is beside the list, in which way, and what is listed. Never fails. */
export const PoliceReportSearch = z.object({
  selected: EventId.optional().catch(undefined),
  mode: z.enum(['new', 'edit', 'versions']).optional().catch(undefined),
  show: z.enum(['all', 'open', 'differs']).default('all').catch('all'),
  withdrawn: z.boolean().default(false).catch(false),
})
export type PoliceReportSearch = z.infer<typeof PoliceReportSearch>
