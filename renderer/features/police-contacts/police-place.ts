import { getRouteApi } from '@tanstack/react-router'
import type { EventId } from '../../../shared/kernel/ids.ts'
import { focusList } from '../../ui/list-focus.ts'
import type { PoliceSearch } from './police-search.ts'

const route = getRouteApi('/shell/cases/$caseId/police')

/** Where the screen stands and the ways to move on it: all of it lives in the address. */
export function usePolicePlace() {
  const { caseId } = route.useParams()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const go = (change: Partial<PoliceSearch>, replace = false) =>
    void navigate({ search: before => ({ ...before, ...change }), replace })
  return {
    caseId,
    search,
    filter: (change: Pick<Partial<PoliceSearch>, 'promises' | 'withdrawn'>) => go(change),
    /** Moving through the list is one step back, not one for each row. */
    select: (id: EventId) =>
      go({ selected: id, mode: undefined }, search.selected !== undefined && search.mode === undefined),
    record: () => go({ selected: undefined, mode: 'new' }),
    edit: (id: EventId) => go({ selected: id, mode: 'edit' }),
    showVersions: (id: EventId) => go({ selected: id, mode: 'versions' }),
    /** One step back: from a form or the versions to the record, from the record to the list alone. */
    close: () => {
      go(
        search.mode === undefined || search.mode === 'new'
          ? { selected: undefined, mode: undefined }
          : { mode: undefined },
      )
      focusList()
    },
  }
}
export type PolicePlace = ReturnType<typeof usePolicePlace>
