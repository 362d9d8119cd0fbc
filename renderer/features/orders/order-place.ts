import { getRouteApi } from '@tanstack/react-router'
import type { EventId } from '../../../shared/kernel/ids.ts'
import { focusList } from '../../ui/list-focus.ts'
import type { OrderSearch } from './order-search.ts'

const route = getRouteApi('/shell/cases/$caseId/orders')

/** Where the screen stands and the ways to move on it: all of it lives in the address. */
export function useOrderPlace() {
  const { caseId } = route.useParams()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const go = (change: Partial<OrderSearch>, replace = false) =>
    void navigate({ search: before => ({ ...before, mode: undefined, term: undefined, ...change }), replace })
  const { selected, breach, mode } = search
  return {
    caseId,
    search,
    showWithdrawn: (withdrawn: boolean) => go({ withdrawn, mode }),
    /** Moving through the list is one step back, not one for each row. */
    select: (id: EventId) =>
      go({ selected: id, breach: undefined }, selected !== undefined && breach === undefined && mode === undefined),
    record: () => go({ selected: undefined, breach: undefined, mode: 'new' }),
    edit: (id: EventId) => go({ selected: id, breach: undefined, mode: 'edit' }),
    showVersions: (id: EventId) => go({ selected: id, breach: undefined, mode: 'versions' }),
    recordBreach: (orderId: EventId, term?: string) =>
      go({ selected: orderId, breach: undefined, mode: 'break', term }),
    showBreach: (id: EventId, orderId?: EventId) => go({ selected: orderId ?? selected, breach: id }),
    editBreach: (id: EventId) => go({ breach: id, mode: 'edit' }),
    showBreachVersions: (id: EventId) => go({ breach: id, mode: 'versions' }),
    /** One step back: from a form or the versions to the record, from a breach to its order, from there to the list alone. */
    close: () => {
      if (mode !== undefined && mode !== 'new') go({})
      else if (breach !== undefined && selected !== undefined) go({ breach: undefined })
      else go({ selected: undefined, breach: undefined })
      focusList()
    },
  }
}
export type OrderPlace = ReturnType<typeof useOrderPlace>
