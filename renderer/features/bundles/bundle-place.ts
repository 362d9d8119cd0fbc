import { getRouteApi } from '@tanstack/react-router'
import type { EventId } from '../../../shared/kernel/ids.ts'
import { focusList } from '../../ui/list-focus.ts'
import type { BundleSearch } from './bundle-search.ts'

const route = getRouteApi('/shell/cases/$caseId/bundles')
const away = { selected: undefined, mode: undefined, hearing: undefined }

/** Where the screen stands and the ways to move on it: all of it lives in the address. */
export function useBundlePlace() {
  const { caseId } = route.useParams()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const go = (change: Partial<BundleSearch>) => void navigate({ search: before => ({ ...before, ...change }) })
  return {
    caseId,
    search,
    filter: (change: Pick<Partial<BundleSearch>, 'withdrawn'>) => go(change),
    open: (id: EventId) => go({ ...away, selected: id }),
    begin: () => go({ ...away, mode: 'new' }),
    showVersions: (id: EventId) => go({ ...away, selected: id, mode: 'versions' }),
    showDocument: (id: EventId) =>
      void navigate({ to: '/cases/$caseId/documents', params: { caseId }, search: { selected: id } }),
    /** One step back: from its earlier states to the bundle, from a bundle to the list. */
    close: () => {
      go(search.mode === 'versions' ? { mode: undefined } : away)
      focusList()
    },
  }
}
export type BundlePlace = ReturnType<typeof useBundlePlace>
