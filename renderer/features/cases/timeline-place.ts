import { getRouteApi } from '@tanstack/react-router'
import { wholeTimeline, type TimelineFilter } from '../../../shared/features/events.ts'

const route = getRouteApi('/shell/cases/$caseId/')

/** What of the timeline is listed, and the ways to change it: all of it lives in the address. */
export function useTimelinePlace() {
  const { text, kinds, from, to, file } = route.useSearch()
  const navigate = route.useNavigate()
  const filter: TimelineFilter = { text, kinds, from, to, file }
  /** Typing is one step back, not one for each letter. */
  const change = (changed: Partial<TimelineFilter>) =>
    void navigate({ search: before => ({ ...before, ...changed }), replace: changed.text !== undefined })
  return {
    filter,
    isWhole: JSON.stringify(filter) === JSON.stringify(wholeTimeline),
    change,
    showAll: () => change({ ...wholeTimeline }),
  }
}
export type TimelinePlace = ReturnType<typeof useTimelinePlace>
