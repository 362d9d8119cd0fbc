import { getRouteApi, useMatches } from '@tanstack/react-router'
import type { EventId, PersonId } from '../../../shared/kernel/ids.ts'

const route = getRouteApi('/shell/cases/$caseId')

export const caseSections = [
  'overview',
  'people',
  'contacts',
  'incidents',
  'police',
  'police-reports',
  'orders',
  'court',
  'tasks',
  'risk',
  'documents',
  'bundles',
  'history',
] as const
export type CaseSection = (typeof caseSections)[number]

/** `search`: what the address of that section says. */
const isAbsorbing = (section: CaseSection, search: object): boolean =>
  (section === 'bundles' && 'selected' in search && search.selected !== undefined) ||
  (section === 'documents' && 'mode' in search && search.mode === 'view')

/** Which section of a case is shown, and the ways to the others. */
export function useCasePlace() {
  const { caseId } = route.useParams()
  const { edit = false } = route.useSearch()
  const navigate = route.useNavigate()
  const shown = useMatches().at(-1)
  const section = caseSections.find(name => shown?.routeId.endsWith(`/${name}`)) ?? 'overview'
  return {
    caseId,
    section,
    /** A bundle or a document is open, which needs all the height there is. */
    absorbed: shown !== undefined && isAbsorbing(section, shown.search),
    editing: edit === true,
    showingVersions: edit === 'versions',
    edit: () => void navigate({ search: before => ({ ...before, edit: true }) }),
    showVersions: () => void navigate({ search: before => ({ ...before, edit: 'versions' }) }),
    doneEditing: () => void navigate({ search: before => ({ ...before, edit: undefined }) }),
    show: (next: CaseSection) => {
      const params = { caseId }
      if (next === 'overview') void navigate({ to: '/cases/$caseId', params })
      if (next === 'people') void navigate({ to: '/cases/$caseId/people', params })
      if (next === 'incidents') void navigate({ to: '/cases/$caseId/incidents', params })
      if (next === 'contacts') void navigate({ to: '/cases/$caseId/contacts', params })
      if (next === 'police') void navigate({ to: '/cases/$caseId/police', params })
      if (next === 'police-reports') void navigate({ to: '/cases/$caseId/police-reports', params })
      if (next === 'orders') void navigate({ to: '/cases/$caseId/orders', params })
      if (next === 'court') void navigate({ to: '/cases/$caseId/court', params })
      if (next === 'tasks') void navigate({ to: '/cases/$caseId/tasks', params })
      if (next === 'risk') void navigate({ to: '/cases/$caseId/risk', params })
      if (next === 'documents') void navigate({ to: '/cases/$caseId/documents', params })
      if (next === 'bundles') void navigate({ to: '/cases/$caseId/bundles', params })
      if (next === 'history') void navigate({ to: '/cases/$caseId/history', params })
    },
    recordContact: () => void navigate({ to: '/cases/$caseId/police', params: { caseId }, search: { mode: 'new' } }),
    showContact: (selected: EventId) =>
      void navigate({ to: '/cases/$caseId/police', params: { caseId }, search: { selected } }),
    showPerson: (selected: PersonId) =>
      void navigate({ to: '/cases/$caseId/people', params: { caseId }, search: { selected } }),
    agreeSafeContact: (selected: PersonId) =>
      void navigate({ to: '/cases/$caseId/people', params: { caseId }, search: { selected, mode: 'plan' } }),
    showPromises: (promises: 'open' | 'overdue') =>
      void navigate({ to: '/cases/$caseId/police', params: { caseId }, search: { promises } }),
  }
}
export type CasePlace = ReturnType<typeof useCasePlace>
