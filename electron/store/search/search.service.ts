import type { searchCalls } from '../../../shared/features/search.ts'
import { concealerOf } from '../confidential/conceal.ts'
import type { StoreHandlers } from '../dispatch.ts'
import { searchEvents, searchPeople } from './search.repo.ts'

export const searchHandlers: StoreHandlers<typeof searchCalls> = {
  'search.events': (tx, { text, page }) => searchEvents(tx.db, { text, page, conceal: concealerOf(tx.vault) }),
  'search.people': (tx, { text }) => ({ rows: searchPeople(tx.db, text) }),
}
