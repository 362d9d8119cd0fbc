import type { PoliceContact, PoliceContactDraft } from '../../../shared/features/police-contacts.ts'
import { promiseState } from '../../../shared/wording/police-contacts.ts'
import { useCommand } from '../../lib/api.ts'
import { useToday } from '../../lib/today.ts'
import type { MenuItem } from '../../ui/MenuItems.tsx'
import { toast } from '../../ui/toast.ts'
import { draftOf, keptOn } from './police-contact-answers.ts'
import type { PolicePlace } from './police-place.ts'

const changedMeanwhile =
  'Someone else changed this contact just now. It has been read again: check it, then try once more.'
const refused = 'That could not be saved. Nothing was changed. Try again.'

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

/** Takes "entered in error" back. */
function useTakeMarkBack() {
  const reinstate = useCommand('events.reinstate')
  const takeMarkBack = ({ id, revision }: PoliceContact) =>
    reinstate.mutate(
      { id, revision },
      {
        onSuccess: ({ outcome }) =>
          outcome === 'saved' ? toast('The record counts again') : toast(changedMeanwhile, { tone: 'warning' }),
        onError: () => toast(refused, { tone: 'danger' }),
      },
    )
  return { takeMarkBack, busy: reinstate.isPending }
}

type ActionsInput = { place: PolicePlace; closed: boolean; askReason: (contact: PoliceContact) => void }

/** What can be done with a contact, from its row, its menu and its pane alike. In a closed case nothing is changed. */
export function usePoliceContactActions({ place, closed, askReason }: ActionsInput) {
  const today = useToday()
  const { save, busy } = useQuickSave()
  const { takeMarkBack, busy: takingBack } = useTakeMarkBack()
  const markKept = (contact: PoliceContact) =>
    save(contact, keptOn(contact, today), now => {
      const undo = () => save(now, draftOf(contact), () => toast('The promise is open again'))
      toast('Promise marked as kept today', { action: { label: 'Undo', onSelect: undo } })
    })
  const waits = (contact: PoliceContact) =>
    !closed && contact.withdrawnReason === null && ['open', 'overdue'].includes(promiseState(contact, today))
  const menuOf = (contact: PoliceContact): MenuItem[] => {
    const { id } = contact
    const closedWords = closed ? 'This case is closed. Open it again first.' : undefined
    const versions: MenuItem = {
      id: 'versions',
      label: 'Show versions',
      icon: 'history',
      onSelect: () => place.showVersions(id),
    }
    if (contact.withdrawnReason !== null) {
      const label = 'Take back “entered in error”'
      return [{ id: 'reinstate', label, icon: 'undo', onSelect: () => takeMarkBack(contact) }, versions]
    }
    const kept: MenuItem = {
      id: 'kept',
      label: 'Mark promise as kept today',
      icon: 'check',
      onSelect: () => markKept(contact),
    }
    return [
      { id: 'edit', label: 'Edit', icon: 'edit', shortcut: 'E', disabled: closedWords, onSelect: () => place.edit(id) },
      ...(waits(contact) ? [kept] : []),
      versions,
      { separator: true },
      { id: 'withdraw', label: 'Entered in error…', icon: 'archive', danger: true, onSelect: () => askReason(contact) },
    ]
  }
  return { menuOf, markKept, takeMarkBack, waits, busy: busy || takingBack }
}
export type PoliceContactActions = ReturnType<typeof usePoliceContactActions>
