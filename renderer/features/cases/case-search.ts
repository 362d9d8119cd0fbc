import * as z from 'zod'

/** What the address of a case holds beside its section: whether the case itself is being edited. Never fails. */
export const CaseSearch = z.object({ edit: z.boolean().optional().catch(undefined) })
