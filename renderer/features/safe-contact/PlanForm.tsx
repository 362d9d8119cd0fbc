import { useState } from 'react'
import type { Person } from '../../../shared/features/people.ts'
import type { SafeContact, SafeContactPlan } from '../../../shared/features/safe-contact.ts'
import { london } from '../../../shared/kernel/dates.ts'
import { showMoment } from '../../../shared/kernel/uk-dates.ts'
import { useCall, useCommand } from '../../lib/api.ts'
import { useUserNames } from '../../lib/user-names.ts'
import { ConflictView } from '../../ui/ConflictView.tsx'
import { DetailPane } from '../../ui/DetailPane.tsx'
import { DraftForm, forget } from '../../ui/DraftForm.tsx'
import { LoadingState } from '../../ui/LoadingState.tsx'
import { toast } from '../../ui/toast.ts'
import type { ContactPlace } from './contact-place.ts'
import { blankPlan, toPlanAnswers } from './plan-answers.ts'
import { usePlanForm } from './plan-form.ts'
import { combinePlans, diffOfPlans } from './plan-fields.ts'
import { PlanQuestions } from './PlanQuestions.tsx'

/** Makes or changes how a person may be reached. */
export function PlanForm({ person, place }: { person: Person; place: ContactPlace }) {
  const found = useCall('safeContact.find', { personId: person.id })
  if (!found.data)
    return (
      <DetailPane title="Safe contact" onClose={place.close}>
        <LoadingState label="Reading the plan" rows={4} />
      </DetailPane>
    )
  return <Questions person={person} record={found.data.record} place={place} />
}

type Props = { person: Person; record: SafeContact | null; place: ContactPlace }

function Questions({ person, record, place }: Props) {
  const save = useCommand('safeContact.save')
  const nameOf = useUserNames()
  const start = record ? toPlanAnswers(record.plan, record.revision) : blankPlan
  const form = usePlanForm(`safe-contact:${person.id}`, start)
  const [conflict, setConflict] = useState<{ current: SafeContact; yours: SafeContactPlan } | null>(null)
  const finish = (words: string) =>
    void forget(form).then(() => {
      toast(words)
      place.close()
    })
  const send = (plan: SafeContactPlan, revision: number) =>
    save.mutate(
      { personId: person.id, revision, plan },
      {
        onSuccess: answer => (answer.outcome === 'conflict' ? setConflict(answer) : finish('Safe-contact plan saved')),
      },
    )
  if (conflict) {
    const { current, yours } = conflict
    return (
      <DetailPane title="Two versions of this plan" onClose={() => setConflict(null)}>
        <ConflictView
          who={nameOf(current.updatedBy)}
          when={showMoment(current.updatedAt, london)}
          fields={diffOfPlans(current.plan, yours)}
          busy={save.isPending}
          error={save.error}
          onKeepMine={() => send(yours, current.revision)}
          onTakeTheirs={() => finish('Their version stands')}
          onCombine={fromTheirs => {
            form.setValues(toPlanAnswers(combinePlans(yours, current.plan, fromTheirs), current.revision))
            setConflict(null)
          }}
        />
      </DetailPane>
    )
  }
  return (
    <DetailPane title={`Safe contact with ${person.name}`} onClose={place.close}>
      <DraftForm
        form={form}
        label="Safe contact"
        busy={save.isPending}
        error={save.error}
        onSubmit={form.onSubmit(({ plan, revision }) => send(plan, revision))}
        onClose={place.close}
        submitLabel="Save: agreed with them today"
      >
        <PlanQuestions form={form} person={person} />
      </DraftForm>
    </DetailPane>
  )
}
