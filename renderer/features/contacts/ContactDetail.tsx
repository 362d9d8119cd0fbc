import type { Contact } from '../../../shared/features/contacts.ts'
import { contactQuestions as questions, contactTitle } from '../../../shared/wording/contacts.ts'
import { showWhen } from '../../../shared/wording/when.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { DetailPane } from '../../ui/DetailPane.tsx'
import { Stack } from '../../ui/Layout.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { PropertyList } from '../../ui/PropertyList.tsx'
import { EnteredInError, RecordStamp } from '../../ui/RecordStamp.tsx'
import { Section } from '../../ui/Section.tsx'
import { useShortcut } from '../../ui/shortcuts.ts'
import { Prose } from '../../ui/Text.tsx'
import type { ContactActions } from './contact-actions.ts'
import { factsOf } from './contact-fields.ts'
import type { ContactPlace } from './contact-place.ts'

type DetailProps = { contact: Contact; place: ContactPlace; actions: ContactActions; closed: boolean }
const accounts = ['clientSaid', 'observed', 'othersSaid', 'opinion'] as const

/** One entry, whole, beside the list: an unsafe contact first, then who said what, each by itself. */
export function ContactDetail({ contact, place, actions, closed }: DetailProps) {
  const editable = contact.withdrawnReason === null && !closed
  useShortcut('E', 'Edit this entry', { run: () => place.edit(contact.id), enabled: editable })
  useShortcut('Escape', 'Close this entry', place.close)
  const facts = factsOf(contact)
  const written = accounts.filter(field => contact[field] !== null)
  return (
    <DetailPane
      title={contactTitle(contact)}
      subtitle={showWhen(contact.when)}
      onClose={place.close}
      actions={
        <>
          {editable && (
            <Button size="small" icon="edit" onClick={() => place.edit(contact.id)} shortcut="E">
              Edit
            </Button>
          )}
          <Menu label="More about this entry" items={actions.menuOf(contact)} />
        </>
      }
    >
      <Stack gap={4}>
        <EnteredInError record={contact} actions={actions} />
        {contact.safely === 'no' && (
          <Banner tone="danger" title="The safe-contact plan was not kept to">
            {contact.safelyNote}
          </Banner>
        )}
        {written.length > 0 && (
          <div>
            {written.map(field => (
              <Section key={field} title={questions[field]} level={3}>
                <Prose>{contact[field]}</Prose>
              </Section>
            ))}
          </div>
        )}
        {facts.length > 0 && <PropertyList rows={facts} />}
        <RecordStamp record={contact} onVersions={() => place.showVersions(contact.id)} />
      </Stack>
    </DetailPane>
  )
}
