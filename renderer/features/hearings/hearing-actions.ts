import type { Hearing } from '../../../shared/features/hearings.ts'
import { hearingState } from '../../../shared/wording/hearings.ts'
import { useCommand } from '../../lib/api.ts'
import { useToday } from '../../lib/today.ts'
import type { MenuItem } from '../../ui/MenuItems.tsx'
import { toast } from '../../ui/toast.ts'
import type { HearingsPlace } from './hearings-place.ts'

const changedMeanwhile =
  'Someone else changed this hearing just now. It has been read again: check it, then try once more.'

/** Takes "entered in error" back. */
function useTakeMarkBack() {
  const reinstate = useCommand('events.reinstate')
  const takeMarkBack = ({ id, revision }: Hearing) =>
    reinstate.mutate(
      { id, revision },
      {
        onSuccess: ({ outcome }) =>
          outcome === 'saved' ? toast('The record counts again') : toast(changedMeanwhile, { tone: 'warning' }),
        onError: () => toast('That could not be saved. Nothing was changed. Try again.', { tone: 'danger' }),
      },
    )
  return { takeMarkBack, busy: reinstate.isPending }
}

type ActionsInput = {
  place: HearingsPlace
  closed: boolean
  askReason: (hearing: Hearing) => void
  print: (hearing: Hearing) => void
}

/** What can be done with a hearing, from its row, its menu and its pane alike. In a closed case nothing is changed. */
export function useHearingActions({ place, closed, askReason, print }: ActionsInput) {
  const today = useToday()
  const { takeMarkBack, busy } = useTakeMarkBack()
  const menuOf = (hearing: Hearing): MenuItem[] => {
    const { id } = hearing
    const versions: MenuItem = {
      id: 'versions',
      label: 'Show versions',
      icon: 'history',
      onSelect: () => place.showVersions(id),
    }
    if (hearing.withdrawnReason !== null) {
      const label = 'Take back “entered in error”'
      return [{ id: 'reinstate', label, icon: 'undo', onSelect: () => takeMarkBack(hearing) }, versions]
    }
    const disabled = closed ? 'This case is closed. Open it again first.' : undefined
    const state = hearingState(hearing, today)
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
    return [
      ...(hearing.outcome === null ? open : []),
      ...(state === 'awaiting-date' ? [next] : []),
      { id: 'edit', label: 'Edit', icon: 'edit', shortcut: 'E', disabled, onSelect: () => place.edit(id) },
      { id: 'print', label: 'Print the day sheet', icon: 'print', onSelect: () => print(hearing) },
      versions,
      { separator: true },
      { id: 'withdraw', label: 'Entered in error…', icon: 'archive', danger: true, onSelect: () => askReason(hearing) },
    ]
  }
  return { menuOf, takeMarkBack, print, busy }
}
export type HearingActions = ReturnType<typeof useHearingActions>
