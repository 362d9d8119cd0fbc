import { useState } from 'react'
import type { EventId } from '../../../shared/kernel/ids.ts'
import { useCall, usePages } from '../../lib/api.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { WithdrawRecord } from '../../ui/WithdrawRecord.tsx'
import { LoadedRecord } from '../../ui/LoadedRecord.tsx'
import { RecordScreen } from '../../ui/RecordScreen.tsx'
import { AttachmentView } from './AttachmentView.tsx'
import { CourseOfConduct } from './CourseOfConduct.tsx'
import { EditIncident } from './EditIncident.tsx'
import { useIncidentActions, type AnyIncident, type IncidentActions } from './incident-actions.ts'
import { useIncidentPlace, type IncidentPlace } from './incident-place.ts'
import { IncidentDetail } from './IncidentDetail.tsx'
import { IncidentFilters } from './IncidentFilters.tsx'
import { IncidentTable } from './IncidentTable.tsx'
import { IncidentVersions } from './IncidentVersions.tsx'
import { NewIncident } from './NewIncident.tsx'

/** Everything that was done to the client, dated and coded: each incident, and what they make together. */
export function IncidentsScreen() {
  const place = useIncidentPlace()
  const { caseId, listed, search } = place
  const incidents = usePages('incidents.listForCase', { caseId, filter: listed })
  const summary = useCall('incidents.summary', { caseId }).data
  const closed = useCall('cases.find', { id: caseId }).data?.status === 'closed'
  const [withdrawing, setWithdrawing] = useState<AnyIncident | null>(null)
  const actions = useIncidentActions({ place, closed, askReason: setWithdrawing })
  const header = (
    <>
      {summary && summary.incidents > 0 && search.mode === undefined && (
        <CourseOfConduct summary={summary} place={place} />
      )}
      <IncidentFilters place={place} summary={summary} closed={closed} />
    </>
  )
  if (search.mode === 'file' && search.selected !== undefined && search.file !== undefined)
    return <AttachmentView key={search.file} eventId={search.selected} fileId={search.file} place={place} />
  return (
    <RecordScreen
      noun="incidents"
      header={header}
      read={incidents}
      list={
        <IncidentTable
          incidents={incidents}
          place={place}
          actions={actions}
          empty={<Nothing place={place} closed={closed} any={(summary?.incidents ?? 0) > 0} />}
        />
      }
      beside={
        search.mode === 'new' || search.selected !== undefined ? (
          <Beside place={place} actions={actions} closed={closed} />
        ) : null
      }
      wide={search.mode !== undefined}
    >
      <WithdrawRecord record={withdrawing} onClose={() => setWithdrawing(null)} />
    </RecordScreen>
  )
}

function Nothing({ place, closed, any }: { place: IncidentPlace; closed: boolean; any: boolean }) {
  if (any) {
    return (
      <EmptyState
        icon="search"
        title="No incident is like this"
        action={<Button onClick={place.showAll}>Show all incidents</Button>}
      >
        The filters above leave none of the incidents of this case.
      </EmptyState>
    )
  }
  return (
    <EmptyState
      icon="incident"
      title="No incident recorded yet"
      action={
        closed ? undefined : (
          <Button kind="primary" icon="add" onClick={place.record}>
            Record an incident
          </Button>
        )
      }
    >
      Record each one, however small: together they show the pattern. In a hurry, capture it from anywhere with Q, or by
      name with Ctrl+K, and complete it later.
    </EmptyState>
  )
}

type BesideProps = { place: IncidentPlace; actions: IncidentActions; closed: boolean }

/** What stands beside the list, if anything. */
function Beside(props: BesideProps) {
  const { selected, mode } = props.place.search
  if (mode === 'new') return <NewIncident place={props.place} />
  if (selected === undefined) return null
  return <Selected key={selected} id={selected} {...props} />
}

/** Read by itself: the list has excerpts only. */
function Selected({ id, ...rest }: BesideProps & { id: EventId }) {
  const { place } = rest
  const found = useCall('incidents.find', { id })
  return (
    <LoadedRecord found={found} label="Loading the incident">
      {incident => {
        if (place.search.mode === 'edit') return <EditIncident incident={incident} place={place} />
        if (place.search.mode === 'versions') return <IncidentVersions incident={incident} place={place} />
        return <IncidentDetail incident={incident} {...rest} />
      }}
    </LoadedRecord>
  )
}
