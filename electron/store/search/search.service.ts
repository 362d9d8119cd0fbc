import type { searchCalls } from '../../../shared/features/search.ts'
import { concealerOf } from '../confidential/conceal.ts'
import type { StoreHandlers } from '../dispatch.ts'
import { searchConfidential, searchPeople } from './people-search.repo.ts'
import { searchEvents } from './search.repo.ts'

export const searchHandlers: StoreHandlers<typeof searchCalls> = {
  'search.events': (tx, { text, page }) => searchEvents(tx.db, { text, page, conceal: concealerOf(tx.vault) }),
  'search.people': (tx, { text }) => searchPeople(tx.db, text, concealerOf(tx.vault)),
  'search.confidential'(tx, { value }) {
    const rows = searchConfidential(tx.db, value)
    for (const { personId, caseId, kind } of rows)
      tx.audit('identifier.matched', { id: personId, caseId, detail: { kind } })
    if (rows.length === 0) tx.audit('identifier.searched', {})
    return { rows }
  },
}
