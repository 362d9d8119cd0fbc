import * as z from 'zod'
import { ContactChannel, ContactFilter, Entry, Safely } from '../../../shared/features/contacts.ts'
import { EventId } from '../../../shared/kernel/ids.ts'

/**
 * What the address of the screen holds: which entry is beside the list, in which way, and what is listed. `entry`, `channel`
 * and `safely` begin a new contact with the client, from where a number was shown. Never fails.
 */
export const ContactSearch = z.object({
  selected: EventId.optional().catch(undefined),
  mode: z.enum(['new', 'edit', 'versions']).optional().catch(undefined),
  show: ContactFilter.shape.entry.default('any').catch('any'),
  withdrawn: z.boolean().default(false).catch(false),
  entry: Entry.optional().catch(undefined),
  channel: ContactChannel.optional().catch(undefined),
  safely: Safely.optional().catch(undefined),
})
export type ContactSearch = z.infer<typeof ContactSearch>
