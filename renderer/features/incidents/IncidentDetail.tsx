import type { Incident } from '../../../shared/features/incidents.ts'
import { behaviourGroups, behaviourLabel, groupOf } from '../../../shared/rules/behaviours.ts'
import {
  answeredWords,
  incidentQuestions as questions,
  reportedWords,
  sourceTold,
} from '../../../shared/wording/incidents.ts'
import { showWhen } from '../../../shared/wording/when.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { DetailPane } from '../../ui/DetailPane.tsx'
import { Stack } from '../../ui/Layout.tsx'
import { BelongsTogether } from '../../ui/LinkedRecords.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { PropertyList } from '../../ui/PropertyList.tsx'
import { EnteredInError, RecordStamp } from '../../ui/RecordStamp.tsx'
import { Section } from '../../ui/Section.tsx'
import { useShortcut } from '../../ui/shortcuts.ts'
import { Muted, Prose } from '../../ui/Text.tsx'
import { Attachments } from './Attachments.tsx'
import type { IncidentActions } from './incident-actions.ts'
import { fearLine } from './incident-fields.ts'
import type { IncidentPlace } from './incident-place.ts'

type DetailProps = { incident: Incident; place: IncidentPlace; actions: IncidentActions; closed: boolean }

/** One incident, whole, beside the list: facts first, by who said them, opinion apart. */
export function IncidentDetail({ incident, place, actions, closed }: DetailProps) {
  const editable = incident.withdrawnReason === null && !closed
  const editWords = incident.finished ? 'Edit' : 'Complete it'
  useShortcut('E', 'Edit this incident', { run: () => place.edit(incident.id), enabled: editable })
  useShortcut('Escape', 'Close this incident', place.close)
  return (
    <DetailPane
      title={showWhen(incident.when)}
      subtitle={sourceTold[incident.source]}
      onClose={place.close}
      actions={
        <>
          {editable && (
            <Button
              size="small"
              kind={incident.finished ? undefined : 'primary'}
              icon="edit"
              onClick={() => place.edit(incident.id)}
              shortcut="E"
            >
              {editWords}
            </Button>
          )}
          <Menu label="More about this incident" items={actions.menuOf(incident)} />
        </>
      }
    >
      <Stack gap={4}>
        <EnteredInError record={incident} actions={actions} />
        {incident.withdrawnReason === null && !incident.finished && (
          <Banner tone="info" title="Captured quickly, to be completed">
            Add what is missing while it is fresh: behaviour, effect, whether it was reported.
          </Banner>
        )}
        <Accounts incident={incident} />
        <Behaviours incident={incident} />
        <Facts incident={incident} />
        <BelongsTogether id={incident.id} label={questions.links} />
        <Attachments eventId={incident.id} place={place} editable={editable} />
        <RecordStamp record={incident} onVersions={() => place.showVersions(incident.id)} />
      </Stack>
    </DetailPane>
  )
}

const accounts = ['clientSaid', 'observed', 'othersSaid', 'impact', 'opinion'] as const

function Accounts({ incident }: Pick<DetailProps, 'incident'>) {
  return (
    <div>
      {accounts.map(name => {
        const words = incident[name]
        return (
          words !== null && (
            <Section key={name} title={questions[name]} level={3}>
              <Prose>{words}</Prose>
            </Section>
          )
        )
      })}
    </div>
  )
}

function Behaviours({ incident }: Pick<DetailProps, 'incident'>) {
  const { behaviours } = incident
  const groups = behaviourGroups.map(({ id, label }) => ({
    label,
    value: behaviours
      .filter(code => groupOf(code) === id)
      .map(behaviourLabel)
      .join(', '),
  }))
  const others = behaviours.filter(code => groupOf(code) === null).map(behaviourLabel)
  const rows = [...groups, { label: 'Other', value: others.join(', ') }].filter(({ value }) => value !== '')
  return (
    <Section title="Behaviour" level={3}>
      {rows.length === 0 ? <Muted>Not coded yet</Muted> : <PropertyList rows={rows} />}
    </Section>
  )
}

function Facts({ incident }: Pick<DetailProps, 'incident'>) {
  const { place, fear, witnesses, reference, orderBreached } = incident
  return (
    <PropertyList
      rows={[
        { label: questions.place, value: place },
        { label: questions.fear, value: fearLine(fear), missing: fear.missing },
        { label: questions.witnesses, value: witnesses },
        { label: 'Police', value: reportedWords(incident), note: reference === null ? undefined : `Ref. ${reference}` },
        { label: 'Breach of an order or bail', value: answeredWords[orderBreached] },
      ]}
    />
  )
}
