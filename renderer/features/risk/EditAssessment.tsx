import { useState } from 'react'
import type { RiskAssessment, RiskAssessmentDraft } from '../../../shared/features/risk-assessments.ts'
import type { Instrument } from '../../../shared/rules/instruments.ts'
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
import { toTyped } from './risk-answers.ts'
import { combine, diffOf } from './risk-fields.ts'
import type { RiskPlace } from './risk-place.ts'
import { RiskFields, useRiskForm } from './RiskFields.tsx'

type Conflict = { current: RiskAssessment; yours: RiskAssessmentDraft }
type EditProps = { assessment: RiskAssessment; pack: Instrument; place: RiskPlace }

/** Corrects an assessment, by the form as it was asked. Where somebody else saved in between, both versions are shown and nothing is lost. */
export function EditAssessment({ assessment, pack, place }: EditProps) {
  const draftKey = `risk-assessment:edit:${assessment.id}`
  const update = useCommand('riskAssessments.update')
  const form = useRiskForm(pack, draftKey, toTyped(pack, assessment, assessment.revision))
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const nameOf = useUserNames()

  const finish = (words: string) =>
    forget(form).then(() => {
      toast(words)
      place.select(assessment.id)
      focusList()
    })
  const save = (draft: RiskAssessmentDraft, revision: number) =>
    update.mutate(
      { id: assessment.id, revision, assessment: draft },
      { onSuccess: answer => (answer.outcome === 'conflict' ? setConflict(answer) : void finish('Changes saved')) },
    )
  const takeTheirs = () => {
    const mine = form.getValues()
    const bringBack = () => void writeDraft(draftKey, mine).then(() => place.edit(assessment.id))
    void forget(form).then(() => {
      place.select(assessment.id)
      toast('Their version stands', { tone: 'info', action: { label: 'Bring mine back', onSelect: bringBack } })
    })
  }

  if (conflict) {
    const { current, yours } = conflict
    return (
      <DetailPane title="Two versions of this assessment" onClose={() => setConflict(null)}>
        <ConflictView
          who={nameOf(current.updatedBy)}
          when={showMoment(current.updatedAt, london)}
          fields={diffOf(pack, current, yours)}
          busy={update.isPending}
          error={update.error}
          onKeepMine={() => save(yours, current.revision)}
          onTakeTheirs={takeTheirs}
          onCombine={fromTheirs => {
            form.setValues(toTyped(pack, combine(yours, current, fromTheirs), current.revision))
            setConflict(null)
          }}
        />
      </DetailPane>
    )
  }
  return (
    <DetailPane title="Edit assessment" onClose={place.close}>
      <DraftForm
        form={form}
        label="Edit assessment"
        busy={update.isPending}
        error={update.error}
        onSubmit={form.onSubmit(answers => save(answers.assessment, answers.revision))}
        onClose={place.close}
        submitLabel="Save changes"
      >
        <RiskFields form={form} pack={pack} caseId={assessment.caseId} beforeId={assessment.id} />
      </DraftForm>
    </DetailPane>
  )
}
