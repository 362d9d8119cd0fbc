import { useMemo, type ReactNode } from 'react'
import type { CaseRow, CaseloadSort } from '../../../shared/features/cases.ts'
import { london, type CalendarDay, type Instant } from '../../../shared/kernel/dates.ts'
import { dayOf, showDay } from '../../../shared/kernel/uk-dates.ts'
import { caseStatusWords, overdueWords } from '../../../shared/wording/cases.ts'
import { ago, count } from '../../../shared/wording/when.ts'
import type { Pages } from '../../lib/api.ts'
import { useToday } from '../../lib/today.ts'
import { StatusPill } from '../../ui/Badge.tsx'
import { DataTable, type Column } from '../../ui/DataTable.tsx'
import { Highlight } from '../../ui/Highlight.tsx'
import { RiskPill } from '../../ui/RiskPill.tsx'
import { Muted, Text } from '../../ui/Text.tsx'
import { TwoLines } from '../../ui/TwoLines.tsx'
import type { CaseloadPlace } from './caseload-place.ts'

type Shown = { text: string; today: CalendarDay; mine: boolean }
const columnsFor = ({ text, today, mine }: Shown): Column<CaseRow>[] => [
  {
    ...{ id: 'client', header: 'Client', width: 'minmax(188px, 1.6fr)', sortable: true, rowHeader: true },
    cell: row => (
      <TwoLines
        top={<Highlight text={row.clientName} query={text} />}
        under={<Highlight text={row.reference} query={text} />}
      />
    ),
  },
  {
    ...{ id: 'risk', header: 'Risk', width: '118px', sortable: true },
    cell: row => <Risk row={row} today={today} />,
  },
  {
    ...{ id: 'status', header: 'Status', width: 'minmax(116px, 0.6fr)', sortable: true, hideBelow: 'medium' },
    cell: row => <TwoLines top={caseStatusWords[row.status]} under={mine ? null : row.ownerName} />,
  },
  {
    ...{ id: 'spoken', header: 'Spoke to client', width: '132px', sortable: true },
    cell: row => <Since at={row.lastSpokenAt} today={today} never="Not yet" />,
  },
  {
    ...{ id: 'police', header: 'Police contact', width: '144px', sortable: true, hideBelow: 'wide' },
    cell: row => <Since at={row.lastPoliceContactAt} today={today} never="None yet" />,
  },
  {
    ...{ id: 'hearing', header: 'Next hearing', width: 'minmax(120px, 0.8fr)', sortable: true, hideBelow: 'narrow' },
    cell: row => <NextHearing row={row} today={today} />,
  },
  {
    ...{ id: 'next-task', header: 'Next action', width: 'minmax(140px, 1.4fr)', sortable: true },
    cell: row => <NextTask row={row} today={today} />,
  },
  {
    ...{ id: 'overdue', header: 'Overdue', width: '172px', sortable: true },
    cell: row => <Overdue row={row} />,
  },
]

type SinceProps = { at: Instant | null; today: CalendarDay; never: string }
function Since({ at, today, never }: SinceProps) {
  if (at === null) return <Muted>{never}</Muted>
  const day = dayOf(at, london)
  return <TwoLines top={ago(day, today)} under={showDay(day)} />
}

function Risk({ row, today }: { row: CaseRow; today: CalendarDay }) {
  const { riskLevel, riskAssessedAt, riskReviewDue } = row
  if (riskAssessedAt === null) return <Muted>No assessment</Muted>
  const age = riskReviewDue ? 'review due' : ago(dayOf(riskAssessedAt, london), today)
  return <TwoLines top={<RiskPill level={riskLevel ?? 'unknown'} />} under={age} />
}

function NextHearing({ row: { nextHearing }, today }: { row: CaseRow; today: CalendarDay }) {
  if (nextHearing === null || nextHearing.when.from === null) return null
  const day = dayOf(nextHearing.when.from, nextHearing.when.zone)
  return <TwoLines top={ago(day, today)} under={showDay(day)} />
}

function NextTask({ row: { nextTask, status }, today }: { row: CaseRow; today: CalendarDay }) {
  if (nextTask === null)
    return status === 'closed' ? null : (
      <StatusPill tone="warning" icon="warning">
        Nothing planned
      </StatusPill>
    )
  const { title, dueOn } = nextTask
  const due =
    dueOn === null ? 'no day set' : dueOn < today ? `was due ${ago(dueOn, today)}` : `due ${ago(dueOn, today)}`
  return <TwoLines top={<Text cut>{title}</Text>} under={due} />
}

const Overdue = ({ row: { overdue } }: { row: CaseRow }) =>
  overdue.since === null ? null : (
    <TwoLines
      top={
        <StatusPill tone="overdue" icon="deadline">
          {overdueWords(overdue)}
        </StatusPill>
      }
      under={`since ${showDay(overdue.since)}`}
    />
  )

/** The caseload as a table. Sorting and filtering happen in the vault. */
export function CaseTable({ cases, place, empty }: { cases: Pages<CaseRow>; place: CaseloadPlace; empty: ReactNode }) {
  const { text, sort, descending, owner } = place.filter
  const today = useToday()
  const columns = useMemo(() => columnsFor({ text, today, mine: owner === 'mine' }), [text, today, owner])
  return (
    <DataTable
      label={`Cases, ${count(cases.total, 'case')}`}
      rows={cases.rows}
      rowKey={row => row.id}
      columns={columns}
      rowLines={2}
      sort={{ by: sort, direction: descending ? 'desc' : 'asc' }}
      onSort={next => place.change({ sort: next.by as CaseloadSort, descending: next.direction === 'desc' })} // only those columns are sortable
      onOpen={row => place.open(row.id)}
      rowMenu={row => [
        { id: 'open', label: 'Open case', icon: 'folder', shortcut: 'Enter', onSelect: () => place.open(row.id) },
      ]}
      onNearEnd={cases.fetchNext}
      total={cases.total}
      busy={cases.isFetching}
      rowTone={row => (row.overdue.since === null ? undefined : 'overdue')}
      empty={empty}
    />
  )
}
