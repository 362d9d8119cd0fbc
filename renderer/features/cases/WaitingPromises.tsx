import type { PoliceContact } from '../../../shared/features/police-contacts.ts'
import { promiseAge, promiseState, promiseWords } from '../../../shared/wording/police-contacts.ts'
import { showWhen } from '../../../shared/wording/when.ts'
import { useToday } from '../../lib/today.ts'
import { StatusPill } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { Row, Stack } from '../../ui/Layout.tsx'
import { Section } from '../../ui/Section.tsx'
import { Muted, Text } from '../../ui/Text.tsx'
import type { CasePlace } from './case-place.ts'
import { useMarkKept, useWaitingPromises } from './case-promises.ts'

const shownAtOnce = 5

/** Promises of the police that wait to be kept, the longest overdue first. */
export function WaitingPromises({ place }: { place: CasePlace }) {
  const found = useWaitingPromises(place.caseId, 'open').data
  const kept = useMarkKept()
  if (!found) return null
  const byDay = found.rows.toSorted((a, b) => (a.promisedBy ?? '9999').localeCompare(b.promisedBy ?? '9999'))
  return (
    <Section title="Promises of the police">
      {found.total === 0 && <Muted>None is waiting.</Muted>}
      <Stack gap={5}>
        {byDay.slice(0, shownAtOnce).map(contact => (
          <WaitingPromise
            key={contact.id}
            contact={contact}
            place={place}
            busy={kept.busy}
            onKept={() => kept.markKept(contact)}
          />
        ))}
        {found.total > shownAtOnce && (
          <Row>
            <Button kind="quiet" size="small" onClick={() => place.showPromises('open')}>
              Show all {found.total.toLocaleString('en-GB')} open promises
            </Button>
          </Row>
        )}
      </Stack>
    </Section>
  )
}

type PromiseProps = { contact: PoliceContact; place: CasePlace; busy: boolean; onKept: () => void }

function WaitingPromise({ contact, place, busy, onKept }: PromiseProps) {
  const today = useToday()
  const age = promiseAge(contact, today)
  const overdue = promiseState(contact, today) === 'overdue'
  return (
    <Stack gap={1} align="start">
      <Row gap={2}>
        <StatusPill tone={overdue ? 'overdue' : 'info'} icon={overdue ? 'deadline' : 'clock'}>
          {promiseWords(contact, today)}
        </StatusPill>
        {age !== null && <Muted>{age}</Muted>}
      </Row>
      <Text>{contact.promised}</Text>
      <Muted>
        {contact.officer.value ?? 'Officer not named'}, {showWhen(contact.when)}
      </Muted>
      <Row gap={2}>
        <Button size="small" icon="check" busy={busy} onClick={onKept}>
          Mark as kept today
        </Button>
        <Button size="small" kind="quiet" onClick={() => place.showContact(contact.id)}>
          Show contact
        </Button>
      </Row>
    </Stack>
  )
}
