import * as z from 'zod'
import { ViewKey } from '../../../shared/features/caseload-views.ts'
import { CaseloadFilter } from '../../../shared/features/cases.ts'

const { text, statuses, owner, risks, overdue, noNextTask, hearingWithin, notSpokenFor, sort, descending } =
  CaseloadFilter.shape
const own = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined)

/**
 * What the address of the caseload holds: the view, and what was chosen since that differs from it. Nothing: the view that
 * this user opens with. Never fails.
 */
export const CaseloadSearch = z.object({
  view: own(ViewKey),
  text: own(text),
  statuses: own(statuses),
  owner: own(owner),
  risks: own(risks),
  overdue: own(overdue),
  noNextTask: own(noNextTask),
  hearingWithin: own(hearingWithin),
  notSpokenFor: own(notSpokenFor),
  sort: own(sort),
  descending: own(descending),
  mode: own(z.enum(['new'])),
})
export type CaseloadSearch = z.infer<typeof CaseloadSearch>
