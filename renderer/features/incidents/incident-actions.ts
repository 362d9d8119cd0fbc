import type { Incident, IncidentRow } from '../../../shared/features/incidents.ts'
import { useCommand } from '../../lib/api.ts'
import type { MenuItem } from '../../ui/MenuItems.tsx'
import { toast } from '../../ui/toast.ts'
import type { IncidentPlace } from './incident-place.ts'

const changedMeanwhile =
  'Someone else changed this incident just now. It has been read again: check it, then try once more.'
const refused = 'That could not be saved. Nothing was changed. Try again.'

/** What of an incident is needed to act on it: its row in the list, or the whole. */
export type AnyIncident = Pick<Incident | IncidentRow, 'id' | 'revision' | 'withdrawnReason' | 'finished'>
type ActionsInput = { place: IncidentPlace; closed: boolean; askReason: (incident: AnyIncident) => void }

/** What can be done with an incident, from its row, its menu and its pane alike. In a closed case nothing is changed. */
export function useIncidentActions({ place, closed, askReason }: ActionsInput) {
  const reinstate = useCommand('events.reinstate')
  const takeMarkBack = ({ id, revision }: AnyIncident) =>
    reinstate.mutate(
      { id, revision },
      {
        onSuccess: ({ outcome }) =>
          outcome === 'saved' ? toast('The incident counts again') : toast(changedMeanwhile, { tone: 'warning' }),
        onError: () => toast(refused, { tone: 'danger' }),
      },
    )
  const menuOf = (incident: AnyIncident): MenuItem[] => {
    const { id, finished, withdrawnReason } = incident
    const disabled = closed ? 'This case is closed. Open it again first.' : undefined
    const versions: MenuItem = {
      id: 'versions',
      label: 'Show versions',
      icon: 'history',
      onSelect: () => place.showVersions(id),
    }
    if (withdrawnReason !== null) {
      const label = 'Take back “entered in error”'
      return [{ id: 'reinstate', label, icon: 'undo', onSelect: () => takeMarkBack(incident) }, versions]
    }
    const edit = finished ? 'Edit' : 'Complete'
    return [
      { id: 'edit', label: edit, icon: 'edit', shortcut: 'E', disabled, onSelect: () => place.edit(id) },
      versions,
      { separator: true },
      {
        id: 'withdraw',
        label: 'Entered in error…',
        icon: 'archive',
        danger: true,
        onSelect: () => askReason(incident),
      },
    ]
  }
  return { menuOf, takeMarkBack, busy: reinstate.isPending }
}
export type IncidentActions = ReturnType<typeof useIncidentActions>
