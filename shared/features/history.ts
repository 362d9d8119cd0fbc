import * as z from 'zod'
import { query } from '../kernel/call.ts'
import { Instant } from '../kernel/dates.ts'
import { Page, pageOf } from '../kernel/event.ts'
import { CaseId, UserId } from '../kernel/ids.ts'

/** One audit row as a person reads it: who did what to which record, and when. Action names carry no typed text. */
export const HistoryRow = z.strictObject({
  seq: z.int(),
  at: Instant,
  actorId: UserId.nullable(),
  actorName: z.string().nullable(),
  action: z.string(),
  subjectId: z.string().nullable(),
  title: z.string().nullable(),
})
export type HistoryRow = z.infer<typeof HistoryRow>

export const historyCalls = {
  /** Newest first. */
  'history.forCase': query({
    input: z.strictObject({ caseId: CaseId, page: Page }),
    output: pageOf(HistoryRow),
    tag: 'history',
  }),
}
