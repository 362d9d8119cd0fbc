import { useState } from 'react'
import type { Hearing, HearingDraft } from '../../../shared/features/hearings.ts'
import { london } from '../../../shared/kernel/dates.ts'
import { showMoment } from '../../../shared/kernel/uk-dates.ts'
import { hearingHints } from '../../../shared/wording/hearings.ts'
import { useCommand } from '../../lib/api.ts'
import { writeDraft } from '../../lib/drafts.ts'
import { useUserNames } from '../../lib/user-names.ts'
import { ConflictView } from '../../ui/ConflictView.tsx'
import { DetailPane } from '../../ui/DetailPane.tsx'
import { DraftForm, forget } from '../../ui/DraftForm.tsx'
import { FormSection } from '../../ui/Form.tsx'
import { focusList } from '../../ui/list-focus.ts'
import { toast } from '../../ui/toast.ts'
import { toAnswers } from './hearing-answers.ts'
import { combine, diffOf } from './hearing-fields.ts'
import { useHearingForm } from './hearing-form.ts'
import { HearingFields } from './HearingFields.tsx'
import type { HearingsPlace } from './hearings-place.ts'
import { OutcomeFields } from './OutcomeFields.tsx'

type Conflict = { current: Hearing; yours: HearingDraft }

/** Corrects a hearing. Where somebody else saved in between, both versions are shown and nothing is lost. */
export function EditHearing({ hearing, place }: { hearing: Hearing; place: HearingsPlace }) {
  const draftKey = `hearing:edit:${hearing.id}`
  const update = useCommand('hearings.update')
  const form = useHearingForm(draftKey, toAnswers(hearing, hearing.revision))
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const nameOf = useUserNames()

  const finish = (words: string) =>
    forget(form).then(() => {
      toast(words)
      place.select(hearing.id)
      focusList()
    })
  const save = (draft: HearingDraft, revision: number) =>
    update.mutate(
      { id: hearing.id, revision, hearing: draft },
      { onSuccess: answer => (answer.outcome === 'conflict' ? setConflict(answer) : void finish('Changes saved')) },
    )
  const takeTheirs = () => {
    const mine = form.getValues()
    const bringBack = () => void writeDraft(draftKey, mine).then(() => place.edit(hearing.id))
    void forget(form).then(() => {
      place.select(hearing.id)
      toast('Their version stands', { tone: 'info', action: { label: 'Bring mine back', onSelect: bringBack } })
    })
  }

  if (conflict) {
    const { current, yours } = conflict
    return (
      <DetailPane title="Two versions of this hearing" onClose={() => setConflict(null)}>
        <ConflictView
          who={nameOf(current.updatedBy)}
          when={showMoment(current.updatedAt, london)}
          fields={diffOf(current, yours)}
          busy={update.isPending}
          error={update.error}
          onKeepMine={() => save(yours, current.revision)}
          onTakeTheirs={takeTheirs}
          onCombine={fromTheirs => {
            form.setValues(toAnswers(combine(yours, current, fromTheirs), current.revision))
            setConflict(null)
          }}
        />
      </DetailPane>
    )
  }
  const { caseId, id, outcome } = hearing
  return (
    <DetailPane title="Edit hearing" onClose={place.close}>
      <DraftForm
        form={form}
        label="Edit hearing"
        busy={update.isPending}
        error={update.error}
        onSubmit={form.onSubmit(answers => save(answers.hearing, answers.revision))}
        onClose={place.close}
        submitLabel="Save changes"
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
      </DraftForm>
    </DetailPane>
  )
}
