import type { historyCalls } from '../../../shared/features/history.ts'
import type { StoreHandlers } from '../dispatch.ts'
import { listHistory } from './history.repo.ts'

export const historyHandlers: StoreHandlers<typeof historyCalls> = {
  'history.forCase': (tx, { caseId, page }) => listHistory(tx.db, caseId, page),
}
