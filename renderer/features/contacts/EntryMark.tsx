import type { ContactChannel, ContactRow } from '../../../shared/features/contacts.ts'
import { contactTitle, entryWords } from '../../../shared/wording/contacts.ts'
import { StatusPill } from '../../ui/Badge.tsx'
import { Icon } from '../../ui/Icon.tsx'
import type { IconName } from '../../ui/icon-names.ts'
import { TwoLines } from '../../ui/TwoLines.tsx'

const icons: Record<ContactChannel, IconName> = {
  phone: 'phone',
  'text-message': 'contact',
  'in-person': 'people',
  video: 'video',
  email: 'mail',
  letter: 'document',
  online: 'system',
}

/** What it was, in two short lines: a picture with the words, and what to know about it. */
export function EntryMark({ contact }: { contact: ContactRow }) {
  const { entry, channel, safely } = contact
  return (
    <TwoLines
      top={
        <>
          <Icon name={channel === null ? 'note' : icons[channel]} /> {contactTitle(contact)}
        </>
      }
      under={
        safely === 'no' ? (
          <StatusPill tone="danger" icon="danger">
            Plan not kept to
          </StatusPill>
        ) : entry === 'note' ? (
          'To the file'
        ) : (
          entryWords[entry]
        )
      }
    />
  )
}
