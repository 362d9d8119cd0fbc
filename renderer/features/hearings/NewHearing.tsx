import type { Hearing } from '../../../shared/features/hearings.ts'
import { hearingHints } from '../../../shared/wording/hearings.ts'
import { showWhen } from '../../../shared/wording/when.ts'
import { useCall, useCommand } from '../../lib/api.ts'
import { Banner } from '../../ui/Banner.tsx'
import { DetailPane } from '../../ui/DetailPane.tsx'
import { DraftForm, forget } from '../../ui/DraftForm.tsx'
import { focusList } from '../../ui/list-focus.ts'
import { LoadingState } from '../../ui/LoadingState.tsx'
import { toast } from '../../ui/toast.ts'
import { blankHearing, carriedOver } from './hearing-answers.ts'
import { useHearingForm } from './hearing-form.ts'
import { HearingFields, typedDay } from './HearingFields.tsx'
import type { HearingsPlace } from './hearings-place.ts'
import { TaskChoice } from './TaskChoice.tsx'

export const newHearingDraftKey = (caseId: string): string => `hearing:new:${caseId}`

/** Lists a new hearing: one by itself, or the one that an earlier hearing waits for. */
export function NewHearing({ place }: { place: HearingsPlace }) {
  const { follows } = place.search
  if (follows === undefined) return <NewHearingForm place={place} before={null} />
  return <Following key={follows} place={place} follows={follows} />
}

function Following({ place, follows }: { place: HearingsPlace; follows: Hearing['id'] }) {
  const before = useCall('hearings.find', { id: follows }).data
  if (!before) return <LoadingState label="Loading the hearing before" shape="form" />
  return <NewHearingForm place={place} before={before} />
}

function NewHearingForm({ place, before }: { place: HearingsPlace; before: Hearing | null }) {
  const { caseId } = place
  const record = useCommand('hearings.record')
  const draftKey = before ? `hearing:next:${before.id}` : newHearingDraftKey(caseId)
  const form = useHearingForm(draftKey, before ? carriedOver(before) : blankHearing)
  const save = form.onSubmit(({ hearing, skipTasks }) =>
    record.mutate(
      { caseId, hearing, skipTasks, followsId: before?.id ?? null },
      {
        onSuccess: ({ id }) =>
          void forget(form).then(() => {
            toast('Hearing recorded')
            place.select(id)
            focusList()
          }),
      },
    ),
  )
  const { when, kind, skipTasks } = form.getValues()
  return (
    <DetailPane title={before ? 'The next hearing' : 'Record a hearing'} onClose={place.close}>
      <DraftForm
        form={form}
        label="Record a hearing"
        busy={record.isPending}
        error={record.error}
        onSubmit={save}
        onClose={place.close}
        submitLabel="Save hearing"
      >
        {before && (
          <Banner tone="info" title={`Follows the hearing of ${showWhen(before.when)}`}>
            {hearingHints.carriedOver}
          </Banner>
        )}
        <HearingFields form={form} caseId={caseId} exceptId={null} whenHint={hearingHints.when} />
        <TaskChoice
          kind={kind}
          day={typedDay(when)}
          skip={skipTasks}
          onSkip={skip => form.setFieldValue('skipTasks', skip)}
        />
      </DraftForm>
    </DetailPane>
  )
}
