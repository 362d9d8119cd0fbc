import type { RiskAssessment, RiskAssessmentDraft } from '../../../shared/features/risk-assessments.ts'
import type { Instrument } from '../../../shared/rules/instruments.ts'
import { useCommand } from '../../lib/api.ts'
import { EditRecord } from '../../ui/EditRecord.tsx'
import { toTyped } from './risk-answers.ts'
import { diffOf } from './risk-fields.ts'
import type { RiskPlace } from './risk-place.ts'
import { RiskFields, useRiskForm } from './RiskFields.tsx'

type EditProps = { assessment: RiskAssessment; pack: Instrument; place: RiskPlace }

/** Corrects an assessment, by the form as it was asked. Where somebody else saved in between, both versions are shown and nothing is lost. */
export function EditAssessment({ assessment, pack, place }: EditProps) {
  const update = useCommand('riskAssessments.update')
  const form = useRiskForm(
    pack,
    `risk-assessment:edit:${assessment.id}`,
    toTyped(pack, assessment, assessment.revision),
  )
  return (
    <EditRecord
      noun="assessment"
      form={form}
      saving={update}
      save={(draft: RiskAssessmentDraft, revision, onSuccess) =>
        update.mutate({ id: assessment.id, revision, assessment: draft }, { onSuccess })
      }
      draftOf={answers => answers.assessment}
      toTyped={(draft, revision) => toTyped(pack, draft, revision)}
      diff={(theirs: RiskAssessmentDraft, mine: RiskAssessmentDraft) => diffOf(pack, theirs, mine)}
      place={{ show: () => place.select(assessment.id), edit: () => place.edit(assessment.id), close: place.close }}
    >
      <RiskFields form={form} pack={pack} caseId={assessment.caseId} beforeId={assessment.id} />
    </EditRecord>
  )
}
