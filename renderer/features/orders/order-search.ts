import * as z from 'zod'
import { EventId } from '../../../shared/kernel/ids.ts'

/**
 * What the address of the screen holds: which order or breach is beside the list, in which way, and what is listed. `break`
 * is a new breach of the selected order, of `term` if that is given. Never fails.
 */
export const OrderSearch = z.object({
  selected: EventId.optional().catch(undefined),
  breach: EventId.optional().catch(undefined),
  mode: z.enum(['new', 'edit', 'versions', 'break']).optional().catch(undefined),
  term: z.string().max(12).optional().catch(undefined),
  withdrawn: z.boolean().default(false).catch(false),
})
export type OrderSearch = z.infer<typeof OrderSearch>
