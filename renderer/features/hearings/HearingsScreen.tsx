import { useState } from 'react'
import type { Hearing } from '../../../shared/features/hearings.ts'
import type { EventId } from '../../../shared/kernel/ids.ts'
import { count } from '../../../shared/wording/when.ts'
import { useCall, usePages } from '../../lib/api.ts'
import { useDraftWaiting } from '../../lib/draft-waiting.ts'
import { useToday } from '../../lib/today.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FilterChips, FilterToggle } from '../../ui/FilterChips.tsx'
import { Spacer } from '../../ui/Layout.tsx'
import { Muted } from '../../ui/Text.tsx'
import { Toolbar } from '../../ui/Toolbar.tsx'
import { WithdrawRecord } from '../../ui/WithdrawRecord.tsx'
import { LoadedRecord } from '../../ui/LoadedRecord.tsx'
import { RecordButton } from '../../ui/RecordButton.tsx'
import { RecordScreen } from '../../ui/RecordScreen.tsx'
import { EditHearing } from './EditHearing.tsx'
import { useHearingActions, type HearingActions } from './hearing-actions.ts'
import { HearingDetail } from './HearingDetail.tsx'
import { HearingTable } from './HearingTable.tsx'
import { HearingVersions } from './HearingVersions.tsx'
import { useHearingsPlace, type HearingsPlace } from './hearings-place.ts'
import { MoveHearing } from './MoveHearing.tsx'
import { NewHearing, newHearingDraftKey } from './NewHearing.tsx'
import { PrintDaySheet } from './PrintDaySheet.tsx'
import { RecordOutcome } from './RecordOutcome.tsx'

/** The hearings of a case: what is to come, what was, and what came of it. */
export function HearingsScreen() {
  const place = useHearingsPlace()
  const today = useToday()
  const { caseId, search } = place
  const { show, withdrawn, selected, mode } = search
  const hearings = usePages('hearings.listForCase', { caseId, filter: { show, withdrawn }, today })
  const closed = useCall('cases.find', { id: caseId }).data?.status === 'closed'
  const [withdrawing, setWithdrawing] = useState<Hearing | null>(null)
  const [printing, setPrinting] = useState<Hearing | null>(null)
  const actions = useHearingActions({ place, closed, askReason: setWithdrawing, print: setPrinting })
  const listed = hearings.rows.find(({ id }) => id === selected)
  return (
    <RecordScreen
      noun="hearings"
      header={<FilterBar place={place} total={hearings.total} closed={closed} />}
      read={hearings}
      list={
        <HearingTable
          hearings={hearings}
          place={place}
          actions={actions}
          empty={<Nothing place={place} closed={closed} />}
        />
      }
      beside={
        mode === 'new' ? (
          <NewHearing place={place} />
        ) : selected === undefined ? null : (
          <Selected key={selected} id={selected} listed={listed} place={place} actions={actions} closed={closed} />
        )
      }
      wide={mode !== undefined}
    >
      <WithdrawRecord
        record={withdrawing}
        more="Its open tasks leave the list with it."
        hint="This is kept with the record. A hearing that the court took out of the list was no error: record its outcome."
        onClose={() => setWithdrawing(null)}
      />
      <PrintDaySheet hearing={printing} onClose={() => setPrinting(null)} />
    </RecordScreen>
  )
}

const filters = { all: 'All', coming: 'Coming up', past: 'Past', awaiting: 'Outcome missing' } as const

function FilterBar({ place, total, closed }: { place: HearingsPlace; total: number; closed: boolean }) {
  const { show, withdrawn, mode } = place.search
  const waiting = useDraftWaiting(newHearingDraftKey(place.caseId), mode === 'new')
  return (
    <Toolbar label="Hearings">
      <FilterChips
        label="Which hearings"
        options={filters}
        value={show}
        onChange={value => place.filter({ show: value })}
      />
      <FilterToggle label="Show entered in error" on={withdrawn} onChange={on => place.filter({ withdrawn: on })} />
      <Muted>{count(total, 'hearing')}</Muted>
      <Spacer />
      <RecordButton label="Record a hearing" waiting={waiting} closed={closed} onRecord={place.record} />
    </Toolbar>
  )
}

const nothingWords = {
  coming: ['No hearing is coming up', 'When the court names a date, record it here.'],
  past: ['No hearing is past', 'Hearings stand here once their day is over or their outcome is recorded.'],
  awaiting: ['No outcome is missing', 'Every hearing that is past has its outcome.'],
} as const

function Nothing({ place, closed }: { place: HearingsPlace; closed: boolean }) {
  const { show } = place.search
  if (show !== 'all') {
    const [title, words] = nothingWords[show]
    return (
      <EmptyState icon="court" title={title}>
        {words}
      </EmptyState>
    )
  }
  const first = (
    <Button kind="primary" icon="add" onClick={place.record}>
      Record a hearing
    </Button>
  )
  return (
    <EmptyState icon="court" title="No hearing recorded yet" action={closed ? undefined : first}>
      Record each date the court names. It brings its preparation as tasks, and Waymark keeps every date it is moved
      from.
    </EmptyState>
  )
}

type SelectedProps = {
  id: EventId
  listed: Hearing | undefined
  place: HearingsPlace
  actions: HearingActions
  closed: boolean
}

/** Read by itself as well, since the list may not hold it: filtered out, or further down than has been read. */
function Selected({ id, listed, place, actions, closed }: SelectedProps) {
  const found = useCall('hearings.find', { id })
  const { mode } = place.search
  return (
    <LoadedRecord found={found} listed={listed} label="Loading the hearing">
      {hearing => {
        if (mode === 'edit') return <EditHearing hearing={hearing} place={place} />
        if (mode === 'move') return <MoveHearing hearing={hearing} place={place} />
        if (mode === 'outcome') return <RecordOutcome hearing={hearing} place={place} />
        if (mode === 'versions') return <HearingVersions hearing={hearing} place={place} />
        return <HearingDetail hearing={hearing} place={place} actions={actions} closed={closed} />
      }}
    </LoadedRecord>
  )
}
