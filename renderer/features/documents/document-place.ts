import { getRouteApi } from '@tanstack/react-router'
import type { EventId, FileId } from '../../../shared/kernel/ids.ts'
import { focusList } from '../../ui/list-focus.ts'
import type { DocumentSearch } from './document-search.ts'

const route = getRouteApi('/shell/cases/$caseId/documents')

const nothingRead = { file: undefined, page: undefined }

/** Where the screen stands and the ways to move on it: all of it lives in the address. */
export function useDocumentPlace() {
  const { caseId } = route.useParams()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const go = (change: Partial<DocumentSearch>, replace = false) =>
    void navigate({ search: before => ({ ...before, ...change }), replace })
  return {
    caseId,
    search,
    filter: (change: Pick<Partial<DocumentSearch>, 'kind' | 'undescribed' | 'withdrawn'>) => go(change),
    /** Moving through the list is one step back, not one for each row. */
    select: (id: EventId) =>
      go({ selected: id, mode: undefined }, search.selected !== undefined && search.mode === undefined),
    edit: (id: EventId) => go({ selected: id, mode: 'edit' }),
    /** Reads a document, or another file that it is or was. */
    view: (id: EventId, file?: FileId) => go({ ...nothingRead, selected: id, mode: 'view', file }),
    readTo: (page: number) => go({ page }, true),
    showVersions: (id: EventId) => go({ selected: id, mode: 'versions' }),
    /** One step back: from the form or the versions to the document, from the document to the list alone. */
    close: () => {
      go(search.mode === undefined ? { selected: undefined, mode: undefined } : { mode: undefined, ...nothingRead })
      focusList()
    },
  }
}
export type DocumentPlace = ReturnType<typeof useDocumentPlace>
