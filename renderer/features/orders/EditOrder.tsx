import type { Order } from '../../../shared/features/orders.ts'
import { useCommand } from '../../lib/api.ts'
import { EditRecord } from '../../ui/EditRecord.tsx'
import { orderDiff } from './order-fields.ts'
import type { OrderPlace } from './order-place.ts'
import { orderToTyped } from './order-typed.ts'
import { OrderFields, useOrderForm } from './OrderFields.tsx'
import { usePeople } from './party-words.ts'

/** Corrects an order. Where somebody else saved in between, both versions are shown and nothing is lost. */
export function EditOrder({ order, place }: { order: Order; place: OrderPlace }) {
  const update = useCommand('orders.update')
  const form = useOrderForm(`order:edit:${order.id}`, orderToTyped(order, order.revision))
  const { nameOf } = usePeople(place.caseId)
  return (
    <EditRecord
      noun="order"
      form={form}
      saving={update}
      save={(draft, revision, onSuccess) => update.mutate({ id: order.id, revision, order: draft }, { onSuccess })}
      draftOf={answers => answers.order}
      toTyped={orderToTyped}
      diff={(theirs, mine) => orderDiff(theirs, mine, nameOf)}
      place={{ show: () => place.select(order.id), edit: () => place.edit(order.id), close: place.close }}
    >
      <OrderFields form={form} place={place} id={order.id} />
    </EditRecord>
  )
}
