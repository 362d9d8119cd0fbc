import type { EventSummary, LinkedEvent } from '../../shared/features/events.ts'
import type { EventKind } from '../../shared/kernel/event.ts'
import type { CaseId, EventId } from '../../shared/kernel/ids.ts'
import { useCall } from './api.ts'

const largestPage = 200

/** The records of these kinds in a case that a link can be made to, the newest 200. Empty until they are here. */
export function useLinkable(caseId: CaseId, kinds: readonly EventKind[]): readonly EventSummary[] {
  const page = { limit: largestPage, after: null }
  return useCall('events.ofKinds', { caseId, kinds: [...kinds], page }).data?.rows ?? []
}

/** What a record is linked with, both ways. Nothing for a record that is not saved yet. */
export function useLinked(id: EventId | null): readonly LinkedEvent[] {
  const found = useCall('events.linked', { id: id ?? nobody }, { enabled: id !== null })
  return id === null ? [] : (found.data?.rows ?? [])
}
const nobody = '00000000-0000-0000-0000-000000000000' as EventId // never asked about: the call is off then
