import * as z from 'zod'
import { command, Nothing, query } from '../kernel/call.ts'
import { Instant } from '../kernel/dates.ts'

/** Which form, such as `police-contact:new:CASE`. Ids only, never what was typed. */
export const DraftKey = z.string().regex(/^[a-z0-9:-]{1,200}$/)
/** Whatever a form holds, at most a million characters as text: longer than any answer may be, so that one too long to save is kept all the same. */
export const DraftValues = z.record(z.string(), z.json())

/** Half-typed forms, and the place to come back to, of the acting user. They outlast an error, a lock and a crash. */
export const draftCalls = {
  'drafts.write': command({
    input: z.strictObject({ key: DraftKey, values: DraftValues }),
    output: Nothing,
    unaudited: true,
  }),
  'drafts.drop': command({ input: z.strictObject({ key: DraftKey }), output: Nothing, unaudited: true }),
  'drafts.read': query({
    input: z.strictObject({ key: DraftKey }),
    output: z.strictObject({ draft: z.strictObject({ values: DraftValues, writtenAt: Instant }).nullable() }),
    tag: 'draft',
  }),
}
