import type { PoliceContact } from '../../../shared/features/police-contacts.ts'
import {
  channelWords,
  directionWords,
  policeContactQuestions as questions,
  promiseAge,
} from '../../../shared/wording/police-contacts.ts'
import { showWhen } from '../../../shared/wording/when.ts'
import { useToday } from '../../lib/today.ts'
import { Button } from '../../ui/Button.tsx'
import { DetailPane } from '../../ui/DetailPane.tsx'
import { Row, Stack } from '../../ui/Layout.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { PropertyList } from '../../ui/PropertyList.tsx'
import { EnteredInError, RecordStamp } from '../../ui/RecordStamp.tsx'
import { Section } from '../../ui/Section.tsx'
import { useShortcut } from '../../ui/shortcuts.ts'
import { Muted, Prose } from '../../ui/Text.tsx'
import type { PoliceContactActions } from './police-contact-actions.ts'
import type { PolicePlace } from './police-place.ts'
import { PromisePill } from './PromisePill.tsx'

type DetailProps = { contact: PoliceContact; place: PolicePlace; actions: PoliceContactActions; closed: boolean }

/** One police contact, whole, beside the list. */
export function PoliceContactDetail({ contact, place, actions, closed }: DetailProps) {
  const editable = contact.withdrawnReason === null && !closed
  useShortcut('E', 'Edit this contact', { run: () => place.edit(contact.id), enabled: editable })
  useShortcut('Escape', 'Close this contact', place.close)
  const { channel, direction, force, officer, collarNumber, reference } = contact
  return (
    <DetailPane
      title={showWhen(contact.when)}
      subtitle={`${channelWords[channel]} · ${directionWords[direction]}`}
      onClose={place.close}
      actions={
        <>
          {editable && (
            <Button size="small" icon="edit" onClick={() => place.edit(contact.id)} shortcut="E">
              Edit
            </Button>
          )}
          <Menu label="More about this contact" items={actions.menuOf(contact)} />
        </>
      }
    >
      <Stack gap={4}>
        <EnteredInError record={contact} actions={actions} />
        <div>
          <Section title="What was said" level={3}>
            <Prose>{contact.said}</Prose>
          </Section>
          {contact.promised !== null && <Promise contact={contact} actions={actions} />}
        </div>
        <PropertyList
          rows={[
            { label: questions.officer, value: officer.value, missing: officer.missing ?? undefined },
            { label: questions.collarNumber, value: collarNumber.value, missing: collarNumber.missing ?? undefined },
            { label: questions.force, value: force.value, missing: force.missing ?? undefined },
            { label: questions.reference, value: reference ?? 'None given' },
          ]}
        />
        <RecordStamp record={contact} onVersions={() => place.showVersions(contact.id)} />
      </Stack>
    </DetailPane>
  )
}

function Promise({ contact, actions }: Pick<DetailProps, 'contact' | 'actions'>) {
  const age = promiseAge(contact, useToday())
  return (
    <Section title="What was promised" level={3}>
      <Stack gap={2} align="start">
        <Prose>{contact.promised}</Prose>
        <Row gap={2}>
          <PromisePill promise={contact} />
          {age !== null && <Muted>{age}</Muted>}
        </Row>
        {actions.waits(contact) && (
          <Button size="small" icon="check" busy={actions.busy} onClick={() => actions.markKept(contact)}>
            Mark as kept today
          </Button>
        )}
      </Stack>
    </Section>
  )
}
