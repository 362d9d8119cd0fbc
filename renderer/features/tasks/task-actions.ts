import type { Task } from '../../../shared/features/tasks.ts'
import type { EventId } from '../../../shared/kernel/ids.ts'
import { useCommand } from '../../lib/api.ts'
import type { MenuItem } from '../../ui/MenuItems.tsx'
import { said, useTicking } from '../../ui/ticking.ts'
import type { TasksPlace } from './tasks-place.ts'

/** Takes "no longer needed" back. */
export function useReinstate() {
  const reinstate = useCommand('tasks.reinstate')
  return ({ id, revision }: Task) => reinstate.mutate({ id, revision }, said('The task counts again'))
}

type ActionsInput = { place: TasksPlace; closed: boolean; askReason: (task: Task) => void }

/** What can be done with a task, from its row and its pane alike. In a closed case nothing is changed. */
export function useTaskActions({ place, closed, askReason }: ActionsInput) {
  const { toggle } = useTicking()
  const reinstate = useReinstate()
  const menuOf = (task: Task): MenuItem[] => {
    const disabled = closed ? 'This case is closed. Open it again first.' : undefined
    const open: MenuItem = {
      id: 'open',
      label: 'Open',
      icon: 'edit',
      shortcut: 'Enter',
      onSelect: () => place.open(task.id),
    }
    const versions: MenuItem = {
      id: 'versions',
      label: 'Show versions',
      icon: 'history',
      onSelect: () => place.showVersions(task.id),
    }
    if (task.withdrawnReason !== null)
      return [
        { id: 'reinstate', label: 'It is needed after all', icon: 'undo', disabled, onSelect: () => reinstate(task) },
        versions,
      ]
    const { origin } = task
    const toHearing = (id: EventId): MenuItem => ({
      id: 'hearing',
      label: 'Show the hearing',
      icon: 'court',
      onSelect: () => place.showHearing(id),
    })
    const tick = task.done === null ? 'Tick off' : 'Open again'
    return [
      { id: 'tick', label: tick, icon: task.done === null ? 'check' : 'undo', disabled, onSelect: () => toggle(task) },
      open,
      versions,
      ...(origin === null ? [] : [toHearing(origin.hearingId)]),
      { separator: true },
      {
        id: 'withdraw',
        label: 'No longer needed…',
        icon: 'archive',
        danger: true,
        disabled,
        onSelect: () => askReason(task),
      },
    ]
  }
  return { toggle, menuOf }
}
export type TaskActions = ReturnType<typeof useTaskActions>
