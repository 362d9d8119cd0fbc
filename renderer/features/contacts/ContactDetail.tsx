import type { Contact } from '../../../shared/features/contacts.ts'
import { london } from '../../../shared/kernel/dates.ts'
import { showMoment } from '../../../shared/kernel/uk-dates.ts'
import { contactQuestions as questions, contactTitle } from '../../../shared/wording/contacts.ts'
import { showWhen } from '../../../shared/wording/when.ts'
import { useUserNames } from '../../lib/user-names.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { DetailPane } from '../../ui/DetailPane.tsx'
import { Stack } from '../../ui/Layout.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { PropertyList } from '../../ui/PropertyList.tsx'
import { Section } from '../../ui/Section.tsx'
import { useShortcut } from '../../ui/shortcuts.ts'
import { Muted, Prose } from '../../ui/Text.tsx'
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
        {contact.withdrawnReason !== null && <EnteredInError contact={contact} actions={actions} />}
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
        <Stamp contact={contact} onVersions={() => place.showVersions(contact.id)} />
      </Stack>
    </DetailPane>
  )
}
function EnteredInError({ contact, actions }: Pick<DetailProps, 'contact' | 'actions'>) {
  const nameOf = useUserNames()
  const takeBack = (
    <Button size="small" icon="undo" busy={actions.busy} onClick={() => actions.takeMarkBack(contact)}>
      Take this back
    </Button>
  )
  return (
    <Banner tone="warning" title="Entered in error" actions={takeBack}>
      {contact.withdrawnReason}. Marked by {nameOf(contact.updatedBy)}, {showMoment(contact.updatedAt, london)}.
    </Banner>
  )
}

function Stamp({ contact, onVersions }: { contact: Contact; onVersions: () => void }) {
  const nameOf = useUserNames()
  const { revision, createdAt, createdBy, updatedAt, updatedBy } = contact
  return (
    <Stack gap={1} align="start">
      <Muted>
        Recorded {showMoment(createdAt, london)} by {nameOf(createdBy)}
      </Muted>
      {revision > 1 && (
        <Muted>
          Last changed {showMoment(updatedAt, london)} by {nameOf(updatedBy)}
        </Muted>
      )}
      {revision > 1 && (
        <Button kind="quiet" size="small" icon="history" onClick={onVersions}>
          Show all {String(revision)} versions
        </Button>
      )}
    </Stack>
  )
}
