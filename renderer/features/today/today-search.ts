import * as z from 'zod'

/** What the address of the first screen holds: whose cases it looks at. Never fails. */
export const TodaySearch = z.object({ whose: z.enum(['mine', 'all']).default('mine').catch('mine') })
export type TodaySearch = z.infer<typeof TodaySearch>
