import type { ReactNode } from 'react'
import type { CaseRow, CaseloadSort } from '../../../shared/features/cases.ts'
import { london, type CalendarDay } from '../../../shared/kernel/dates.ts'
import { dayOf, showDay } from '../../../shared/kernel/uk-dates.ts'
import { caseStatusWords } from '../../../shared/wording/cases.ts'
import { ago, count } from '../../../shared/wording/when.ts'
import type { Pages } from '../../lib/api.ts'
import { useToday } from '../../lib/today.ts'
import { StatusPill } from '../../ui/Badge.tsx'
import { DataTable, type Column } from '../../ui/DataTable.tsx'
import { Highlight } from '../../ui/Highlight.tsx'
import { Row } from '../../ui/Layout.tsx'
import { RiskPill } from '../../ui/RiskPill.tsx'
import { Muted, Text } from '../../ui/Text.tsx'
import type { CaseloadPlace } from './caseload-place.ts'

const columnsFor = (text: string, today: CalendarDay, everyone: boolean): Column<CaseRow>[] => [
  {
    id: 'client',
    header: 'Client',
    width: 'minmax(160px, 2fr)',
    sortable: true,
    rowHeader: true,
    cell: row => (
      <Text strong cut>
        <Highlight text={row.clientName} query={text} />
      </Text>
    ),
  },
  {
    id: 'reference',
    header: 'Reference',
    width: '120px',
    sortable: true,
    cell: row => <Highlight text={row.reference} query={text} />,
  },
  { id: 'risk', header: 'Risk', width: '190px', hideBelow: 'medium', cell: row => <Risk row={row} today={today} /> },
  { id: 'status', header: 'Status', width: '136px', sortable: true, cell: row => caseStatusWords[row.status] },
  everyone ? ownerColumn : openedColumn,
  {
    id: 'last-contact',
    header: 'Last police contact',
    width: '224px',
    sortable: true,
    hideBelow: 'narrow',
    cell: row => <LastContact row={row} today={today} />,
  },
  { id: 'promise', header: 'Promise', width: '232px', cell: row => <Overdue row={row} /> },
]

const ownerColumn: Column<CaseRow> = {
  id: 'owner',
  header: 'Owner',
  width: 'minmax(110px, 1fr)',
  sortable: true,
  hideBelow: 'medium',
  cell: row => <Text cut>{row.ownerName}</Text>,
}

const openedColumn: Column<CaseRow> = {
  id: 'opened',
  header: 'Opened',
  width: '128px',
  sortable: true,
  hideBelow: 'medium',
  cell: row => showDay(row.openedOn),
}

function LastContact({ row, today }: { row: CaseRow; today: CalendarDay }) {
  if (row.lastPoliceContactAt === null) return <Muted>{row.policeContacts === 0 ? 'None yet' : 'Date not known'}</Muted>
  const day = dayOf(row.lastPoliceContactAt, london)
  return (
    <Row gap={2} wrap={false}>
      <span>{ago(day, today)}</span>
      <Muted>{showDay(day)}</Muted>
    </Row>
  )
}

function Risk({ row, today }: { row: CaseRow; today: CalendarDay }) {
  const { riskLevel, riskAssessedAt, riskReviewDue } = row
  if (riskAssessedAt === null) return <Muted>No assessment</Muted>
  const age = ago(dayOf(riskAssessedAt, london), today)
  return <RiskPill level={riskLevel ?? 'unknown'} age={riskReviewDue ? undefined : age} stale={riskReviewDue} />
}

const Overdue = ({ row }: { row: CaseRow }) =>
  row.overdueSince === null ? null : (
    <StatusPill tone="overdue" icon="deadline">
      Overdue since {showDay(row.overdueSince)}
    </StatusPill>
  )

/** The caseload as a table. Sorting and filtering happen in the vault. */
export function CaseTable({ cases, place, empty }: { cases: Pages<CaseRow>; place: CaseloadPlace; empty: ReactNode }) {
  const { text, sort, descending } = place.search
  return (
    <DataTable
      label={`Cases, ${count(cases.total, 'case')}`}
      rows={cases.rows}
      rowKey={row => row.id}
      columns={columnsFor(text, useToday(), place.search.owner === 'all')}
      sort={{ by: sort, direction: descending ? 'desc' : 'asc' }}
      onSort={next => place.change({ sort: next.by as CaseloadSort, descending: next.direction === 'desc' })} // only those columns are sortable
      onOpen={row => place.open(row.id)}
      rowMenu={row => [
        { id: 'open', label: 'Open case', icon: 'folder', shortcut: 'Enter', onSelect: () => place.open(row.id) },
      ]}
      onNearEnd={cases.fetchNext}
      total={cases.total}
      busy={cases.isFetching}
      rowTone={row => (row.overdueSince === null ? undefined : 'overdue')}
      empty={empty}
    />
  )
}
