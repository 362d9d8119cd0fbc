import { useState } from 'react'
import * as z from 'zod'
import { HearingMoveDraft, type Hearing } from '../../../shared/features/hearings.ts'
import { showWhen } from '../../../shared/wording/when.ts'
import { useCommand } from '../../lib/api.ts'
import { useUserNames } from '../../lib/user-names.ts'
import { Banner } from '../../ui/Banner.tsx'
import { DayField } from '../../ui/DayField.tsx'
import { DetailPane } from '../../ui/DetailPane.tsx'
import { DraftForm, forget } from '../../ui/DraftForm.tsx'
import { useDraftForm } from '../../ui/draft-form.ts'
import { FieldRow } from '../../ui/Form.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { toast } from '../../ui/toast.ts'
import { optionalWords, words } from '../../ui/answer-schemas.ts'
import { blankWhen, DayText, WhenText } from '../../ui/typed-dates.ts'
import { WhenField } from '../../ui/WhenField.tsx'
import { ClashBanner } from './ClashBanner.tsx'
import { hearingPrecisions, typedDay } from './HearingFields.tsx'
import type { HearingsPlace } from './hearings-place.ts'

const MoveAnswers = z
  .strictObject({
    revision: z.int(),
    to: WhenText,
    reason: words(500).min(1),
    toldBy: optionalWords(160),
    toldOn: DayText.nullable(),
  })
  .transform(({ revision, ...move }) => ({ revision, move: HearingMoveDraft.parse(move) }))

/** Another date for a hearing. The one it has is kept, with the reason. */
export function MoveHearing({ hearing, place }: { hearing: Hearing; place: HearingsPlace }) {
  const move = useCommand('hearings.move')
  const start = { revision: hearing.revision, to: blankWhen(hearing.when.zone), reason: '', toldBy: null, toldOn: null }
  const form = useDraftForm(MoveAnswers, `hearing:move:${hearing.id}`, start)
  const [theirs, setTheirs] = useState<Hearing | null>(null)
  const nameOf = useUserNames()
  const save = form.onSubmit(answers =>
    move.mutate(
      { id: hearing.id, ...answers },
      {
        onSuccess: answer => {
          if (answer.outcome === 'saved')
            return void forget(form).then(() => {
              toast('Hearing moved. The tasks that follow it moved with it.')
              place.select(hearing.id)
            })
          setTheirs(answer.current)
          form.setFieldValue('revision', answer.current.revision)
        },
      },
    ),
  )
  return (
    <DetailPane title="Move this hearing" subtitle={`Now ${showWhen(hearing.when)}`} onClose={place.close}>
      <DraftForm
        form={form}
        label="Move this hearing"
        busy={move.isPending}
        error={move.error}
        onSubmit={save}
        onClose={place.close}
        submitLabel="Move hearing"
      >
        {theirs && (
          <Banner
            tone="warning"
            title={`${nameOf(theirs.updatedBy)} changed this hearing while you were writing`}
            announced
          >
            It now stands on {showWhen(theirs.when)}. What you wrote is kept: save again to move it from there, or
            close.
          </Banner>
        )}
        <WhenField label="New date" precisions={hearingPrecisions} autoFocus {...form.getInputProps('to')} />
        <ClashBanner caseId={hearing.caseId} day={typedDay(form.getValues().to)} exceptId={hearing.id} />
        <TextField label="Why it was moved" lines={2} maxLength={500} {...form.getInputProps('reason')} />
        <FieldRow>
          <TextField label="Who told you" optional maxLength={160} {...form.getInputProps('toldBy')} />
          <DayField label="Told on" optional {...form.getInputProps('toldOn')} />
        </FieldRow>
      </DraftForm>
    </DetailPane>
  )
}
