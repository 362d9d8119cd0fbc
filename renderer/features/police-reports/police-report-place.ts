import { getRouteApi } from '@tanstack/react-router'
import type { EventId } from '../../../shared/kernel/ids.ts'
import { focusList } from '../../ui/list-focus.ts'
import type { PoliceReportSearch } from './police-report-search.ts'

const route = getRouteApi('/shell/cases/$caseId/police-reports')

/** Where the screen stands and the ways to move on it: all of it lives in the address. */
export function usePoliceReportPlace() {
  const { caseId } = route.useParams()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const go = (change: Partial<PoliceReportSearch>, replace = false) =>
    void navigate({ search: before => ({ ...before, ...change }), replace })
  const { selected, mode } = search
  return {
    caseId,
    search,
    filter: (change: Pick<Partial<PoliceReportSearch>, 'show' | 'withdrawn'>) => go(change),
    /** Moving through the list is one step back, not one for each row. */
    select: (id: EventId) => go({ selected: id, mode: undefined }, selected !== undefined && mode === undefined),
    record: () => go({ selected: undefined, mode: 'new' }),
    edit: (id: EventId) => go({ selected: id, mode: 'edit' }),
    showVersions: (id: EventId) => go({ selected: id, mode: 'versions' }),
    /** One step back: from a form or the versions to the record, from the record to the list alone. */
    close: () => {
      go(mode === undefined || mode === 'new' ? { selected: undefined, mode: undefined } : { mode: undefined })
      focusList()
    },
  }
}
export type PoliceReportPlace = ReturnType<typeof usePoliceReportPlace>
