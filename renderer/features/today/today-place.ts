import { getRouteApi } from '@tanstack/react-router'
import type { EventKind } from '../../../shared/kernel/event.ts'
import type { CaseId, EventId, TaskId } from '../../../shared/kernel/ids.ts'
import type { UnsafeReason } from '../../../shared/features/today.ts'
import { useOpenEvent } from '../../lib/open-event.ts'
import { useSession } from '../../lib/session.ts'
import type { TodaySearch } from './today-search.ts'

const route = getRouteApi('/shell/today')

/** Whose cases are looked at, and the ways from here to every record that is told of. */
export function useTodayPlace() {
  const { whose } = route.useSearch()
  const navigate = route.useNavigate()
  const openEvent = useOpenEvent()
  const ownId = useSession(({ actor }) => actor?.id ?? null)
  const record = (kind: EventKind, caseId: CaseId, id: EventId) => openEvent({ kind, caseId, id })
  const toReason = (caseId: CaseId, reason: UnsafeReason): void => {
    const params = { caseId }
    if (reason.why === 'order') return record('order', caseId, reason.orderId)
    if (reason.why === 'police-silence') return record('police-report', caseId, reason.reportId)
    if (reason.why === 'safe-contact') return void navigate({ to: '/cases/$caseId/people', params })
    if (reason.why === 'no-next-action') return void navigate({ to: '/cases/$caseId/tasks', params })
    if (reason.why === 'not-assessed') return void navigate({ to: '/cases/$caseId/risk', params })
    return record('risk-assessment', caseId, reason.assessmentId)
  }
  return {
    whose,
    ownerId: whose === 'mine' ? ownId : null,
    show: (next: TodaySearch['whose']) => void navigate({ search: { whose: next } }),
    toCase: (caseId: CaseId) => void navigate({ to: '/cases/$caseId', params: { caseId } }),
    toTask: (caseId: CaseId, selected: TaskId) =>
      void navigate({ to: '/cases/$caseId/tasks', params: { caseId }, search: { selected } }),
    toBackups: () => void navigate({ to: '/settings', search: { section: 'vault' } }),
    newCase: () => void navigate({ to: '/cases', search: { mode: 'new' } }),
    toRecord: record,
    toReason,
  }
}
export type TodayPlace = ReturnType<typeof useTodayPlace>
