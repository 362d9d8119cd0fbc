import type { RiskAssessment, RiskAssessmentDraft } from '../../../shared/features/risk-assessments.ts'
import type { Instrument } from '../../../shared/rules/instruments.ts'
import { useCommand } from '../../lib/api.ts'
import { RecordVersions } from '../../ui/RecordVersions.tsx'
import { toast } from '../../ui/toast.ts'
import { assessmentOfVersion, diffOf } from './risk-fields.ts'
import type { RiskPlace } from './risk-place.ts'

type VersionsProps = { assessment: RiskAssessment; pack: Instrument; place: RiskPlace }

/** How an assessment stood after each save, newest first, and the way back to any of them. */
export function AssessmentVersions({ assessment, pack, place }: VersionsProps) {
  const update = useCommand('riskAssessments.update')
  const putBack = (draft: RiskAssessmentDraft, version: number) =>
    update.mutate(
      { id: assessment.id, revision: assessment.revision, assessment: draft },
      {
        onSuccess: ({ outcome }) => {
          if (outcome === 'conflict')
            return void toast('Someone else changed this assessment just now. Look at the versions again.', {
              tone: 'warning',
            })
          toast(`Version ${String(version)} is back`)
          place.select(assessment.id)
        },
        onError: () => toast('That could not be saved. Nothing was changed. Try again.', { tone: 'danger' }),
      },
    )
  return (
    <RecordVersions
      id={assessment.id}
      title="Versions of this assessment"
      busy={update.isPending}
      read={assessmentOfVersion}
      diff={(before, after) => diffOf(pack, before, after)}
      onPutBack={assessment.withdrawnReason === null ? putBack : undefined}
      onClose={place.close}
    />
  )
}
