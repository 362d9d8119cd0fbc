import * as z from 'zod'

/** What the address of the search holds: the words. Never fails. */
export const SearchParams = z.object({ text: z.string().max(200).default('').catch('') })
