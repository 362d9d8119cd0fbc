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

/** What can be done with a contact, from its row, its menu and its pane alike. */
export function usePoliceContactActions(place: PolicePlace, askReason: (contact: PoliceContact) => void) {
  const today = useToday()
  const update = useCommand('policeContacts.update')
  const reinstate = useCommand('events.reinstate')

  const save = (contact: PoliceContact, draft: PoliceContactDraft, saved: (now: PoliceContact) => void) =>
    update.mutate(
      { id: contact.id, revision: contact.revision, contact: draft },
      {
        onSuccess: answer =>
          answer.outcome === 'saved' ? saved(answer.record) : toast(changedMeanwhile, { tone: 'warning' }),
        onError: () => toast(refused, { tone: 'danger' }),
      },
    )
  const markKept = (contact: PoliceContact) =>
    save(contact, keptOn(contact, today), now =>
      toast('Promise marked as kept today', {
        action: {
          label: 'Undo',
          onSelect: () => save(now, draftOf(contact), () => toast('The promise is open again')),
        },
      }),
    )
  const takeMarkBack = (contact: PoliceContact) =>
    reinstate.mutate(
      { id: contact.id, revision: contact.revision },
      {
        onSuccess: ({ outcome }) =>
          outcome === 'saved' ? toast('The record counts again') : toast(changedMeanwhile, { tone: 'warning' }),
        onError: () => toast(refused, { tone: 'danger' }),
      },
    )
  const waits = (contact: PoliceContact) =>
    contact.withdrawnReason === null && ['open', 'overdue'].includes(promiseState(contact, today))

  const menuOf = (contact: PoliceContact): MenuItem[] => {
    const versions: MenuItem = {
      id: 'versions',
      label: 'Show versions',
      icon: 'history',
      onSelect: () => place.showVersions(contact.id),
    }
    if (contact.withdrawnReason !== null)
      return [
        { id: 'reinstate', label: 'Take back “entered in error”', icon: 'undo', onSelect: () => takeMarkBack(contact) },
        versions,
      ]
    return [
      { id: 'edit', label: 'Edit', icon: 'edit', shortcut: 'E', onSelect: () => place.edit(contact.id) },
      ...(waits(contact)
        ? [
            {
              id: 'kept',
              label: 'Mark promise as kept today',
              icon: 'check',
              onSelect: () => markKept(contact),
            } as const,
          ]
        : []),
      versions,
      { separator: true },
      { id: 'withdraw', label: 'Entered in error…', icon: 'archive', danger: true, onSelect: () => askReason(contact) },
    ]
  }
  return { menuOf, markKept, takeMarkBack, waits, busy: update.isPending || reinstate.isPending }
}
export type PoliceContactActions = ReturnType<typeof usePoliceContactActions>
