import type { Hearing, MeasureState } from '../../../shared/features/hearings.ts'
import { london } from '../../../shared/kernel/dates.ts'
import type { EventId } from '../../../shared/kernel/ids.ts'
import { showDay, showMoment } from '../../../shared/kernel/uk-dates.ts'
import { measureLabel } from '../../../shared/rules/special-measures.ts'
import { conclusionWords, measureStateWords, outcomeQuestions as questions } from '../../../shared/wording/hearings.ts'
import { showWhen } from '../../../shared/wording/when.ts'
import { useUserNames } from '../../lib/user-names.ts'
import { StatusPill } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { Row, Stack } from '../../ui/Layout.tsx'
import type { IconName } from '../../ui/icon-names.ts'
import { PropertyList } from '../../ui/PropertyList.tsx'
import { Section } from '../../ui/Section.tsx'
import { Muted, Prose, Text } from '../../ui/Text.tsx'
import type { Tone } from '../../ui/tokens.ts'
import { directionNote, measureDates } from './hearing-fields.ts'

type PartProps = { hearing: Hearing }

const looks: Record<MeasureState, { tone: Tone; icon: IconName }> = {
  wanted: { tone: 'warning', icon: 'warning' },
  requested: { tone: 'info', icon: 'clock' },
  granted: { tone: 'success', icon: 'check' },
  refused: { tone: 'danger', icon: 'danger' },
  'not-needed': { tone: 'neutral', icon: 'close' },
}

/** Each special measure and practical ask, and where it stands. */
export function Measures({ hearing }: PartProps) {
  if (hearing.specialMeasures.length === 0) return null
  return (
    <Section title="Special measures and practical asks" level={3}>
      <PropertyList
        rows={hearing.specialMeasures.map(measure => ({
          label: measureLabel(measure.id),
          value: (
            <StatusPill tone={looks[measure.state].tone} icon={looks[measure.state].icon}>
              {measureStateWords[measure.state]}
            </StatusPill>
          ),
          note: measureDates(measure) || undefined,
        }))}
      />
    </Section>
  )
}

/** What the court told somebody to do. */
export function Directions({ hearing }: PartProps) {
  if (hearing.directions.length === 0) return null
  return (
    <Section title="Directions" level={3}>
      <Stack gap={3}>
        {hearing.directions.map((direction, index) => (
          // Directions have no name of their own and keep their order.
          <Stack key={index} gap={0}>
            <Prose>{direction.text}</Prose>
            <Muted>{directionNote(direction)}</Muted>
          </Stack>
        ))}
      </Stack>
    </Section>
  )
}

/** How the hearing ended, and where to find the next. */
export function Outcome({ hearing, onNext }: PartProps & { onNext: (id: EventId) => void }) {
  const { outcome, next } = hearing
  if (outcome === null) return null
  const { result, conditions, conclusion, awaitingReason, clientToldOn, toldHow } = outcome
  return (
    <Section title="Outcome" level={3}>
      <Stack gap={3}>
        <Prose>{result}</Prose>
        {conditions !== null && (
          <Stack gap={0}>
            <Muted>{questions.conditions}</Muted>
            <Prose>{conditions}</Prose>
          </Stack>
        )}
        {next === null ? (
          <Text>{[conclusionWords[conclusion], awaitingReason].filter(Boolean).join('. ')}</Text>
        ) : (
          <Row>
            <Button size="small" icon="forward" onClick={() => onNext(next.id)}>
              Next: {showWhen(next.when)}
            </Button>
          </Row>
        )}
        <Muted>
          {clientToldOn === null
            ? 'The client has not been told, or nobody wrote it down.'
            : `Client told on ${showDay(clientToldOn)}${toldHow === null ? '' : `: ${toldHow}`}`}
        </Muted>
      </Stack>
    </Section>
  )
}

/** Every date that the hearing had before, latest move first. */
export function Moves({ hearing }: PartProps) {
  const nameOf = useUserNames()
  if (hearing.moves.length === 0) return null
  return (
    <Section title="Moved" level={3}>
      <Stack gap={3}>
        {hearing.moves.toReversed().map(({ from, to, reason, toldBy, toldOn, movedAt, movedBy }) => (
          <Stack key={`${movedAt} ${to.from ?? ''}`} gap={0}>
            <Text>
              <s>{showWhen(from)}</s> to {showWhen(to)}
            </Text>
            <Text>{reason}</Text>
            <Muted>
              {[toldBy && `Told by ${toldBy}`, toldOn && `told on ${showDay(toldOn)}`].filter(Boolean).join(', ')}
              {toldBy !== null || toldOn !== null ? '. ' : ''}Recorded {showMoment(movedAt, london)} by{' '}
              {nameOf(movedBy)}
            </Muted>
          </Stack>
        ))}
      </Stack>
    </Section>
  )
}
