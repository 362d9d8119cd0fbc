import type { PoliceContact } from '../../../shared/features/police-contacts.ts'
import { london } from '../../../shared/kernel/dates.ts'
import { showMoment } from '../../../shared/kernel/uk-dates.ts'
import {
  channelWords,
  directionWords,
  policeContactQuestions as questions,
  promiseAge,
} from '../../../shared/wording/police-contacts.ts'
import { showWhen } from '../../../shared/wording/when.ts'
import { useToday } from '../../lib/today.ts'
import { useUserNames } from '../../lib/user-names.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { DetailPane } from '../../ui/DetailPane.tsx'
import { Row, Stack } from '../../ui/Layout.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { PropertyList } from '../../ui/PropertyList.tsx'
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
        {contact.withdrawnReason !== null && <EnteredInError contact={contact} actions={actions} />}
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
        <Stamp contact={contact} onVersions={() => place.showVersions(contact.id)} />
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

function Stamp({ contact, onVersions }: { contact: PoliceContact; onVersions: () => void }) {
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
