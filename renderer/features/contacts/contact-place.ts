import { getRouteApi } from '@tanstack/react-router'
import type { EventId } from '../../../shared/kernel/ids.ts'
import { focusList } from '../../ui/list-focus.ts'
import type { ContactSearch } from './contact-search.ts'

const route = getRouteApi('/shell/cases/$caseId/contacts')
const nothingGiven = { entry: undefined, channel: undefined, safely: undefined }

/** Where the screen stands and the ways to move on it: all of it lives in the address. */
export function useContactPlace() {
  const { caseId } = route.useParams()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const go = (change: Partial<ContactSearch>, replace = false) =>
    void navigate({ search: before => ({ ...before, ...nothingGiven, ...change }), replace })
  return {
    caseId,
    search,
    filter: (change: Pick<Partial<ContactSearch>, 'show' | 'withdrawn'>) => go(change),
    /** Moving through the list is one step back, not one for each row. */
    select: (id: EventId) =>
      go({ selected: id, mode: undefined }, search.selected !== undefined && search.mode === undefined),
    record: () => go({ selected: undefined, mode: 'new' }),
    /** Back to a call that was begun where its number was shown. */
    resumeCall: () => go({ selected: undefined, mode: 'new', entry: 'contact' }),
    edit: (id: EventId) => go({ selected: id, mode: 'edit' }),
    showVersions: (id: EventId) => go({ selected: id, mode: 'versions' }),
    /** One step back: from a form or the versions to the record, from the record to the list alone. */
    close: () => {
      const whole = search.mode === undefined || search.mode === 'new'
      go(whole ? { selected: undefined, mode: undefined } : { mode: undefined })
      focusList()
    },
  }
}
export type ContactPlace = ReturnType<typeof useContactPlace>
