import { getRouteApi } from '@tanstack/react-router'
import { BuiltInView, builtInViews, type CaseloadView, type ViewKey } from '../../../shared/features/caseload-views.ts'
import { CaseloadFilter } from '../../../shared/features/cases.ts'
import type { CaseId } from '../../../shared/kernel/ids.ts'
import { builtInViewWords } from '../../../shared/wording/cases.ts'
import { useCall } from '../../lib/api.ts'
import type { CaseloadSearch } from './caseload-search.ts'

const route = getRouteApi('/shell/cases')
type Choice = keyof CaseloadFilter
const choices = CaseloadFilter.keyof().options
const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)
const asInView = Object.fromEntries(choices.map(choice => [choice, undefined])) as Partial<CaseloadSearch> // every one of them

/** Where the caseload stands and the ways to move on it. */
export function useCaseloadPlace() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const views = useCall('caseloadViews.list', {})
  const saved = views.data?.rows ?? []
  const standard = views.data?.standard ?? 'mine'
  const view = viewOf(saved, search.view) ?? viewOf(saved, standard) ?? viewOf(saved, 'mine')
  const kept = view?.filter ?? builtInViews.mine
  const filter = Object.fromEntries(choices.map(choice => [choice, search[choice] ?? kept[choice]])) as CaseloadFilter // as above
  const go = (change: Partial<CaseloadSearch>, replace = false) =>
    void navigate({ search: before => ({ ...before, ...change }), replace })
  return {
    search,
    filter,
    /** False until it is known which view this user opens with. */
    ready: !views.isPending,
    views: saved,
    standard,
    view,
    /** Something was chosen that the view does not say. */
    isChanged: !same(filter, kept),
    /** Typing is one step back, not one for each letter. */
    change: (change: Partial<CaseloadFilter>) => {
      const entries = Object.entries(change) as [Choice, unknown][] // its own keys
      const explicit = entries.map(([choice, value]) => [choice, same(value, kept[choice]) ? undefined : value])
      go(Object.fromEntries(explicit) as Partial<CaseloadSearch>, change.text !== undefined) // the same keys
    },
    show: (key: ViewKey) => go({ ...asInView, view: key }),
    begin: () => go({ mode: 'new' }),
    close: () => go({ mode: undefined }),
    open: (caseId: CaseId) => void navigate({ to: '/cases/$caseId', params: { caseId } }),
  }
}
export type CaseloadPlace = ReturnType<typeof useCaseloadPlace>

export type ShownView = { key: ViewKey; name: string; filter: CaseloadFilter; own: CaseloadView | null }
function viewOf(saved: readonly CaseloadView[], key: ViewKey | undefined): ShownView | undefined {
  const builtIn = BuiltInView.safeParse(key).data
  if (builtIn) return { key: builtIn, name: builtInViewWords[builtIn], filter: builtInViews[builtIn], own: null }
  const own = saved.find(({ id }) => id === key)
  return own && { key: own.id, name: own.name, filter: own.filter, own }
}
