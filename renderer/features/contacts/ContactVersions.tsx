import type { EventVersion } from '../../../shared/features/events.ts'
import type { Contact } from '../../../shared/features/contacts.ts'
import { london } from '../../../shared/kernel/dates.ts'
import { showMoment } from '../../../shared/kernel/uk-dates.ts'
import { useCall, useCommand } from '../../lib/api.ts'
import { DetailPane } from '../../ui/DetailPane.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { LoadingState } from '../../ui/LoadingState.tsx'
import { useShortcut } from '../../ui/shortcuts.ts'
import { toast } from '../../ui/toast.ts'
import { VersionList, type ShownVersion } from '../../ui/VersionList.tsx'
import { contactOfVersion, diffOf } from './contact-fields.ts'
import type { ContactPlace } from './contact-place.ts'

/** How an entry stood after each save, newest first, and the way back to any of them. */
export function ContactVersions({ contact, place }: { contact: Contact; place: ContactPlace }) {
  const versions = useCall('events.versions', { id: contact.id })
  const update = useCommand('contacts.update')
  useShortcut('Escape', 'Back to the entry', place.close)
  const rows = versions.data?.rows ?? []

  const putBack = (revision: number) => {
    const found = rows.find(row => row.revision === revision)
    const draft = found && contactOfVersion(found.values)
    if (!draft) return
    update.mutate(
      { id: contact.id, revision: contact.revision, contact: draft },
      {
        onSuccess: ({ outcome }) => {
          if (outcome === 'conflict')
            return void toast('Someone else changed this entry just now. Look at the versions again.', {
              tone: 'warning',
            })
          toast(`Version ${String(revision)} is back`)
          place.select(contact.id)
        },
        onError: () => toast('That could not be saved. Nothing was changed. Try again.', { tone: 'danger' }),
      },
    )
  }

  return (
    <DetailPane title="Versions of this entry" onClose={place.close}>
      {versions.error ? (
        <ErrorState error={versions.error} onRetry={() => void versions.refetch()} />
      ) : versions.isPending ? (
        <LoadingState label="Loading versions" shape="text" />
      ) : (
        <VersionList
          versions={rows.map((row, index) => shown(row, rows[index + 1]))}
          busy={update.isPending}
          onPutBack={contact.withdrawnReason === null ? putBack : undefined}
        />
      )}
    </DetailPane>
  )
}

function shown(row: EventVersion, before: EventVersion | undefined): ShownVersion {
  const now = contactOfVersion(row.values)
  const then = before ? contactOfVersion(before.values) : null
  return {
    revision: row.revision,
    byline: `${row.byName}, ${showMoment(row.at, london)}`,
    note: noteOf(row, before),
    fields: now && then ? diffOf(then, now).filter(field => field.before !== field.after) : [],
    readable: now !== null,
  }
}

function noteOf(row: EventVersion, before: EventVersion | undefined): string | null {
  if (before === undefined) return 'First recorded'
  if (row.withdrawnReason !== null && before.withdrawnReason === null)
    return `Marked as entered in error: ${row.withdrawnReason}`
  if (row.withdrawnReason === null && before.withdrawnReason !== null) return '“Entered in error” was taken back'
  return null
}
