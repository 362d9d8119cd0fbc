import type { todayCalls } from '../../../shared/features/today.ts'
import type { StoreHandlers } from '../dispatch.ts'
import { listOverduePromises, listUnfinished, listUnsafe } from './today.repo.ts'

export const todayHandlers: StoreHandlers<typeof todayCalls> = {
  'today.overduePromises': (tx, wanted) => listOverduePromises(tx.db, { ...wanted, now: tx.now }),
  'today.unsafe': (tx, wanted) => listUnsafe(tx.db, { ...wanted, now: tx.now }),
  'today.unfinished': (tx, { page }) => listUnfinished(tx.db, tx.actor.id, page),
}
