import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Person, PersonMatch } from '../../../shared/features/people.ts'
import { london } from '../../../shared/kernel/dates.ts'
import { showMoment } from '../../../shared/kernel/uk-dates.ts'
import { conflictAdvice, matchTitle, reasonsWords, whereWords } from '../../../shared/wording/person-matches.ts'
import { useCall, useCommand } from '../../lib/api.ts'
import { useUserNames } from '../../lib/user-names.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { Row, Stack } from '../../ui/Layout.tsx'
import { refused } from '../../ui/record-actions.ts'
import { Section } from '../../ui/Section.tsx'
import { Muted, Text } from '../../ui/Text.tsx'
import { toast } from '../../ui/toast.ts'

/** Whether somebody is in another case too: what is undecided first, and who decided the rest. Nothing where nobody is. */
export function PersonMatches({ person }: { person: Person }) {
  const found = useCall('people.matches', { caseId: person.caseId }).data
  const decide = useDecide()
  const [parting, setParting] = useState<PersonMatch | null>(null)
  const matches = found?.rows.filter(match => match.personId === person.id) ?? []
  const decided = matches.filter(match => match.decision !== null)
  const part = (reason: string) =>
    parting && decide.say(parting, { same: false, reason, onDone: () => setParting(null) })
  return (
    <>
      {matches
        .filter(match => match.decision === null)
        .map(match => (
          <OpenQuestion
            key={match.other.personId}
            match={match}
            busy={decide.busy}
            onSame={() => decide.say(match, { same: true, reason: null })}
            onOther={() => setParting(match)}
          />
        ))}
      {decided.length > 0 && (
        <Section title="In other cases" level={3}>
          <Stack gap={4}>
            {decided.map(match => (
              <Decided
                key={match.other.personId}
                match={match}
                busy={decide.busy}
                onSame={() => decide.say(match, { same: true, reason: null })}
                onOther={() => setParting(match)}
              />
            ))}
          </Stack>
        </Section>
      )}
      <ConfirmDialog
        title="Someone else with the same details?"
        open={parting !== null}
        onClose={() => setParting(null)}
        confirmLabel="They are two people"
        onConfirm={part}
        busy={decide.busy}
        error={decide.error}
        reason={{
          label: 'How do you know?',
          hint: 'For example: a different year of birth, seen on the papers.',
          min: 3,
        }}
      >
        Both cases keep this answer with your name. It can be changed.
      </ConfirmDialog>
    </>
  )
}

type Saying = { same: boolean; reason: string | null; onDone?: () => void }

function useDecide() {
  const decide = useCommand('people.decideMatch')
  const say = ({ personId, other }: PersonMatch, { same, reason, onDone }: Saying) =>
    decide.mutate(
      { personId, otherId: other.personId, same, reason },
      {
        onSuccess: () => {
          onDone?.()
          toast(same ? 'Kept: one person in two cases' : 'Kept: two people')
        },
        onError: () => toast(refused, { tone: 'danger' }),
      },
    )
  return { say, busy: decide.isPending, error: decide.error }
}

type MatchProps = { match: PersonMatch; busy: boolean; onSame: () => void; onOther: () => void }

function OpenQuestion({ match, busy, onSame, onOther }: MatchProps) {
  return (
    <Banner
      tone={match.conflict ? 'danger' : 'info'}
      title={matchTitle(match)}
      actions={
        <>
          <Button size="small" busy={busy} onClick={onSame}>
            Same person
          </Button>
          <Button size="small" busy={busy} onClick={onOther}>
            Someone else…
          </Button>
          <ShowOther match={match} />
        </>
      }
    >
      {match.other.name}. {reasonsWords(match.reasons)}
      {match.conflict && ` ${conflictAdvice}`}
    </Banner>
  )
}

function Decided({ match, busy, onSame, onOther }: MatchProps) {
  const nameOf = useUserNames()
  const { decision, other, conflict } = match
  if (decision === null) return null
  const byline = `${nameOf(decision.by)}, ${showMoment(decision.at, london)}`
  const standing = decision.same && conflict
  const words = decision.same ? `Also ${whereWords(other)}` : `Not ${other.name}, ${whereWords(other)}`
  return (
    <Stack gap={1} align="start">
      {standing ? (
        <Banner tone="danger" title={`Conflict: ${whereWords(other)}`}>
          {conflictAdvice}
        </Banner>
      ) : (
        <Text>{words}</Text>
      )}
      <Muted>
        {decision.reason === null ? '' : `${decision.reason}. `}
        {byline}
      </Muted>
      <Row gap={2}>
        <Button size="small" kind="quiet" busy={busy} onClick={decision.same ? onOther : onSame}>
          {decision.same ? 'Not the same after all…' : 'The same after all'}
        </Button>
        {decision.same && <ShowOther match={match} />}
      </Row>
    </Stack>
  )
}

function ShowOther({ match: { other } }: { match: PersonMatch }) {
  const navigate = useNavigate()
  const show = () =>
    void navigate({
      to: '/cases/$caseId/people',
      params: { caseId: other.caseId },
      search: { selected: other.personId },
    })
  return (
    <Button size="small" kind="quiet" onClick={show}>
      Show in {other.reference}
    </Button>
  )
}
