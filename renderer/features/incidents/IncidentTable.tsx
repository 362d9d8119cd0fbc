import type { ReactNode } from 'react'
import type { IncidentRow } from '../../../shared/features/incidents.ts'
import {
  behaviourLine,
  fearWords,
  incidentCount,
  reportedWords,
  sourceTold,
} from '../../../shared/wording/incidents.ts'
import { count, whenLines } from '../../../shared/wording/when.ts'
import type { Pages } from '../../lib/api.ts'
import { StatusPill } from '../../ui/Badge.tsx'
import { DataTable, type Column } from '../../ui/DataTable.tsx'
import { focusDetail } from '../../ui/list-focus.ts'
import { Muted } from '../../ui/Text.tsx'
import { TwoLines } from '../../ui/TwoLines.tsx'
import type { IncidentActions } from './incident-actions.ts'
import type { IncidentPlace } from './incident-place.ts'

const columns: Column<IncidentRow>[] = [
  { id: 'when', header: 'When', width: '142px', rowHeader: true, cell: incident => <WhenCell incident={incident} /> },
  {
    id: 'behaviour',
    header: 'Behaviour',
    width: 'minmax(170px, 1fr)',
    cell: incident => <BehaviourCell incident={incident} />,
  },
  {
    id: 'account',
    header: 'What happened',
    width: 'minmax(170px, 2fr)',
    hideBelow: 'narrow',
    cell: incident => <AccountCell incident={incident} />,
  },
  {
    id: 'status',
    header: 'Reported and orders',
    width: 'minmax(170px, 1fr)',
    cell: incident => <StatusCell incident={incident} />,
  },
]

type TableProps = { incidents: Pages<IncidentRow>; place: IncidentPlace; actions: IncidentActions; empty: ReactNode }

/** The incidents of a case, newest first; those without a date come last. */
export function IncidentTable({ incidents, place, actions, empty }: TableProps) {
  return (
    <DataTable
      label={`Incidents, ${incidentCount(incidents.total)}`}
      rows={incidents.rows}
      rowKey={incident => incident.id}
      columns={place.search.mode === undefined ? columns : columns.filter(({ id }) => id !== 'status')}
      rowLines={2}
      total={incidents.total}
      selected={place.search.selected}
      onSelect={incident => place.select(incident.id)}
      onOpen={incident => {
        place.select(incident.id)
        focusDetail()
      }}
      rowMenu={actions.menuOf}
      onNearEnd={incidents.fetchNext}
      busy={incidents.isFetching}
      rowTone={incident =>
        incident.withdrawnReason === null && incident.orderBreached === 'yes' ? 'breach' : undefined
      }
      empty={empty}
    />
  )
}

type CellProps = { incident: IncidentRow }

function WhenCell({ incident }: CellProps) {
  const [day, rest] = whenLines(incident.when)
  return <TwoLines top={<Struck on={incident.withdrawnReason !== null}>{day}</Struck>} under={rest} />
}

function BehaviourCell({ incident }: CellProps) {
  const { behaviours, source, withdrawnReason } = incident
  const top =
    behaviours.length === 0 ? (
      <Muted>Not coded yet</Muted>
    ) : (
      <Struck on={withdrawnReason !== null}>{behaviourLine(behaviours, 2)}</Struck>
    )
  return <TwoLines top={top} under={sourceTold[source]} />
}

function AccountCell({ incident }: CellProps) {
  const { excerpt, attachments, fear, withdrawnReason } = incident
  const more = [fear.value && fearWords[fear.value], attachments > 0 && count(attachments, 'file')].filter(Boolean)
  const under = withdrawnReason === null ? more.join(' · ') : `Entered in error: ${withdrawnReason}`
  return (
    <TwoLines
      top={excerpt === null ? <Muted>No account yet</Muted> : <Struck on={withdrawnReason !== null}>{excerpt}</Struck>}
      under={under}
    />
  )
}

function StatusCell({ incident }: CellProps) {
  const reported = reportedWords(incident)
  if (incident.orderBreached === 'yes')
    return (
      <TwoLines
        top={<StatusPill tone="breach">Order breached</StatusPill>}
        under={incident.finished ? reported : `To be completed. ${reported}`}
      />
    )
  if (incident.finished) return <TwoLines top={reported} under="" />
  return (
    <TwoLines
      top={
        <StatusPill tone="warning" icon="edit">
          To be completed
        </StatusPill>
      }
      under={reported}
    />
  )
}

/** Struck out where it was entered in error; the words stay readable. */
const Struck = ({ on, children }: { on: boolean; children: string }) => (on ? <s>{children}</s> : <>{children}</>)
