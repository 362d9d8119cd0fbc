import * as z from 'zod'
import { EventId } from '../../../shared/kernel/ids.ts'

/** What the address of the screen holds: which assessment is beside the list, in which way, and what is listed. Never fails. */
export const RiskSearch = z.object({
  selected: EventId.optional().catch(undefined),
  mode: z.enum(['new', 'edit', 'versions']).optional().catch(undefined),
  /** The form of a new one, such as topics-24:1; chosen first. */
  form: z.string().max(80).optional().catch(undefined),
  withdrawn: z.boolean().default(false).catch(false),
})
export type RiskSearch = z.infer<typeof RiskSearch>
