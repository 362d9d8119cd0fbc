import * as z from 'zod'
import { PersonId } from '../../../shared/kernel/ids.ts'

/** What the address of the screen holds: who is beside the list, and in which way. Never fails. */
export const PeopleSearch = z.object({
  selected: PersonId.optional().catch(undefined),
  mode: z.enum(['new', 'edit']).optional().catch(undefined),
  withdrawn: z.boolean().default(false).catch(false),
})
export type PeopleSearch = z.infer<typeof PeopleSearch>
