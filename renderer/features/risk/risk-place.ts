import { getRouteApi } from '@tanstack/react-router'
import { InstrumentKey } from '../../../shared/features/instruments.ts'
import type { EventId } from '../../../shared/kernel/ids.ts'
import { focusList } from '../../ui/list-focus.ts'
import type { RiskSearch } from './risk-search.ts'

const route = getRouteApi('/shell/cases/$caseId/risk')

/** Where the screen stands and the ways to move on it: all of it lives in the address. */
export function useRiskPlace() {
  const { caseId } = route.useParams()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const go = (change: Partial<RiskSearch>, replace = false) =>
    void navigate({ search: before => ({ ...before, ...change }), replace })
  return {
    caseId,
    search,
    /** The form chosen for a new assessment; null while none is. */
    form: formOf(search.form),
    showWithdrawn: (withdrawn: boolean) => go({ withdrawn }),
    /** Moving through the list is one step back, not one for each row. */
    select: (id: EventId) =>
      go(
        { selected: id, mode: undefined, form: undefined },
        search.selected !== undefined && search.mode === undefined,
      ),
    record: () => go({ selected: undefined, mode: 'new', form: undefined }),
    choose: ({ id, version }: InstrumentKey) => go({ form: `${id}:${String(version)}` }),
    edit: (id: EventId) => go({ selected: id, mode: 'edit' }),
    showVersions: (id: EventId) => go({ selected: id, mode: 'versions' }),
    /** One step back: from a form or the versions to the record, from the record to the list alone. */
    close: () => {
      go(
        search.mode === undefined || search.mode === 'new'
          ? { selected: undefined, mode: undefined, form: undefined }
          : { mode: undefined },
      )
      focusList()
    },
  }
}
export type RiskPlace = ReturnType<typeof useRiskPlace>

function formOf(text: string | undefined): InstrumentKey | null {
  const [id, version] = text?.split(':') ?? []
  return InstrumentKey.safeParse({ id, version: Number(version) }).data ?? null
}
