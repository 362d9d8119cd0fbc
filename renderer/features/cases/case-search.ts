import * as z from 'zod'

/** What the address of a case holds beside its section: whether the case itself is edited, or its versions read. Never fails. */
export const CaseSearch = z.object({
  edit: z
    .union([z.boolean(), z.literal('versions')])
    .optional()
    .catch(undefined),
})
