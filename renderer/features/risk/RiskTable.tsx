import type { ReactNode } from 'react'
import type { RiskAssessmentRow } from '../../../shared/features/risk-assessments.ts'
import type { CalendarDay } from '../../../shared/kernel/dates.ts'
import { dayOf, showDay } from '../../../shared/kernel/uk-dates.ts'
import { scoreLine } from '../../../shared/wording/risk-assessments.ts'
import { ago, count, whenLines } from '../../../shared/wording/when.ts'
import type { Pages } from '../../lib/api.ts'
import { useToday } from '../../lib/today.ts'
import { DataTable, type Column } from '../../ui/DataTable.tsx'
import { focusDetail } from '../../ui/list-focus.ts'
import { RiskPill } from '../../ui/RiskPill.tsx'
import { TwoLines } from '../../ui/TwoLines.tsx'
import type { RiskActions } from './risk-actions.ts'
import type { RiskPlace } from './risk-place.ts'

const columnsFor = (today: CalendarDay): Column<RiskAssessmentRow>[] => [
  { id: 'when', header: 'When', width: '142px', rowHeader: true, cell: row => <WhenCell row={row} today={today} /> },
  {
    id: 'level',
    header: 'Level',
    width: '140px',
    cell: row => <RiskPill level={row.level ?? 'unknown'} />,
  },
  {
    id: 'form',
    header: 'Form',
    width: 'minmax(170px, 1fr)',
    cell: row => (
      <TwoLines
        top={row.instrumentTitle}
        under={row.withdrawnReason === null ? (scoreLine(row.score) ?? '') : `Entered in error: ${row.withdrawnReason}`}
      />
    ),
  },
  {
    id: 'review',
    header: 'Next review',
    width: '140px',
    hideBelow: 'narrow',
    cell: row => (row.nextReview === null ? 'No day set' : showDay(row.nextReview)),
  },
]

function WhenCell({ row, today }: { row: RiskAssessmentRow; today: CalendarDay }) {
  const [day] = whenLines(row.when)
  const age = row.when.from === null ? '' : ago(dayOf(row.when.from, row.when.zone), today)
  return <TwoLines top={row.withdrawnReason === null ? day : <s>{day}</s>} under={age} />
}

type TableProps = { assessments: Pages<RiskAssessmentRow>; place: RiskPlace; actions: RiskActions; empty: ReactNode }

/** The assessments of a case, newest first, each with its age. */
export function RiskTable({ assessments, place, actions, empty }: TableProps) {
  const columns = columnsFor(useToday())
  return (
    <DataTable
      label={`Risk assessments, ${count(assessments.total, 'assessment')}`}
      rows={assessments.rows}
      rowKey={row => row.id}
      columns={place.search.mode === undefined ? columns : columns.filter(({ id }) => id !== 'review')}
      rowLines={2}
      total={assessments.total}
      selected={place.search.selected}
      onSelect={row => place.select(row.id)}
      onOpen={row => {
        place.select(row.id)
        focusDetail()
      }}
      rowMenu={actions.menuOf}
      onNearEnd={assessments.fetchNext}
      busy={assessments.isFetching}
      empty={empty}
    />
  )
}
