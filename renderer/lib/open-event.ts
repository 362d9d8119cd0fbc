import { useNavigate } from '@tanstack/react-router'
import type { EventKind } from '../../shared/kernel/event.ts'
import type { CaseId, EventId } from '../../shared/kernel/ids.ts'

type Reference = { id: EventId; caseId: CaseId; kind: EventKind }

/** Goes to a dated record of any kind, in the section of its case where that kind is kept. */
export function useOpenEvent(): (event: Reference) => void {
  const navigate = useNavigate()
  return ({ id, caseId, kind }) => {
    const params = { caseId }
    const ways: Record<EventKind, () => Promise<void>> = {
      'police-contact': () => navigate({ to: '/cases/$caseId/police', params, search: { selected: id } }),
      'police-report': () => navigate({ to: '/cases/$caseId/police-reports', params, search: { selected: id } }),
      incident: () => navigate({ to: '/cases/$caseId/incidents', params, search: { selected: id } }),
      hearing: () => navigate({ to: '/cases/$caseId/court', params, search: { selected: id } }),
      order: () => navigate({ to: '/cases/$caseId/orders', params, search: { selected: id } }),
      breach: () => navigate({ to: '/cases/$caseId/orders', params, search: { breach: id } }),
      contact: () => navigate({ to: '/cases/$caseId/contacts', params, search: { selected: id } }),
      document: () => navigate({ to: '/cases/$caseId/documents', params, search: { selected: id } }),
      bundle: () => navigate({ to: '/cases/$caseId/bundles', params, search: { selected: id } }),
      'risk-assessment': () => navigate({ to: '/cases/$caseId/risk', params, search: { selected: id } }),
    }
    void ways[kind]()
  }
}
