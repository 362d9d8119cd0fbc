import * as z from 'zod'
import { CaseloadSort, CaseStatus } from '../../../shared/features/cases.ts'

/** What the address of the caseload holds: what is listed, in which order, and whether a case is being opened. Never fails. */
export const CaseloadSearch = z.object({
  text: z.string().max(200).default('').catch(''),
  /** None: every case that is not closed. */
  statuses: z.array(CaseStatus).max(6).default([]).catch([]),
  owner: z.enum(['mine', 'all']).default('mine').catch('mine'),
  sort: CaseloadSort.default('last-contact').catch('last-contact'),
  descending: z.boolean().default(true).catch(true),
  mode: z.enum(['new']).optional().catch(undefined),
})
export type CaseloadSearch = z.infer<typeof CaseloadSearch>
