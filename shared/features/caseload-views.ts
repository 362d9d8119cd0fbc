import * as z from 'zod'
import { command, Nothing, query, savedOrConflict } from '../kernel/call.ts'
import { RecordStamp, Revision } from '../kernel/event.ts'
import { CaseloadViewId } from '../kernel/ids.ts'
import { CaseloadFilter, everyOpenCase } from './cases.ts'

/** The views that everyone has. */
export const BuiltInView = z.enum(['mine', 'open', 'high-risk', 'not-spoken', 'closed'])
export type BuiltInView = z.infer<typeof BuiltInView>
export const builtInViews: Readonly<Record<BuiltInView, CaseloadFilter>> = {
  mine: { ...everyOpenCase, owner: 'mine', sort: 'overdue' },
  open: { ...everyOpenCase, sort: 'overdue' },
  'high-risk': { ...everyOpenCase, risks: ['high'], sort: 'spoken' },
  'not-spoken': { ...everyOpenCase, notSpokenFor: 14, sort: 'spoken' },
  closed: { ...everyOpenCase, statuses: ['closed'], sort: 'client' },
}

/** A view of one's own: a filter and an order under a name. Nobody else sees it. */
export const CaseloadViewDraft = z.strictObject({ name: z.string().trim().min(1).max(60), filter: CaseloadFilter })
export type CaseloadViewDraft = z.infer<typeof CaseloadViewDraft>
export const CaseloadView = z.strictObject({ id: CaseloadViewId, ...CaseloadViewDraft.shape, ...RecordStamp.shape })
export type CaseloadView = z.infer<typeof CaseloadView>
/** What names a view: one that everyone has, or one of one's own. */
export const ViewKey = z.union([BuiltInView, CaseloadViewId])
export type ViewKey = z.infer<typeof ViewKey>

const touches = ['caseload-view'] as const
const one = z.strictObject({ id: CaseloadViewId, revision: Revision })

/** All about the acting user's own views: those of others are not found. */
export const caseloadViewCalls = {
  /** By name, 50 at most, and the one that the caseload opens with. */
  'caseloadViews.list': query({
    input: Nothing,
    output: z.strictObject({ rows: z.array(CaseloadView), standard: ViewKey }),
    tag: 'caseload-view',
  }),
  'caseloadViews.add': command({ input: CaseloadViewDraft, output: CaseloadView, touches }),
  'caseloadViews.update': command({
    input: z.strictObject({ ...one.shape, view: CaseloadViewDraft }),
    output: savedOrConflict(CaseloadView, CaseloadViewDraft),
    touches,
  }),
  /** Takes the view away. The cases in it are as they were. */
  'caseloadViews.remove': command({ input: one, output: Nothing, touches }),
  'caseloadViews.setStandard': command({ input: z.strictObject({ view: ViewKey }), output: Nothing, touches }),
}
