import { useState } from 'react'
import type { Order, OrderDraft } from '../../../shared/features/orders.ts'
import { london } from '../../../shared/kernel/dates.ts'
import { showMoment } from '../../../shared/kernel/uk-dates.ts'
import { useCommand } from '../../lib/api.ts'
import { writeDraft } from '../../lib/drafts.ts'
import { useUserNames } from '../../lib/user-names.ts'
import { ConflictView } from '../../ui/ConflictView.tsx'
import { DetailPane } from '../../ui/DetailPane.tsx'
import { DraftForm, forget } from '../../ui/DraftForm.tsx'
import { focusList } from '../../ui/list-focus.ts'
import { toast } from '../../ui/toast.ts'
import { combineOrders, orderDiff } from './order-fields.ts'
import type { OrderPlace } from './order-place.ts'
import { orderToTyped } from './order-typed.ts'
import { OrderFields, useOrderForm } from './OrderFields.tsx'
import { usePeople } from './party-words.ts'

type Conflict = { current: Order; yours: OrderDraft }

/** Corrects an order. Where somebody else saved in between, both versions are shown and nothing is lost. */
export function EditOrder({ order, place }: { order: Order; place: OrderPlace }) {
  const draftKey = `order:edit:${order.id}`
  const update = useCommand('orders.update')
  const form = useOrderForm(draftKey, orderToTyped(order, order.revision))
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const userNameOf = useUserNames()
  const { nameOf } = usePeople(place.caseId)

  const finish = (words: string) =>
    forget(form).then(() => {
      toast(words)
      place.select(order.id)
      focusList()
    })
  const save = (draft: OrderDraft, revision: number) =>
    update.mutate(
      { id: order.id, revision, order: draft },
      { onSuccess: answer => (answer.outcome === 'conflict' ? setConflict(answer) : void finish('Changes saved')) },
    )
  const takeTheirs = () => {
    const mine = form.getValues()
    const bringBack = () => void writeDraft(draftKey, mine).then(() => place.edit(order.id))
    void forget(form).then(() => {
      place.select(order.id)
      toast('Their version stands', { tone: 'info', action: { label: 'Bring mine back', onSelect: bringBack } })
    })
  }

  if (conflict) {
    const { current, yours } = conflict
    return (
      <DetailPane title="Two versions of this order" onClose={() => setConflict(null)}>
        <ConflictView
          who={userNameOf(current.updatedBy)}
          when={showMoment(current.updatedAt, london)}
          fields={orderDiff(current, yours, nameOf)}
          busy={update.isPending}
          error={update.error}
          onKeepMine={() => save(yours, current.revision)}
          onTakeTheirs={takeTheirs}
          onCombine={fromTheirs => {
            form.setValues(orderToTyped(combineOrders(yours, current, fromTheirs), current.revision))
            setConflict(null)
          }}
        />
      </DetailPane>
    )
  }
  return (
    <DetailPane title="Edit order" onClose={place.close}>
      <DraftForm
        form={form}
        label="Edit order"
        busy={update.isPending}
        error={update.error}
        onSubmit={form.onSubmit(answers => save(answers.order, answers.revision))}
        onClose={place.close}
        submitLabel="Save changes"
      >
        <OrderFields form={form} place={place} id={order.id} />
      </DraftForm>
    </DetailPane>
  )
}
