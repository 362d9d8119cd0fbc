import * as z from 'zod'
import { EventId } from '../../../shared/kernel/ids.ts'

/** What the address of the screen holds: which bundle is open and how, or that a new one is begun, for which hearing. Never fails. */
export const BundleSearch = z.object({
  selected: EventId.optional().catch(undefined),
  mode: z.enum(['new', 'versions']).optional().catch(undefined),
  hearing: EventId.optional().catch(undefined),
  withdrawn: z.boolean().default(false).catch(false),
})
export type BundleSearch = z.infer<typeof BundleSearch>
