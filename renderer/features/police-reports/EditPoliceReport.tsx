import type { PoliceReport } from '../../../shared/features/police-reports.ts'
import { useCommand } from '../../lib/api.ts'
import { EditRecord } from '../../ui/EditRecord.tsx'
import { reportToTyped } from './police-report-answers.ts'
import { reportDiff } from './police-report-fields.ts'
import { useReportForm } from './police-report-form.ts'
import { PoliceReportFields } from './PoliceReportFields.tsx'
import type { PoliceReportPlace } from './police-report-place.ts'

/** Corrects a police report. Where somebody else saved in between, both versions are shown and nothing is lost. */
export function EditPoliceReport({ report, place }: { report: PoliceReport; place: PoliceReportPlace }) {
  const update = useCommand('policeReports.update')
  const form = useReportForm(`police-report:edit:${report.id}`, reportToTyped(report, report.revision))
  return (
    <EditRecord
      noun="police report"
      short="report"
      form={form}
      saving={update}
      save={(draft, revision, onSuccess) => update.mutate({ id: report.id, revision, report: draft }, { onSuccess })}
      draftOf={answers => answers.report}
      toTyped={reportToTyped}
      diff={reportDiff}
      place={{ show: () => place.select(report.id), edit: () => place.edit(report.id), close: place.close }}
    >
      <PoliceReportFields form={form} place={place} id={report.id} />
    </EditRecord>
  )
}
