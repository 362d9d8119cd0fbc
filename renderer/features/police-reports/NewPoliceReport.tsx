import { useCommand } from '../../lib/api.ts'
import { DetailPane } from '../../ui/DetailPane.tsx'
import { DraftForm, forget } from '../../ui/DraftForm.tsx'
import { focusList } from '../../ui/list-focus.ts'
import { toast } from '../../ui/toast.ts'
import { blankReport } from './police-report-answers.ts'
import { useReportForm } from './police-report-form.ts'
import { PoliceReportFields } from './PoliceReportFields.tsx'
import type { PoliceReportPlace } from './police-report-place.ts'

export const newReportDraftKey = (caseId: string): string => `police-report:new:${caseId}`

/** Records a new police report. What is half typed waits under one key per case. */
export function NewPoliceReport({ place }: { place: PoliceReportPlace }) {
  const record = useCommand('policeReports.record')
  const form = useReportForm(newReportDraftKey(place.caseId), blankReport)
  const save = form.onSubmit(({ report }) =>
    record.mutate(
      { caseId: place.caseId, report },
      {
        onSuccess: ({ id }) =>
          void forget(form).then(() => {
            toast('Police report recorded')
            place.select(id)
            focusList()
          }),
      },
    ),
  )
  return (
    <DetailPane title="Record a police report" onClose={place.close}>
      <DraftForm
        form={form}
        label="Record a police report"
        busy={record.isPending}
        error={record.error}
        onSubmit={save}
        onClose={place.close}
        submitLabel="Save report"
      >
        <PoliceReportFields form={form} place={place} id={null} />
      </DraftForm>
    </DetailPane>
  )
}
