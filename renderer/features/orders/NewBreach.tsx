import { useCommand } from '../../lib/api.ts'
import { DetailPane } from '../../ui/DetailPane.tsx'
import { DraftForm, forget } from '../../ui/DraftForm.tsx'
import { focusList } from '../../ui/list-focus.ts'
import { toast } from '../../ui/toast.ts'
import { blankBreach } from './breach-answers.ts'
import { BreachFields, useBreachForm } from './BreachFields.tsx'
import type { OrderPlace } from './order-place.ts'

/** Records a breach of the selected order. What is half typed waits under one key per order. */
export function NewBreach({ place }: { place: OrderPlace }) {
  const record = useCommand('breaches.record')
  const { selected, term } = place.search
  const form = useBreachForm(`breach:new:${selected ?? place.caseId}`, blankBreach(selected ?? null, term))
  const save = form.onSubmit(({ breach }) =>
    record.mutate(
      { caseId: place.caseId, breach },
      {
        onSuccess: ({ id, orderId }) =>
          void forget(form).then(() => {
            toast('Breach recorded')
            place.showBreach(id, orderId)
            focusList()
          }),
      },
    ),
  )
  return (
    <DetailPane title="Record a breach" onClose={place.close}>
      <DraftForm
        form={form}
        label="Record a breach"
        busy={record.isPending}
        error={record.error}
        onSubmit={save}
        onClose={place.close}
        submitLabel="Save breach"
      >
        <BreachFields form={form} place={place} id={null} />
      </DraftForm>
    </DetailPane>
  )
}
