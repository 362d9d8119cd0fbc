import type { Person } from '../../../shared/features/people.ts'
import type { SafeContact, SafeContactPlan } from '../../../shared/features/safe-contact.ts'
import { useCall, useCommand } from '../../lib/api.ts'
import { DetailPane } from '../../ui/DetailPane.tsx'
import { EditRecord } from '../../ui/EditRecord.tsx'
import { LoadingState } from '../../ui/LoadingState.tsx'
import type { ContactPlace } from './contact-place.ts'
import { useNumberNames } from './number-names.ts'
import { blankPlan, toPlanAnswers } from './plan-answers.ts'
import { usePlanForm } from './plan-form.ts'
import { diffOfPlans } from './plan-fields.ts'
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
  const start = record ? toPlanAnswers(record.plan, record.revision) : blankPlan
  const nameOf = useNumberNames(person.caseId)
  const form = usePlanForm(`safe-contact:${person.id}`, start)
  return (
    <EditRecord
      noun="plan"
      title={`Safe contact with ${person.name}`}
      formLabel="Safe contact"
      submitLabel="Save: agreed with them today"
      saveChosenLabel="Save the chosen answers: agreed with them today"
      savedWords="Safe-contact plan saved"
      form={form}
      saving={save}
      save={(plan, revision, onAnswer) =>
        save.mutate(
          { personId: person.id, revision, plan },
          {
            onSuccess: answer =>
              onAnswer(answer.outcome === 'saved' ? answer : { ...answer, current: stamped(answer.current) }),
          },
        )
      }
      draftOf={answers => answers.plan}
      toTyped={toPlanAnswers}
      diff={(theirs, mine) => diffOfPlans(theirs, mine, nameOf)}
      place={{ show: place.close, edit: place.editPlan, close: place.close }}
    >
      <PlanQuestions form={form} person={person} />
    </EditRecord>
  )
}

type StampedPlan = SafeContactPlan & Pick<SafeContact, 'revision' | 'updatedAt' | 'updatedBy'>
const stamped = ({ plan, revision, updatedAt, updatedBy }: SafeContact): StampedPlan => ({
  ...plan,
  ...{ revision, updatedAt, updatedBy },
})
