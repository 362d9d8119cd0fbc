import type { Hearing } from '../../../shared/features/hearings.ts'
import { hearingState } from '../../../shared/wording/hearings.ts'
import { useToday } from '../../lib/today.ts'
import type { MenuItem } from '../../ui/MenuItems.tsx'
import { closedWords, useRecordActions } from '../../ui/record-actions.ts'
import type { HearingsPlace } from './hearings-place.ts'

type ActionsInput = {
  place: HearingsPlace
  closed: boolean
  askReason: (hearing: Hearing) => void
  print: (hearing: Hearing) => void
}

/** What can be done with a hearing, from its row, its menu and its pane alike. In a closed case nothing is changed. */
export function useHearingActions({ place, closed, askReason, print }: ActionsInput) {
  const today = useToday()
  const actions = useRecordActions({ closed, askReason })
  const menuOf = (hearing: Hearing): MenuItem[] => {
    const { id } = hearing
    const disabled = closed ? closedWords : undefined
    const open: MenuItem[] = [
      { id: 'outcome', label: 'Record the outcome', icon: 'check', disabled, onSelect: () => place.outcome(id) },
      { id: 'move', label: 'Move to another date', icon: 'calendar', disabled, onSelect: () => place.move(id) },
    ]
    const next: MenuItem = {
      id: 'next',
      label: 'Record the next hearing',
      icon: 'forward',
      disabled,
      onSelect: () => place.listNext(id),
    }
    const awaitsDate = hearingState(hearing, today) === 'awaiting-date'
    return actions.menuOf(hearing, {
      first: [...(hearing.outcome === null ? open : []), ...(awaitsDate ? [next] : [])],
      edit: () => place.edit(id),
      more: [
        {
          id: 'bundle',
          label: 'Make a bundle',
          icon: 'bundle',
          disabled: closed ? closedWords : undefined,
          onSelect: () => place.makeBundle(id),
        },
        { id: 'print', label: 'Print the day sheet', icon: 'print', onSelect: () => print(hearing) },
      ],
      showVersions: () => place.showVersions(id),
    })
  }
  return { ...actions, menuOf, print }
}
export type HearingActions = ReturnType<typeof useHearingActions>
