import type { Contact, ContactDraft } from '../../../shared/features/contacts.ts'
import { useCommand } from '../../lib/api.ts'
import { RecordVersions } from '../../ui/RecordVersions.tsx'
import { toast } from '../../ui/toast.ts'
import { diffOf, contactOfVersion } from './contact-fields.ts'
import type { ContactPlace } from './contact-place.ts'

/** How an entry stood after each save, newest first, and the way back to any of them. */
export function ContactVersions({ contact, place }: { contact: Contact; place: ContactPlace }) {
  const update = useCommand('contacts.update')
  const putBack = (draft: ContactDraft, version: number) =>
    update.mutate(
      { id: contact.id, revision: contact.revision, contact: draft },
      {
        onSuccess: ({ outcome }) => {
          if (outcome === 'conflict')
            return void toast('Someone else changed this entry just now. Look at the versions again.', {
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
      title="Versions of this entry"
      busy={update.isPending}
      read={contactOfVersion}
      diff={diffOf}
      onPutBack={contact.withdrawnReason === null ? putBack : undefined}
      onClose={place.close}
    />
  )
}
