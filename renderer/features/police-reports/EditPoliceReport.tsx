import { useState } from 'react'
import type { PoliceReport, PoliceReportDraft } from '../../../shared/features/police-reports.ts'
import { london } from '../../../shared/kernel/dates.ts'
import { showMoment } from '../../../shared/kernel/uk-dates.ts'
import { useCommand } from '../../lib/api.ts'
import { writeDraft } from '../../lib/drafts.ts'
import { useUserNames } from '../../lib/user-names.ts'
import { ConflictView } from '../../ui/ConflictView.tsx'
import { DetailPane } from '../../ui/DetailPane.tsx'
import { DraftForm, forget } from '../../ui/DraftForm.tsx'
import { focusList } from '../../ui/list-focus.ts'
import { toast } from '../../ui/toast.ts'
import { reportToTyped } from './police-report-answers.ts'
import { combineReports, reportDiff } from './police-report-fields.ts'
import { useReportForm } from './police-report-form.ts'
import { PoliceReportFields } from './PoliceReportFields.tsx'
import type { PoliceReportPlace } from './police-report-place.ts'

type Conflict = { current: PoliceReport; yours: PoliceReportDraft }

/** Corrects a police report. Where somebody else saved in between, both versions are shown and nothing is lost. */
export function EditPoliceReport({ report, place }: { report: PoliceReport; place: PoliceReportPlace }) {
  const draftKey = `police-report:edit:${report.id}`
  const update = useCommand('policeReports.update')
  const form = useReportForm(draftKey, reportToTyped(report, report.revision))
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const userNameOf = useUserNames()

  const finish = (words: string) =>
    forget(form).then(() => {
      toast(words)
      place.select(report.id)
      focusList()
    })
  const save = (draft: PoliceReportDraft, revision: number) =>
    update.mutate(
      { id: report.id, revision, report: draft },
      { onSuccess: answer => (answer.outcome === 'conflict' ? setConflict(answer) : void finish('Changes saved')) },
    )
  const takeTheirs = () => {
    const mine = form.getValues()
    const bringBack = () => void writeDraft(draftKey, mine).then(() => place.edit(report.id))
    void forget(form).then(() => {
      place.select(report.id)
      toast('Their version stands', { tone: 'info', action: { label: 'Bring mine back', onSelect: bringBack } })
    })
  }

  if (conflict) {
    const { current, yours } = conflict
    return (
      <DetailPane title="Two versions of this report" onClose={() => setConflict(null)}>
        <ConflictView
          who={userNameOf(current.updatedBy)}
          when={showMoment(current.updatedAt, london)}
          fields={reportDiff(current, yours)}
          busy={update.isPending}
          error={update.error}
          onKeepMine={() => save(yours, current.revision)}
          onTakeTheirs={takeTheirs}
          onCombine={fromTheirs => {
            form.setValues(reportToTyped(combineReports(yours, current, fromTheirs), current.revision))
            setConflict(null)
          }}
        />
      </DetailPane>
    )
  }
  return (
    <DetailPane title="Edit police report" onClose={place.close}>
      <DraftForm
        form={form}
        label="Edit police report"
        busy={update.isPending}
        error={update.error}
        onSubmit={form.onSubmit(answers => save(answers.report, answers.revision))}
        onClose={place.close}
        submitLabel="Save changes"
      >
        <PoliceReportFields form={form} place={place} id={report.id} />
      </DraftForm>
    </DetailPane>
  )
}
