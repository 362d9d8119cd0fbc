import { getRouteApi } from '@tanstack/react-router'
import type { CaseloadFilter } from '../../../shared/features/cases.ts'
import type { CaseId } from '../../../shared/kernel/ids.ts'
import { useSession } from '../../lib/session.ts'
import type { CaseloadSearch } from './caseload-search.ts'

const route = getRouteApi('/shell/cases')
const open = ['referred', 'contacting', 'assessing', 'supporting', 'paused'] as const

/** Where the caseload stands and the ways to move on it. */
export function useCaseloadPlace() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const ownId = useSession(({ actor }) => actor?.id ?? null)
  const go = (change: Partial<CaseloadSearch>, replace = false) =>
    void navigate({ search: before => ({ ...before, ...change }), replace })
  const filter: CaseloadFilter = {
    text: search.text,
    statuses: search.statuses.length === 0 ? [...open] : search.statuses,
    ownerId: search.owner === 'mine' ? ownId : null,
    sort: search.sort,
    descending: search.descending,
  }
  return {
    search,
    filter,
    /** Typing is one step back, not one for each letter. */
    change: (change: Partial<Omit<CaseloadSearch, 'mode'>>) => go(change, change.text !== undefined),
    clear: () => go({ text: '', statuses: [], owner: 'all' }),
    begin: () => go({ mode: 'new' }),
    close: () => go({ mode: undefined }),
    open: (caseId: CaseId) => void navigate({ to: '/cases/$caseId', params: { caseId } }),
  }
}
export type CaseloadPlace = ReturnType<typeof useCaseloadPlace>
