import type { ContactRow } from '../../../shared/features/contacts.ts'
import { useRecordActions } from '../../ui/record-actions.ts'
import type { ContactPlace } from './contact-place.ts'

export type Marked = Pick<ContactRow, 'id' | 'revision' | 'withdrawnReason'>
type ActionsInput = { place: ContactPlace; closed: boolean; askReason: (contact: Marked) => void }

/** What can be done with an entry, from its row, its menu and its pane alike. In a closed case nothing is changed. */
export function useContactActions({ place, ...input }: ActionsInput) {
  const actions = useRecordActions(input)
  const menuOf = (contact: Marked) =>
    actions.menuOf(contact, {
      edit: () => place.edit(contact.id),
      showVersions: () => place.showVersions(contact.id),
    })
  return { ...actions, menuOf }
}
export type ContactActions = ReturnType<typeof useContactActions>
