import type { PoliceContact, PoliceContactDraft } from '../../../shared/features/police-contacts.ts'
import { promiseState } from '../../../shared/wording/police-contacts.ts'
import { useCommand } from '../../lib/api.ts'
import { useToday } from '../../lib/today.ts'
import type { MenuItem } from '../../ui/MenuItems.tsx'
import { changedMeanwhile, refused, useRecordActions } from '../../ui/record-actions.ts'
import { toast } from '../../ui/toast.ts'
import { draftOf, keptOn } from './police-contact-answers.ts'
import type { PolicePlace } from './police-place.ts'

type Saved = (now: PoliceContact) => void

/** Saves a contact at once, without a form, and says how it went. */
function useQuickSave() {
  const update = useCommand('policeContacts.update')
  const save = (contact: PoliceContact, draft: PoliceContactDraft, saved: Saved) =>
    update.mutate(
      { id: contact.id, revision: contact.revision, contact: draft },
      {
        onSuccess: answer =>
          answer.outcome === 'saved' ? saved(answer.record) : toast(changedMeanwhile, { tone: 'warning' }),
        onError: () => toast(refused, { tone: 'danger' }),
      },
    )
  return { save, busy: update.isPending }
}

type ActionsInput = { place: PolicePlace; closed: boolean; askReason: (contact: PoliceContact) => void }

/** What can be done with a contact, from its row, its menu and its pane alike. In a closed case nothing is changed. */
export function usePoliceContactActions({ place, closed, askReason }: ActionsInput) {
  const today = useToday()
  const { save, busy } = useQuickSave()
  const actions = useRecordActions({ closed, askReason })
  const markKept = (contact: PoliceContact) =>
    save(contact, keptOn(contact, today), now => {
      const undo = () => save(now, draftOf(contact), () => toast('The promise is open again'))
      toast('Promise marked as kept today', { action: { label: 'Undo', onSelect: undo } })
    })
  const waits = (contact: PoliceContact) =>
    !closed && contact.withdrawnReason === null && ['open', 'overdue'].includes(promiseState(contact, today))
  const menuOf = (contact: PoliceContact): MenuItem[] => {
    const kept: MenuItem = {
      id: 'kept',
      label: 'Mark promise as kept today',
      icon: 'check',
      onSelect: () => markKept(contact),
    }
    return actions.menuOf(contact, {
      edit: () => place.edit(contact.id),
      more: waits(contact) ? [kept] : [],
      showVersions: () => place.showVersions(contact.id),
    })
  }
  return { ...actions, menuOf, markKept, waits, busy: busy || actions.busy }
}
export type PoliceContactActions = ReturnType<typeof usePoliceContactActions>
