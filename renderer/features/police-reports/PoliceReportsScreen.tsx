import './police-reports.css'
import { useState } from 'react'
import type { PoliceReport, ReportSilence } from '../../../shared/features/police-reports.ts'
import { count } from '../../../shared/wording/when.ts'
import { silenceLine, undatedWords } from '../../../shared/wording/police-reports.ts'
import { useCall, usePages } from '../../lib/api.ts'
import { useDraftWaiting } from '../../lib/draft-waiting.ts'
import { useToday } from '../../lib/today.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FilterChips, FilterToggle } from '../../ui/FilterChips.tsx'
import { Spacer } from '../../ui/Layout.tsx'
import { useRecordActions } from '../../ui/record-actions.ts'
import { Muted } from '../../ui/Text.tsx'
import { Toolbar } from '../../ui/Toolbar.tsx'
import { WithdrawRecord, type Withdrawable } from '../../ui/WithdrawRecord.tsx'
import { RecordButton } from '../../ui/RecordButton.tsx'
import { RecordScreen } from '../../ui/RecordScreen.tsx'
import { BesidePoliceReports } from './BesidePoliceReports.tsx'
import { newReportDraftKey } from './NewPoliceReport.tsx'
import { usePoliceReportPlace, type PoliceReportPlace } from './police-report-place.ts'
import { PoliceReportTable } from './PoliceReportTable.tsx'

/** What was reported to the police: as they recorded it, beside what the advocate believes, and what came of it. */
export function PoliceReportsScreen() {
  const place = usePoliceReportPlace()
  const today = useToday()
  const { caseId, search } = place
  const { show, withdrawn, mode, selected } = search
  const reports = usePages('policeReports.listForCase', { caseId, filter: { show, withdrawn } })
  const silences = useCall('policeReports.silences', { caseId, today }, { keepPrevious: true }).data
  const rows = silences?.rows ?? []
  const closed = useCall('cases.find', { id: caseId }).data?.status === 'closed'
  const [withdrawing, setWithdrawing] = useState<Withdrawable | null>(null)
  const actions = useRecordActions({ closed, askReason: setWithdrawing })
  const menuOf = (report: PoliceReport) =>
    actions.menuOf(report, { edit: () => place.edit(report.id), showVersions: () => place.showVersions(report.id) })
  const beside = mode === 'new' || selected !== undefined
  return (
    <RecordScreen
      noun="police reports"
      header={
        <>
          <FilterBar place={place} total={reports.total} closed={closed} />
          {mode === undefined && <SilenceOnTop rows={rows} undatedContacts={silences?.undatedContacts ?? 0} />}
        </>
      }
      read={reports}
      list={
        <PoliceReportTable
          {...{ reports, silences: rows, place, menuOf }}
          empty={<Nothing place={place} closed={closed} />}
        />
      }
      beside={
        beside ? (
          <BesidePoliceReports {...{ place, loaded: reports.rows, silences: rows, actions, menuOf, closed }} />
        ) : null
      }
      wide={mode !== undefined}
    >
      <WithdrawRecord record={withdrawing} onClose={() => setWithdrawing(null)} />
    </RecordScreen>
  )
}

/** How long police have been silent, in one line. Nothing where there is no silence to tell of. */
function SilenceOnTop({ rows, undatedContacts }: { rows: readonly ReportSilence[]; undatedContacts: number }) {
  const line = silenceLine(rows)
  const undated = undatedWords(undatedContacts)
  if (line === null) return null
  return (
    <div className="wm-silence">
      <Banner tone="info" title={line}>
        {undated ?? undefined}
      </Banner>
    </div>
  )
}

const filters = { all: 'All', open: 'No outcome yet', differs: 'Recorded as something else' } as const

function FilterBar({ place, total, closed }: { place: PoliceReportPlace; total: number; closed: boolean }) {
  const { show, withdrawn, mode } = place.search
  const waiting = useDraftWaiting(newReportDraftKey(place.caseId), mode === 'new')
  return (
    <Toolbar label="Police reports">
      <FilterChips
        label="Which reports"
        options={filters}
        value={show}
        onChange={value => place.filter({ show: value })}
      />
      <FilterToggle label="Show entered in error" on={withdrawn} onChange={on => place.filter({ withdrawn: on })} />
      <Muted>{count(total, 'report')}</Muted>
      <Spacer />
      <RecordButton label="Record a police report" waiting={waiting} closed={closed} onRecord={place.record} />
    </Toolbar>
  )
}

function Nothing({ place, closed }: { place: PoliceReportPlace; closed: boolean }) {
  const { show } = place.search
  if (show !== 'all') {
    const title = show === 'open' ? 'Every report has an outcome' : 'No report is recorded as something else'
    return <EmptyState icon="success" title={title} />
  }
  const record = closed ? undefined : (
    <Button kind="primary" icon="add" onClick={place.record}>
      Record a police report
    </Button>
  )
  return (
    <EmptyState icon="document" title="No police report recorded yet" action={record}>
      Record what was reported, what the police recorded it as and what you believe it to be. Waymark then shows how
      long the police have been silent, and what was recorded as something else.
    </EmptyState>
  )
}
