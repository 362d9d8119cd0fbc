import { everyCase } from '../../../shared/features/cases.ts'
import { showDayInFull } from '../../../shared/kernel/uk-dates.ts'
import { todayWords } from '../../../shared/wording/today.ts'
import { useCall } from '../../lib/api.ts'
import { useToday } from '../../lib/today.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { FilterChips } from '../../ui/FilterChips.tsx'
import { Screen } from '../../ui/Layout.tsx'
import { LineGroups } from '../../ui/LineGroup.tsx'
import { LoadingState } from '../../ui/LoadingState.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { BackupNotes } from './BackupNotes.tsx'
import { CourtLines } from './CourtLines.tsx'
import { OrderLines, PromiseLines, UnfinishedLines } from './RecordLines.tsx'
import { TaskLines } from './TaskLines.tsx'
import { useTodayData } from './today-data.ts'
import { useTodayPlace, type TodayPlace } from './today-place.ts'
import { UnsafeLines } from './UnsafeLines.tsx'

const whose = { mine: 'Mine', all: 'Everyone’s' } as const

/** The first screen: what is in court, unsafe to leave, due and overdue today. */
export function TodayScreen() {
  const place = useTodayPlace()
  const today = useToday()
  const chips = <FilterChips label="Whose cases" options={whose} value={place.whose} onChange={place.show} />
  return (
    <Screen header={<PageHeader title="Today" subtitle={showDayInFull(today)} actions={chips} />}>
      <LineGroups>
        <BackupNotes place={place} />
        <Groups place={place} />
      </LineGroups>
    </Screen>
  )
}

function Groups({ place }: { place: TodayPlace }) {
  const data = useTodayData(place)
  if (data.error) return <ErrorState error={data.error} title="Today could not be read" onRetry={data.readAgain} />
  if (data.isPending) return <LoadingState label="Looking what is due" shape="list" />
  if (data.isEmpty) return <NothingDue place={place} />
  return (
    <>
      <CourtLines title={todayWords.court} hearings={data.court} place={place} />
      <CourtLines title={todayWords.heard} hearings={data.heard} place={place} withDay />
      <TaskLines tasks={data.tasks} overdue={data.overdue} place={place} />
      <UnsafeLines cases={data.unsafe} place={place} />
      <PromiseLines promises={data.promises} place={place} />
      <OrderLines reminders={data.orders} place={place} />
      <CourtLines title={todayWords.nextCourt} hearings={data.nextCourt} place={place} withDay />
      <UnfinishedLines captures={data.unfinished} place={place} />
    </>
  )
}

/** Said calmly. A vault without a case says how to begin. */
function NothingDue({ place }: { place: TodayPlace }) {
  const today = useToday()
  const first = useCall('cases.list', { filter: everyCase, today, page: { limit: 1, after: null } })
  if (first.isPending) return null
  if (first.data?.total === 0) {
    return (
      <EmptyState
        icon="today"
        title="Nothing is due yet"
        action={
          <Button kind="primary" icon="add" onClick={place.newCase}>
            Open a case
          </Button>
        }
      >
        What is due, overdue, in court or unsafe to leave shows here, over all cases. Open the first one with just a
        name.
      </EmptyState>
    )
  }
  const everyone = place.whose === 'mine' && <Button onClick={() => place.show('all')}>Look at everyone’s</Button>
  return (
    <EmptyState icon="today" title="Nothing is due today" action={everyone}>
      {place.whose === 'mine' ? 'None of your cases' : 'No case'} is in court within 7 days, nothing is overdue, and
      nothing is missing that makes a case unsafe to leave.
    </EmptyState>
  )
}
