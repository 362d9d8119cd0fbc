import type { Breach, BreachDraft } from '../../../shared/features/breaches.ts'
import type { Order, OrderDraft } from '../../../shared/features/orders.ts'
import type { EventId } from '../../../shared/kernel/ids.ts'
import { useCall, useCommand } from '../../lib/api.ts'
import type { MenuItem } from '../../ui/MenuItems.tsx'
import { toast } from '../../ui/toast.ts'
import { LoadedRecord } from '../../ui/LoadedRecord.tsx'
import { BreachDetail } from './BreachDetail.tsx'
import { breachDiff, breachOfVersion } from './breach-fields.ts'
import { EditBreach } from './EditBreach.tsx'
import { EditOrder } from './EditOrder.tsx'
import { NewBreach } from './NewBreach.tsx'
import { NewOrder } from './NewOrder.tsx'
import { OrderDetail } from './OrderDetail.tsx'
import { orderDiff, orderOfVersion } from './order-fields.ts'
import type { OrderPlace } from './order-place.ts'
import { usePeople } from './party-words.ts'
import { changedMeanwhile, refused, type RecordActions } from '../../ui/record-actions.ts'
import { RecordVersions } from '../../ui/RecordVersions.tsx'

type BesideProps = {
  place: OrderPlace
  actions: RecordActions
  menuOf: (order: Order) => MenuItem[]
  closed: boolean
}

/** What stands beside the list, if anything: a form, a breach, an order, or the versions of either. */
export function BesideOrders(props: BesideProps) {
  const { selected, breach, mode } = props.place.search
  if (mode === 'new') return <NewOrder place={props.place} />
  if (mode === 'break') return <NewBreach key={selected} place={props.place} />
  if (breach !== undefined) return <SelectedBreach key={breach} id={breach} {...props} />
  return selected === undefined ? null : <SelectedOrder key={selected} id={selected} {...props} />
}

function SelectedOrder({ id, place, actions, menuOf, closed }: BesideProps & { id: EventId }) {
  const found = useCall('orders.find', { id })
  return (
    <LoadedRecord found={found} label="Loading the order">
      {order => {
        if (place.search.mode === 'edit') return <EditOrder order={order} place={place} />
        if (place.search.mode === 'versions') return <OrderVersions order={order} place={place} closed={closed} />
        return <OrderDetail order={order} place={place} actions={actions} menu={menuOf(order)} closed={closed} />
      }}
    </LoadedRecord>
  )
}

function SelectedBreach({ id, place, actions, closed }: BesideProps & { id: EventId }) {
  const found = useCall('breaches.find', { id })
  return (
    <LoadedRecord found={found} label="Loading the breach">
      {breach => {
        if (place.search.mode === 'edit') return <EditBreach breach={breach} place={place} />
        if (place.search.mode === 'versions') return <BreachVersions breach={breach} place={place} closed={closed} />
        const menu = actions.menuOf(breach, {
          edit: () => place.editBreach(id),
          showVersions: () => place.showBreachVersions(id),
        })
        return <BreachDetail breach={breach} place={place} actions={actions} menu={menu} closed={closed} />
      }}
    </LoadedRecord>
  )
}

type Answer = { outcome: 'saved' | 'conflict' }
const told = (revision: number, done: () => void) => ({
  onSuccess: ({ outcome }: Answer) => {
    if (outcome === 'conflict') return void toast(changedMeanwhile, { tone: 'warning' })
    toast(`Version ${String(revision)} is back`)
    done()
  },
  onError: () => toast(refused, { tone: 'danger' }),
})

function OrderVersions({ order, place, closed }: { order: Order; place: OrderPlace; closed: boolean }) {
  const update = useCommand('orders.update')
  const { nameOf } = usePeople(place.caseId)
  const putBack = (draft: OrderDraft, version: number) =>
    update.mutate(
      { id: order.id, revision: order.revision, order: draft },
      told(version, () => place.select(order.id)),
    )
  return (
    <RecordVersions
      id={order.id}
      title="Versions of this order"
      busy={update.isPending}
      read={orderOfVersion}
      diff={(before, after) => orderDiff(before, after, nameOf)}
      onPutBack={order.withdrawnReason === null && !closed ? putBack : undefined}
      onClose={place.close}
    />
  )
}

function BreachVersions({ breach, place, closed }: { breach: Breach; place: OrderPlace; closed: boolean }) {
  const update = useCommand('breaches.update')
  const putBack = (draft: BreachDraft, version: number) =>
    update.mutate(
      { id: breach.id, revision: breach.revision, breach: draft },
      told(version, () => place.showBreach(breach.id, breach.orderId)),
    )
  return (
    <RecordVersions
      id={breach.id}
      title="Versions of this breach"
      busy={update.isPending}
      read={breachOfVersion}
      diff={breachDiff}
      onPutBack={breach.withdrawnReason === null && !closed ? putBack : undefined}
      onClose={place.close}
    />
  )
}
