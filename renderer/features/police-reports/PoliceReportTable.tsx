import type { ReactNode } from 'react'
import { isOpen, type PoliceReport, type ReportSilence } from '../../../shared/features/police-reports.ts'
import { outcomeOf } from '../../../shared/rules/outcome-codes.ts'
import {
  differs,
  offenceName,
  offenceWords,
  outcomeShort,
  recordedWords,
  silenceShort,
} from '../../../shared/wording/police-reports.ts'
import { count, whenLines } from '../../../shared/wording/when.ts'
import type { Pages } from '../../lib/api.ts'
import { StatusPill } from '../../ui/Badge.tsx'
import { DataTable, type Column } from '../../ui/DataTable.tsx'
import { missingWords } from '../../ui/KnownField.tsx'
import { focusDetail } from '../../ui/list-focus.ts'
import type { MenuItem } from '../../ui/MenuItems.tsx'
import { TwoLines } from '../../ui/TwoLines.tsx'
import type { PoliceReportPlace } from './police-report-place.ts'

type TableProps = {
  reports: Pages<PoliceReport>
  silences: readonly ReportSilence[]
  place: PoliceReportPlace
  menuOf: (report: PoliceReport) => MenuItem[]
  empty: ReactNode
}

/** The police reports of a case, newest first; those without a date come last. */
export function PoliceReportTable({ reports, silences, place, menuOf, empty }: TableProps) {
  const byReport = new Map(silences.map(silence => [silence.reportId, silence]))
  const columns = columnsWith(report => byReport.get(report.id))
  return (
    <DataTable
      label={`Police reports, ${count(reports.total, 'report')}`}
      rows={reports.rows}
      rowKey={report => report.id}
      columns={place.search.mode === undefined ? columns : columns.filter(({ id }) => id !== 'outcome')}
      rowLines={2}
      total={reports.total}
      selected={place.search.selected}
      onSelect={report => place.select(report.id)}
      onOpen={report => {
        place.select(report.id)
        focusDetail()
      }}
      rowMenu={menuOf}
      onNearEnd={reports.fetchNext}
      busy={reports.isFetching}
      empty={empty}
    />
  )
}

const columnsWith = (silenceOf: (report: PoliceReport) => ReportSilence | undefined): Column<PoliceReport>[] => [
  { id: 'when', header: 'Reported', width: '142px', rowHeader: true, cell: report => <WhenCell report={report} /> },
  {
    id: 'recorded',
    header: 'Recorded as',
    width: 'minmax(160px, 2fr)',
    cell: report => <RecordedCell report={report} />,
  },
  {
    id: 'numbers',
    header: 'Numbers',
    width: 'minmax(140px, 1fr)',
    hideBelow: 'medium',
    cell: ({ crimeReference, logNumber }) => (
      <TwoLines top={crimeReference ?? 'No crime reference'} under={logNumber ?? 'No log number'} />
    ),
  },
  {
    id: 'outcome',
    header: 'Outcome',
    width: 'minmax(180px, 1.4fr)',
    cell: report => <OutcomeCell report={report} silence={silenceOf(report)} />,
  },
]

function WhenCell({ report }: { report: PoliceReport }) {
  const [day, rest] = whenLines(report.when)
  return <TwoLines top={<Struck on={report.withdrawnReason !== null}>{day}</Struck>} under={rest} />
}

function RecordedCell({ report }: { report: PoliceReport }) {
  const { recordedAs, believedToBe, withdrawnReason } = report
  const offence = recordedAs.value?.offence ?? null
  const words =
    offence === null
      ? (recordedWords(recordedAs) ?? missingWords(recordedAs.missing ?? 'unknown'))
      : offenceName(offence)
  const believed =
    differs(report) && believedToBe.offence !== null ? `You believe ${offenceWords(believedToBe.offence)}` : ''
  return (
    <TwoLines
      top={<Struck on={withdrawnReason !== null}>{words}</Struck>}
      under={withdrawnReason === null ? believed : `Entered in error: ${withdrawnReason}`}
    />
  )
}

function OutcomeCell({ report, silence }: { report: PoliceReport; silence: ReportSilence | undefined }) {
  const { outcome } = report
  const label = outcome.code === null ? '' : (outcomeOf(outcome.code)?.label ?? '')
  return <TwoLines top={<OutcomePill report={report} />} under={isOpen(outcome) ? silenceShort(silence) : label} />
}

/** What police made of a report, in short: no outcome yet, or its code. */
export function OutcomePill({ report: { outcome } }: { report: Pick<PoliceReport, 'outcome'> }) {
  const open = isOpen(outcome)
  return (
    <StatusPill tone={open ? 'info' : 'neutral'} icon={open ? 'clock' : null}>
      {outcomeShort(outcome)}
    </StatusPill>
  )
}

/** Struck out where it was entered in error; the words stay readable. */
const Struck = ({ on, children }: { on: boolean; children: string }) => (on ? <s>{children}</s> : <>{children}</>)
