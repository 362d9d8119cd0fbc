import type { Hearing } from '../../../shared/features/hearings.ts'
import { hearingHints } from '../../../shared/wording/hearings.ts'
import { useCommand } from '../../lib/api.ts'
import { EditRecord } from '../../ui/EditRecord.tsx'
import { FormSection } from '../../ui/Form.tsx'
import { toAnswers } from './hearing-answers.ts'
import { diffOf } from './hearing-fields.ts'
import { useHearingForm } from './hearing-form.ts'
import { HearingFields } from './HearingFields.tsx'
import type { HearingsPlace } from './hearings-place.ts'
import { OutcomeFields } from './OutcomeFields.tsx'

/** Corrects a hearing. Where somebody else saved in between, both versions are shown and nothing is lost. */
export function EditHearing({ hearing, place }: { hearing: Hearing; place: HearingsPlace }) {
  const update = useCommand('hearings.update')
  const form = useHearingForm(`hearing:edit:${hearing.id}`, toAnswers(hearing, hearing.revision))
  const { caseId, id, outcome } = hearing
  return (
    <EditRecord
      noun="hearing"
      form={form}
      saving={update}
      save={(draft, revision, onSuccess) => update.mutate({ id, revision, hearing: draft }, { onSuccess })}
      draftOf={answers => answers.hearing}
      toTyped={toAnswers}
      diff={diffOf}
      place={{ show: () => place.select(hearing.id), edit: () => place.edit(hearing.id), close: place.close }}
    >
      <HearingFields form={form} caseId={caseId} exceptId={id} whenHint={hearingHints.whenCorrect} />
      {outcome !== null && (
        <FormSection title="Outcome">
          <OutcomeFields
            inputOf={name => form.getInputProps(`outcome.${name}`)}
            conclusion={form.getValues().outcome?.conclusion ?? null}
            fixed={hearing.next !== null}
          />
        </FormSection>
      )}
    </EditRecord>
  )
}
