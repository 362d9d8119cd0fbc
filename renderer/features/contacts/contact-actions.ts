import type { ContactRow } from '../../../shared/features/contacts.ts'
import { useCommand } from '../../lib/api.ts'
import type { MenuItem } from '../../ui/MenuItems.tsx'
import { toast } from '../../ui/toast.ts'
import type { ContactPlace } from './contact-place.ts'

export type Marked = Pick<ContactRow, 'id' | 'revision' | 'withdrawnReason'>
type ActionsInput = { place: ContactPlace; closed: boolean; askReason: (contact: Marked) => void }

/** What can be done with an entry, from its row, its menu and its pane alike. In a closed case nothing is changed. */
export function useContactActions({ place, closed, askReason }: ActionsInput) {
  const reinstate = useCommand('events.reinstate')
  const takeMarkBack = ({ id, revision }: Marked) =>
    reinstate.mutate(
      { id, revision },
      {
        onSuccess: ({ outcome }) =>
          outcome === 'saved'
            ? toast('The record counts again')
            : toast('Someone else changed this entry just now. It has been read again: check it, then try once more.', {
                tone: 'warning',
              }),
        onError: () => toast('That could not be saved. Nothing was changed. Try again.', { tone: 'danger' }),
      },
    )
  const menuOf = (contact: Marked): MenuItem[] => {
    const { id } = contact
    const disabled = closed ? 'This case is closed. Open it again first.' : undefined
    const showVersions = () => place.showVersions(id)
    const versions: MenuItem = { id: 'versions', label: 'Show versions', icon: 'history', onSelect: showVersions }
    if (contact.withdrawnReason !== null) {
      const label = 'Take back “entered in error”'
      return [{ id: 'reinstate', label, icon: 'undo', onSelect: () => takeMarkBack(contact) }, versions]
    }
    return [
      { id: 'edit', label: 'Edit', icon: 'edit', shortcut: 'E', disabled, onSelect: () => place.edit(id) },
      versions,
      { separator: true },
      { id: 'withdraw', label: 'Entered in error…', icon: 'archive', danger: true, onSelect: () => askReason(contact) },
    ]
  }
  return { menuOf, takeMarkBack, busy: reinstate.isPending }
}
export type ContactActions = ReturnType<typeof useContactActions>
