import { getRouteApi } from '@tanstack/react-router'
import type { IdentifierId, PersonId } from '../../../shared/kernel/ids.ts'
import { focusList } from '../../ui/list-focus.ts'
import type { PeopleSearch } from './people-search.ts'

const route = getRouteApi('/shell/cases/$caseId/people')

/** Where the screen stands and the ways to move on it. */
export function usePeoplePlace() {
  const { caseId } = route.useParams()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const go = (change: Partial<PeopleSearch>, replace = false) =>
    void navigate({ search: before => ({ ...before, ...change }), replace })
  return {
    caseId,
    search,
    showWithdrawn: (withdrawn: boolean) => go({ withdrawn }),
    select: (id: PersonId) => go({ selected: id, mode: undefined, identifier: undefined }, true),
    add: () => go({ selected: undefined, mode: 'new' }),
    edit: (id: PersonId) => go({ selected: id, mode: 'edit' }),
    addIdentifier: () => go({ mode: 'identifier', identifier: undefined }),
    editIdentifier: (identifier: IdentifierId) => go({ mode: 'identifier', identifier }),
    showVersions: (id: PersonId) => go({ selected: id, mode: 'versions' }),
    editPlan: () => go({ mode: 'plan' }),
    showPlanVersions: () => go({ mode: 'plan-versions' }),
    close: () => {
      const within = search.mode !== undefined && search.mode !== 'new'
      go(within ? { mode: undefined, identifier: undefined } : { selected: undefined, mode: undefined })
      focusList()
    },
  }
}
export type PeoplePlace = ReturnType<typeof usePeoplePlace>
