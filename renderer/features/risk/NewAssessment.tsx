import type { InstrumentKey } from '../../../shared/features/instruments.ts'
import type { Instrument } from '../../../shared/rules/instruments.ts'
import { count } from '../../../shared/wording/when.ts'
import { useCall, useCommand } from '../../lib/api.ts'
import { Button } from '../../ui/Button.tsx'
import { DetailPane } from '../../ui/DetailPane.tsx'
import { DraftForm, forget } from '../../ui/DraftForm.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { Stack } from '../../ui/Layout.tsx'
import { focusList } from '../../ui/list-focus.ts'
import { LoadedRecord } from '../../ui/LoadedRecord.tsx'
import { useShortcut } from '../../ui/shortcuts.ts'
import { Muted } from '../../ui/Text.tsx'
import { toast } from '../../ui/toast.ts'
import { blankAssessment } from './risk-answers.ts'
import type { RiskPlace } from './risk-place.ts'
import { RiskFields, useRiskForm } from './RiskFields.tsx'

/** A new assessment: first which form, then its questions. */
export function NewAssessment({ place }: { place: RiskPlace }) {
  return place.form === null ? <ChooseForm place={place} /> : <Loaded chosen={place.form} place={place} />
}

/** The newest version of each form. */
function ChooseForm({ place }: { place: RiskPlace }) {
  const forms = useCall('instruments.list', {})
  useShortcut('Escape', 'Close', place.close)
  return (
    <DetailPane title="Assess risk" subtitle="Which form?" onClose={place.close}>
      {forms.error ? (
        <ErrorState error={forms.error} onRetry={() => void forms.refetch()} />
      ) : (
        <Stack gap={3} align="start">
          {forms.data?.rows
            .filter(({ newest }) => newest)
            .map(form => (
              <Stack key={form.id} gap={1} align="start">
                <Button icon="risk" onClick={() => place.choose(form)}>
                  {form.title}
                </Button>
                <Muted>
                  {form.items === 0 ? 'No topics, a reason alone' : count(form.items, 'topic')}
                  {form.loadedAt === null ? '. Waymark’s own short labels.' : '. Loaded by your organisation.'}
                </Muted>
              </Stack>
            ))}
          <Muted>
            Before you ask: how long can they talk, is it safe, where are the other person and the children? Say why you
            ask, and what a high level may lead to.
          </Muted>
        </Stack>
      )}
    </DetailPane>
  )
}

function Loaded({ chosen, place }: { chosen: InstrumentKey; place: RiskPlace }) {
  const found = useCall('instruments.find', chosen)
  return (
    <LoadedRecord found={found} label="Loading the form">
      {pack => <NewForm pack={pack} place={place} />}
    </LoadedRecord>
  )
}

function NewForm({ pack, place }: { pack: Instrument; place: RiskPlace }) {
  const record = useCommand('riskAssessments.record')
  const draftKey = `risk-assessment:new:${place.caseId}:${pack.id}:${String(pack.version)}`
  const form = useRiskForm(pack, draftKey, blankAssessment(pack))
  const save = form.onSubmit(({ assessment }) =>
    record.mutate(
      { caseId: place.caseId, assessment },
      {
        onSuccess: ({ id }) =>
          void forget(form).then(() => {
            toast('Assessment recorded')
            place.select(id)
            focusList()
          }),
      },
    ),
  )
  return (
    <DetailPane title="Assess risk" subtitle={pack.title} onClose={place.close}>
      <DraftForm
        form={form}
        label="Assess risk"
        busy={record.isPending}
        error={record.error}
        onSubmit={save}
        onClose={place.close}
        submitLabel="Save assessment"
      >
        <RiskFields form={form} pack={pack} caseId={place.caseId} beforeId={null} />
      </DraftForm>
    </DetailPane>
  )
}
