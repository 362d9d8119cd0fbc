import type { EventHit, PersonHit, Snippet } from '../../../shared/features/search.ts'
import { eventKindWords } from '../../../shared/wording/events.ts'
import { personRoleWords } from '../../../shared/wording/people.ts'
import { identifierKindWords } from '../../../shared/wording/safe-contact.ts'
import { showWhen } from '../../../shared/wording/when.ts'
import { StatusPill } from '../../ui/Badge.tsx'
import { eventIcons } from '../../ui/event-icons.ts'
import { Highlight } from '../../ui/Highlight.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Row, Stack } from '../../ui/Layout.tsx'
import { Muted, Text } from '../../ui/Text.tsx'

/** A person whose name, other name, case reference or number matches. */
export function PersonHitLine({ hit, query }: { hit: PersonHit; query: string }) {
  return (
    <Row gap={3} wrap={false} align="start">
      <Icon name="person" label="Person" />
      <Stack gap={0}>
        <Text strong>
          <Highlight text={hit.name} query={query} />
        </Text>
        <Muted>
          {personRoleWords[hit.role]} in <Highlight text={hit.reference} query={query} />
          {hit.alsoKnownAs !== null && (
            <>
              , also <Highlight text={hit.alsoKnownAs} query={query} />
            </>
          )}
          {hit.caseClosed && ', closed'}
        </Muted>
        {hit.identifier && <FoundBy identifier={hit.identifier} query={query} />}
      </Stack>
    </Row>
  )
}

/** Which of their numbers or addresses it was, and whether it may be used. */
function FoundBy({ identifier, query }: { identifier: NonNullable<PersonHit['identifier']>; query: string }) {
  const { kind, value, label, doNotUse } = identifier
  return (
    <Row gap={2}>
      <Text>
        {identifierKindWords[kind]} <Highlight text={value.replaceAll('\n', ', ')} query={query} />
        {label !== null && `, ${label}`}
      </Text>
      {doNotUse && <StatusPill tone="danger">Do not use</StatusPill>}
    </Row>
  )
}

/** A dated record whose words match. */
export function EventHitLine({ hit }: { hit: EventHit }) {
  return (
    <Row gap={3} wrap={false} align="start">
      <Icon name={eventIcons[hit.kind]} label={eventKindWords[hit.kind]} />
      <Stack gap={0}>
        <Text strong>{hit.title}</Text>
        <Text>
          <Marked snippet={hit.snippet} />
        </Text>
        <Muted>
          {hit.clientName}, {hit.reference}, {showWhen(hit.when)}
        </Muted>
      </Stack>
    </Row>
  )
}

/** The parts of one snippet never change places, so their index is their key. */
const Marked = ({ snippet }: { snippet: Snippet }) =>
  snippet.map(({ text, hit }, index) => (hit ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>))
