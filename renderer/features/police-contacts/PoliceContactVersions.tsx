import type { PoliceContact, PoliceContactDraft } from '../../../shared/features/police-contacts.ts'
import { useCommand } from '../../lib/api.ts'
import { RecordVersions } from '../../ui/RecordVersions.tsx'
import { toast } from '../../ui/toast.ts'
import { diffOf, contactOfVersion } from './police-contact-fields.ts'
import type { PolicePlace } from './police-place.ts'

/** How a contact stood after each save, newest first, and the way back to any of them. */
export function PoliceContactVersions({ contact, place }: { contact: PoliceContact; place: PolicePlace }) {
  const update = useCommand('policeContacts.update')
  const putBack = (draft: PoliceContactDraft, version: number) =>
    update.mutate(
      { id: contact.id, revision: contact.revision, contact: draft },
      {
        onSuccess: ({ outcome }) => {
          if (outcome === 'conflict')
            return void toast('Someone else changed this contact just now. Look at the versions again.', {
              tone: 'warning',
            })
          toast(`Version ${String(version)} is back`)
          place.select(contact.id)
        },
        onError: () => toast('That could not be saved. Nothing was changed. Try again.', { tone: 'danger' }),
      },
    )
  return (
    <RecordVersions
      id={contact.id}
      title="Versions of this contact"
      busy={update.isPending}
      read={contactOfVersion}
      diff={diffOf}
      onPutBack={contact.withdrawnReason === null ? putBack : undefined}
      onClose={place.close}
    />
  )
}
