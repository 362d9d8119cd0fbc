import type { Incident, IncidentRow } from '../../../shared/features/incidents.ts'
import { useRecordActions } from '../../ui/record-actions.ts'
import type { IncidentPlace } from './incident-place.ts'

/** What of an incident is needed to act on it: its row in the list, or the whole. */
export type AnyIncident = Pick<Incident | IncidentRow, 'id' | 'revision' | 'withdrawnReason' | 'finished'>
type ActionsInput = { place: IncidentPlace; closed: boolean; askReason: (incident: AnyIncident) => void }

/** What can be done with an incident, from its row, its menu and its pane alike. In a closed case nothing is changed. */
export function useIncidentActions({ place, ...input }: ActionsInput) {
  const actions = useRecordActions(input)
  const menuOf = (incident: AnyIncident) =>
    actions.menuOf(incident, {
      edit: () => place.edit(incident.id),
      editLabel: incident.finished ? 'Edit' : 'Complete',
      showVersions: () => place.showVersions(incident.id),
    })
  return { ...actions, menuOf }
}
export type IncidentActions = ReturnType<typeof useIncidentActions>
