import { BuiltInView, type caseloadViewCalls, type CaseloadViewDraft } from '../../../shared/features/caseload-views.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import { CaseloadViewId } from '../../../shared/kernel/ids.ts'
import { builtInViewWords } from '../../../shared/wording/cases.ts'
import { sortKey, type WriteTx } from '../database.ts'
import type { StoreHandlers } from '../dispatch.ts'
import {
  deleteView,
  insertView,
  listViews,
  mostViews,
  nameTaken,
  requireView,
  standardView,
  updateView,
  writeStandardView,
} from './caseload-views.repo.ts'

export const caseloadViewHandlers: StoreHandlers<typeof caseloadViewCalls> = {
  'caseloadViews.list': tx => ({ rows: listViews(tx.db, tx.actor.id), standard: standardView(tx.db, tx.actor.id) }),
  'caseloadViews.add'(tx, view) {
    if (listViews(tx.db, tx.actor.id).length >= mostViews)
      throw new AppError('invalid-input', { rule: 'too-many-views' })
    checkName(tx, view, null)
    return insertView(tx, view)
  },
  'caseloadViews.update'(tx, { id, revision, view }) {
    const current = requireView(tx.db, id, tx.actor.id)
    if (current.revision !== revision) return { outcome: 'conflict', current, yours: view }
    checkName(tx, view, id)
    return { outcome: 'saved', record: updateView(tx, current, view) }
  },
  'caseloadViews.remove'(tx, { id, revision }) {
    requireView(tx.db, id, tx.actor.id)
    deleteView(tx, { id, revision })
    return {}
  },
  'caseloadViews.setStandard'(tx, { view }) {
    const own = CaseloadViewId.safeParse(view)
    if (own.success) requireView(tx.db, own.data, tx.actor.id)
    writeStandardView(tx, view)
    return {}
  },
}

/** Two views of one name can't be told apart, and those that everyone has keep theirs. */
function checkName(tx: WriteTx, { name }: CaseloadViewDraft, exceptId: CaseloadViewId | null): void {
  const builtIn = BuiltInView.options.some(view => sortKey(builtInViewWords[view]) === sortKey(name))
  if (builtIn || nameTaken(tx.db, name, { userId: tx.actor.id, exceptId }))
    throw new AppError('invalid-input', { field: 'name', rule: 'view-name-taken' })
}
