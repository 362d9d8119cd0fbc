import type { RiskAssessment, RiskAssessmentRow } from '../../../shared/features/risk-assessments.ts'
import { useCommand } from '../../lib/api.ts'
import type { MenuItem } from '../../ui/MenuItems.tsx'
import { toast } from '../../ui/toast.ts'
import type { RiskPlace } from './risk-place.ts'

const changedMeanwhile =
  'Someone else changed this assessment just now. It has been read again: check it, then try once more.'
const refused = 'That could not be saved. Nothing was changed. Try again.'

/** What of an assessment is needed to act on it: its row in the list, or the whole. */
export type AnyAssessment = Pick<RiskAssessment | RiskAssessmentRow, 'id' | 'revision' | 'withdrawnReason'>
type ActionsInput = { place: RiskPlace; closed: boolean; askReason: (assessment: AnyAssessment) => void }

/** What can be done with an assessment, from its row, its menu and its pane alike. In a closed case nothing is changed. */
export function useRiskActions({ place, closed, askReason }: ActionsInput) {
  const reinstate = useCommand('events.reinstate')
  const takeMarkBack = ({ id, revision }: AnyAssessment) =>
    reinstate.mutate(
      { id, revision },
      {
        onSuccess: ({ outcome }) =>
          outcome === 'saved' ? toast('The assessment counts again') : toast(changedMeanwhile, { tone: 'warning' }),
        onError: () => toast(refused, { tone: 'danger' }),
      },
    )
  const menuOf = (assessment: AnyAssessment): MenuItem[] => {
    const { id, withdrawnReason } = assessment
    const disabled = closed ? 'This case is closed. Open it again first.' : undefined
    const versions: MenuItem = {
      id: 'versions',
      label: 'Show versions',
      icon: 'history',
      onSelect: () => place.showVersions(id),
    }
    if (withdrawnReason !== null) {
      const label = 'Take back “entered in error”'
      return [{ id: 'reinstate', label, icon: 'undo', onSelect: () => takeMarkBack(assessment) }, versions]
    }
    return [
      { id: 'edit', label: 'Edit', icon: 'edit', shortcut: 'E', disabled, onSelect: () => place.edit(id) },
      versions,
      { separator: true },
      {
        id: 'withdraw',
        label: 'Entered in error…',
        icon: 'archive',
        danger: true,
        onSelect: () => askReason(assessment),
      },
    ]
  }
  return { menuOf, takeMarkBack, busy: reinstate.isPending }
}
export type RiskActions = ReturnType<typeof useRiskActions>
