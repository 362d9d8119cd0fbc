import { useCommand } from '../../lib/api.ts'
import { DetailPane } from '../../ui/DetailPane.tsx'
import { DraftForm, forget } from '../../ui/DraftForm.tsx'
import { focusList } from '../../ui/list-focus.ts'
import { toast } from '../../ui/toast.ts'
import type { OrderPlace } from './order-place.ts'
import { blankOrder } from './order-typed.ts'
import { OrderFields, useOrderForm } from './OrderFields.tsx'

export const newOrderDraftKey = (caseId: string): string => `order:new:${caseId}`

/** Records a new order. What is half typed waits under one key per case. */
export function NewOrder({ place }: { place: OrderPlace }) {
  const record = useCommand('orders.record')
  const form = useOrderForm(newOrderDraftKey(place.caseId), blankOrder)
  const save = form.onSubmit(({ order }) =>
    record.mutate(
      { caseId: place.caseId, order },
      {
        onSuccess: ({ id }) =>
          void forget(form).then(() => {
            toast('Order recorded')
            place.select(id)
            focusList()
          }),
      },
    ),
  )
  return (
    <DetailPane title="Record an order" onClose={place.close}>
      <DraftForm
        form={form}
        label="Record an order"
        busy={record.isPending}
        error={record.error}
        onSubmit={save}
        onClose={place.close}
        submitLabel="Save order"
      >
        <OrderFields form={form} place={place} id={null} />
      </DraftForm>
    </DetailPane>
  )
}
