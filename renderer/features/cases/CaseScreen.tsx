import { Outlet } from '@tanstack/react-router'
import { useCall } from '../../lib/api.ts'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { Screen } from '../../ui/Layout.tsx'
import { LoadingState } from '../../ui/LoadingState.tsx'
import { useShortcut } from '../../ui/shortcuts.ts'
import { useCasePlace } from './case-place.ts'
import { CaseHeader } from './CaseHeader.tsx'
import { CaseVersions } from './CaseVersions.tsx'
import { EditCase } from './EditCase.tsx'

/** One case: its header, its sections, and the section that is open. */
export function CaseScreen() {
  const place = useCasePlace()
  const found = useCall('cases.find', { id: place.caseId })
  useShortcut('Alt+1', 'Overview', { run: () => place.show('overview'), group: 'This case' })
  useShortcut('Alt+2', 'People', { run: () => place.show('people'), group: 'This case' })
  useShortcut('Alt+3', 'Incidents', { run: () => place.show('incidents'), group: 'This case' })
  useShortcut('Alt+4', 'Police', { run: () => place.show('police'), group: 'This case' })
  useShortcut('Alt+5', 'Police reports', { run: () => place.show('police-reports'), group: 'This case' })
  useShortcut('Alt+6', 'Orders', { run: () => place.show('orders'), group: 'This case' })
  useShortcut('Alt+7', 'Court', { run: () => place.show('court'), group: 'This case' })
  useShortcut('Alt+8', 'Tasks', { run: () => place.show('tasks'), group: 'This case' })
  useShortcut('Alt+0', 'Risk', { run: () => place.show('risk'), group: 'This case' })
  useShortcut('Alt+9', 'History', { run: () => place.show('history'), group: 'This case' })
  if (found.error)
    return <ErrorState error={found.error} title="This case could not be opened" onRetry={() => void found.refetch()} />
  if (!found.data) return <LoadingState label="Opening the case" shape="detail" />
  return (
    <Screen fill header={<CaseHeader found={found.data} place={place} />}>
      {place.editing ? (
        <EditCase key={found.data.id} found={found.data} place={place} />
      ) : place.showingVersions ? (
        <CaseVersions key={found.data.id} found={found.data} place={place} />
      ) : (
        <Outlet />
      )}
    </Screen>
  )
}
