import { getRouteApi } from '@tanstack/react-router'
import type { EventId } from '../../../shared/kernel/ids.ts'
import { focusList } from '../../ui/list-focus.ts'
import type { HearingsSearch } from './hearings-search.ts'

const route = getRouteApi('/shell/cases/$caseId/court')
const away = { mode: undefined, follows: undefined }

/** Where the screen stands and the ways to move on it: all of it lives in the address. */
export function useHearingsPlace() {
  const { caseId } = route.useParams()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const go = (change: Partial<HearingsSearch>, replace = false) =>
    void navigate({ search: before => ({ ...before, ...change }), replace })
  const inMode = (mode: NonNullable<HearingsSearch['mode']>) => (id: EventId) => go({ ...away, selected: id, mode })
  return {
    caseId,
    search,
    filter: (change: Pick<Partial<HearingsSearch>, 'show' | 'withdrawn'>) => go(change),
    /** Moving through the list is one step back, not one for each row. */
    select: (id: EventId) => go({ ...away, selected: id }, search.selected !== undefined && search.mode === undefined),
    record: () => go({ ...away, selected: undefined, mode: 'new' }),
    listNext: (follows: EventId) => go({ selected: undefined, mode: 'new', follows }),
    edit: inMode('edit'),
    move: inMode('move'),
    outcome: inMode('outcome'),
    showVersions: inMode('versions'),
    makeBundle: (hearing: EventId) =>
      void navigate({ to: '/cases/$caseId/bundles', params: { caseId }, search: { mode: 'new', hearing } }),
    /** One step back: from a form or the versions to the record, from the record to the list alone. */
    close: () => {
      go(search.mode === undefined || search.mode === 'new' ? { ...away, selected: search.follows } : away)
      focusList()
    },
  }
}
export type HearingsPlace = ReturnType<typeof useHearingsPlace>
