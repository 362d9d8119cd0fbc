import type { Person } from '../../../shared/features/people.ts'
import type { SafeContact } from '../../../shared/features/safe-contact.ts'
import { london } from '../../../shared/kernel/dates.ts'
import { dayOf, showDay } from '../../../shared/kernel/uk-dates.ts'
import { agreementWords, planQuestions as questions, planStateReasons } from '../../../shared/wording/safe-contact.ts'
import { ago } from '../../../shared/wording/when.ts'
import { useCall, useCommand } from '../../lib/api.ts'
import { useToday } from '../../lib/today.ts'
import { useUserNames } from '../../lib/user-names.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { Row } from '../../ui/Layout.tsx'
import { LoadingState } from '../../ui/LoadingState.tsx'
import { PropertyList } from '../../ui/PropertyList.tsx'
import { Section } from '../../ui/Section.tsx'
import { Muted } from '../../ui/Text.tsx'
import { toast } from '../../ui/toast.ts'
import type { ContactPlace } from './contact-place.ts'
import { hoursLines, useNumberNames } from './number-names.ts'

type Props = { person: Person; place: ContactPlace; editable: boolean }

/** A person's safe-contact plan, and whether it counts now. */
export function SafeContactSummary({ person, place, editable }: Props) {
  const found = useCall('safeContact.find', { personId: person.id }, { everyMs: 60_000 }) // a plan grows too old by itself
  const record = found.data?.record ?? null
  const edit = editable && found.data && (
    <Button size="small" icon={record ? 'edit' : 'add'} onClick={place.editPlan}>
      {record ? 'Change the plan' : 'Make a plan'}
    </Button>
  )
  return (
    <Section title="Safe contact" level={3} actions={edit}>
      {found.error ? (
        <ErrorState error={found.error} title="The plan could not be read" onRetry={() => void found.refetch()} />
      ) : found.isPending ? (
        <LoadingState label="Reading the plan" rows={2} />
      ) : record ? (
        <Plan record={record} place={place} editable={editable} />
      ) : (
        <Banner tone="warning" title="Nothing is agreed yet">
          Until there is a plan, confidential numbers and addresses are not shown to anyone without a reason.
        </Banner>
      )}
    </Section>
  )
}

function Plan({ record, place, editable }: { record: SafeContact } & Pick<Props, 'place' | 'editable'>) {
  const today = useToday()
  const nameOf = useUserNames()
  const numberOf = useNumberNames(record.caseId)
  const confirm = useCommand('safeContact.confirm')
  const { plan, state, confirmedAt, confirmedBy, personId, revision } = record
  const day = dayOf(confirmedAt, london)
  const again = editable && (
    <Button
      size="small"
      busy={confirm.isPending}
      onClick={() => confirm.mutate({ personId, revision }, { onSuccess: () => toast('Confirmed with them today') })}
    >
      Confirmed with them, nothing changed
    </Button>
  )
  return (
    <>
      {state === 'current' ? null : (
        <Banner tone="warning" title="This plan does not count until it is confirmed again" actions={again}>
          {planStateReasons[state]}
        </Banner>
      )}
      <PropertyList
        rows={[
          { label: questions.windows, value: hoursLines(plan.windows, numberOf) },
          { label: questions.askFor, value: plan.askFor },
          { label: questions.codeWord, value: plan.codeWord && 'Agreed; shown when a number is' },
          { label: questions.whoMayAnswer, value: plan.whoMayAnswer },
          {
            label: questions.voicemail,
            value: agreementWords[plan.voicemail],
            note: plan.voicemailScript ?? undefined,
          },
          { label: questions.text, value: agreementWords[plan.text] },
          { label: questions.email, value: agreementWords[plan.email] },
          { label: questions.emailWatched, value: plan.email === 'yes' ? agreementWords[plan.emailWatched] : null },
          { label: questions.post, value: agreementWords[plan.post] },
          { label: questions.withheldNumber, value: agreementWords[plan.withheldNumber] },
          { label: questions.interpreter, value: plan.interpreter },
          { label: questions.sharedDevices, value: plan.sharedDevices },
          { label: questions.otherContact, value: plan.otherContact },
          { label: questions.doctor, value: plan.doctor },
          { label: questions.note, value: plan.note },
        ].filter(({ label, value }) => value !== null || label === questions.windows)}
      />
      <Muted>
        Confirmed {ago(day, today)}, {showDay(day)}, by {nameOf(confirmedBy)}. Counts for {plan.confirmEveryDays} days.
      </Muted>
      <Row gap={2}>
        {state === 'current' && again}
        {revision > 1 && (
          <Button kind="quiet" size="small" icon="history" onClick={place.showPlanVersions}>
            What was agreed before
          </Button>
        )}
      </Row>
    </>
  )
}
