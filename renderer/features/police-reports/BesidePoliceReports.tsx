import type { PoliceReport, PoliceReportDraft, ReportSilence } from '../../../shared/features/police-reports.ts'
import type { EventId } from '../../../shared/kernel/ids.ts'
import { useCall, useCommand } from '../../lib/api.ts'
import type { MenuItem } from '../../ui/MenuItems.tsx'
import { changedMeanwhile, refused, type RecordActions } from '../../ui/record-actions.ts'
import { RecordVersions } from '../../ui/RecordVersions.tsx'
import { toast } from '../../ui/toast.ts'
import { LoadedRecord } from '../../ui/LoadedRecord.tsx'
import { EditPoliceReport } from './EditPoliceReport.tsx'
import { NewPoliceReport } from './NewPoliceReport.tsx'
import { reportDiff, reportOfVersion } from './police-report-fields.ts'
import type { PoliceReportPlace } from './police-report-place.ts'
import { PoliceReportDetail } from './PoliceReportDetail.tsx'

type BesideProps = {
  place: PoliceReportPlace
  loaded: readonly PoliceReport[]
  silences: readonly ReportSilence[]
  actions: RecordActions
  menuOf: (report: PoliceReport) => MenuItem[]
  closed: boolean
}

/** What stands beside the list, if anything. */
export function BesidePoliceReports({ loaded, ...rest }: BesideProps) {
  const { selected, mode } = rest.place.search
  if (mode === 'new') return <NewPoliceReport place={rest.place} />
  if (selected === undefined) return null
  return <Selected key={selected} id={selected} listed={loaded.find(({ id }) => id === selected)} {...rest} />
}

type SelectedProps = Omit<BesideProps, 'loaded'> & { id: EventId; listed: PoliceReport | undefined }

/** Read by itself as well, since the list may not hold it: filtered out, or further down than has been read. */
function Selected({ id, listed, silences, menuOf, ...rest }: SelectedProps) {
  const found = useCall('policeReports.find', { id })
  const { place, closed } = rest
  const silence = silences.find(({ reportId }) => reportId === id)
  return (
    <LoadedRecord found={found} listed={listed} label="Loading the report">
      {report => {
        if (place.search.mode === 'edit') return <EditPoliceReport report={report} place={place} />
        if (place.search.mode === 'versions') return <Versions report={report} place={place} closed={closed} />
        return <PoliceReportDetail report={report} silence={silence} menu={menuOf(report)} {...rest} />
      }}
    </LoadedRecord>
  )
}

function Versions({ report, place, closed }: { report: PoliceReport; place: PoliceReportPlace; closed: boolean }) {
  const update = useCommand('policeReports.update')
  const putBack = (draft: PoliceReportDraft, revision: number) =>
    update.mutate(
      { id: report.id, revision: report.revision, report: draft },
      {
        onSuccess: ({ outcome }) => {
          if (outcome === 'conflict') return void toast(changedMeanwhile, { tone: 'warning' })
          toast(`Version ${String(revision)} is back`)
          place.select(report.id)
        },
        onError: () => toast(refused, { tone: 'danger' }),
      },
    )
  return (
    <RecordVersions
      id={report.id}
      title="Versions of this report"
      read={reportOfVersion}
      diff={reportDiff}
      busy={update.isPending}
      onPutBack={report.withdrawnReason === null && !closed ? putBack : undefined}
      onClose={place.close}
    />
  )
}
