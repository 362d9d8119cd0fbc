import { getRouteApi } from '@tanstack/react-router'
import type { IncidentFilter } from '../../../shared/features/incidents.ts'
import type { EventId, FileId } from '../../../shared/kernel/ids.ts'
import { focusList } from '../../ui/list-focus.ts'
import type { IncidentSearch } from './incident-search.ts'

const route = getRouteApi('/shell/cases/$caseId/incidents')

/** Where the screen stands and the ways to move on it: all of it lives in the address. */
export function useIncidentPlace() {
  const { caseId } = route.useParams()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const go = (change: Partial<IncidentSearch>, replace = false) =>
    void navigate({ search: before => ({ ...before, ...change }), replace })
  const { group, reported, breached, unfinished, withdrawn } = search
  const listed: IncidentFilter = { group, reported, breached, unfinished, withdrawn }
  return {
    caseId,
    search,
    listed,
    filter: (change: Partial<IncidentFilter>) => go(change),
    showAll: () => go({ group: null, reported: null, breached: false, unfinished: false }),
    /** Moving through the list is one step back, not one for each row. */
    select: (id: EventId) =>
      go({ selected: id, mode: undefined }, search.selected !== undefined && search.mode === undefined),
    record: () => go({ selected: undefined, mode: 'new' }),
    edit: (id: EventId) => go({ selected: id, mode: 'edit' }),
    /** Reads an attached file. */
    read: (id: EventId, file: FileId) => go({ selected: id, mode: 'file', file, page: undefined }),
    readTo: (page: number) => go({ page }, true),
    showVersions: (id: EventId) => go({ selected: id, mode: 'versions' }),
    /** One step back: from a form or the versions to the record, from the record to the list alone. */
    close: () => {
      go(
        search.mode === undefined || search.mode === 'new'
          ? { selected: undefined, mode: undefined }
          : { mode: undefined, file: undefined, page: undefined },
      )
      focusList()
    },
  }
}
export type IncidentPlace = ReturnType<typeof useIncidentPlace>
