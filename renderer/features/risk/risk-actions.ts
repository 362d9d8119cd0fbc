import type { RiskAssessment, RiskAssessmentRow } from '../../../shared/features/risk-assessments.ts'
import { useRecordActions } from '../../ui/record-actions.ts'
import type { RiskPlace } from './risk-place.ts'

/** What of an assessment is needed to act on it: its row in the list, or the whole. */
export type AnyAssessment = Pick<RiskAssessment | RiskAssessmentRow, 'id' | 'revision' | 'withdrawnReason'>
type ActionsInput = { place: RiskPlace; closed: boolean; askReason: (assessment: AnyAssessment) => void }

/** What can be done with an assessment, from its row, its menu and its pane alike. In a closed case nothing is changed. */
export function useRiskActions({ place, ...input }: ActionsInput) {
  const actions = useRecordActions(input)
  const menuOf = (assessment: AnyAssessment) =>
    actions.menuOf(assessment, {
      edit: () => place.edit(assessment.id),
      showVersions: () => place.showVersions(assessment.id),
    })
  return { ...actions, menuOf }
}
export type RiskActions = ReturnType<typeof useRiskActions>
