import { getRouteApi } from '@tanstack/react-router'
import type { EventId, TaskId } from '../../../shared/kernel/ids.ts'
import { focusList } from '../../ui/list-focus.ts'
import type { TasksSearch } from './tasks-search.ts'

const route = getRouteApi('/shell/cases/$caseId/tasks')

/** Where the screen stands and the ways to move on it. */
export function useTasksPlace() {
  const { caseId } = route.useParams()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const go = (change: Partial<TasksSearch>, replace = false) =>
    void navigate({ search: before => ({ ...before, ...change }), replace })
  return {
    caseId,
    search,
    show: (show: TasksSearch['show']) => go({ show, selected: undefined, mode: undefined }),
    open: (id: TaskId) => go({ selected: id, mode: undefined }, search.selected !== undefined),
    showVersions: (id: TaskId) => go({ selected: id, mode: 'versions' }),
    showHearing: (selected: EventId) =>
      void navigate({ to: '/cases/$caseId/court', params: { caseId }, search: { selected } }),
    close: () => {
      go(search.mode === undefined ? { selected: undefined } : { mode: undefined })
      focusList()
    },
  }
}
export type TasksPlace = ReturnType<typeof useTasksPlace>
