import * as z from 'zod'
import { IdentifierId, PersonId } from '../../../shared/kernel/ids.ts'

/** What the address of the screen holds: who is beside the list, and in which way. Never fails. */
export const PeopleSearch = z.object({
  selected: PersonId.optional().catch(undefined),
  mode: z.enum(['new', 'edit', 'identifier', 'plan', 'plan-versions', 'versions']).optional().catch(undefined),
  /** The number or address that is edited; with mode `identifier` and none of these, a new one. */
  identifier: IdentifierId.optional().catch(undefined),
  withdrawn: z.boolean().default(false).catch(false),
})
export type PeopleSearch = z.infer<typeof PeopleSearch>
