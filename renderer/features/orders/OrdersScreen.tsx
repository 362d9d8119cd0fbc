import { useState } from 'react'
import type { OrderRow } from '../../../shared/features/orders.ts'
import { orderKindOf } from '../../../shared/rules/order-kinds.ts'
import { count } from '../../../shared/wording/when.ts'
import { useCall, usePages } from '../../lib/api.ts'
import { useDraftWaiting } from '../../lib/draft-waiting.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FilterToggle } from '../../ui/FilterChips.tsx'
import { Spacer } from '../../ui/Layout.tsx'
import type { MenuItem } from '../../ui/MenuItems.tsx'
import { Muted } from '../../ui/Text.tsx'
import { Toolbar } from '../../ui/Toolbar.tsx'
import { RecordButton } from '../../ui/RecordButton.tsx'
import { RecordScreen } from '../../ui/RecordScreen.tsx'
import { BesideOrders } from './BesideOrders.tsx'
import { newOrderDraftKey } from './NewOrder.tsx'
import { OrderGaps } from './OrderGaps.tsx'
import { OrderList } from './OrderList.tsx'
import { useOrderPlace, type OrderPlace } from './order-place.ts'
import { useRecordActions, type RecordActions } from '../../ui/record-actions.ts'
import { WithdrawRecord, type Withdrawable } from '../../ui/WithdrawRecord.tsx'

/** What protects the client and what doesn't: orders with their service, end and terms, and the breaches of each. */
export function OrdersScreen() {
  const place = useOrderPlace()
  const { caseId, search } = place
  const orders = usePages('orders.listForCase', { caseId, filter: { show: 'all', withdrawn: search.withdrawn } })
  const closed = useCall('cases.find', { id: caseId }).data?.status === 'closed'
  const [withdrawing, setWithdrawing] = useState<Withdrawable | null>(null)
  const actions = useRecordActions({ closed, askReason: setWithdrawing })
  const menuOf = (order: MenuOrder) => orderMenu(order, { place, actions, closed })
  const beside = search.mode === 'new' || (search.selected ?? search.breach) !== undefined
  return (
    <RecordScreen
      noun="orders"
      header={
        <>
          <FilterBar place={place} total={orders.total} closed={closed} />
          {search.mode === undefined && <OrderGaps orders={orders.rows} brief={beside} onOpen={place.select} />}
        </>
      }
      read={orders}
      list={
        <OrderList orders={orders} place={place} menuOf={menuOf} empty={<Nothing place={place} closed={closed} />} />
      }
      beside={beside ? <BesideOrders place={place} actions={actions} menuOf={menuOf} closed={closed} /> : null}
      wide={search.mode !== undefined}
    >
      <WithdrawRecord
        record={withdrawing}
        more="An order that has ended is no error: record how it ended instead."
        onClose={() => setWithdrawing(null)}
      />
    </RecordScreen>
  )
}

export type MenuOrder = Pick<OrderRow, 'id' | 'kind' | 'revision' | 'withdrawnReason'>
type MenuSetting = { place: OrderPlace; actions: RecordActions; closed: boolean }
function orderMenu(order: MenuOrder, { place, actions, closed }: MenuSetting): MenuItem[] {
  const { id, kind } = order
  const breakable = !closed && orderKindOf(kind)?.nature !== 'gap'
  const breach: MenuItem = {
    id: 'breach',
    label: 'Record a breach',
    icon: 'add',
    onSelect: () => place.recordBreach(id),
  }
  return actions.menuOf(order, {
    edit: () => place.edit(id),
    showVersions: () => place.showVersions(id),
    more: breakable ? [breach] : [],
  })
}

function FilterBar({ place, total, closed }: { place: OrderPlace; total: number; closed: boolean }) {
  const { withdrawn, mode } = place.search
  const waiting = useDraftWaiting(newOrderDraftKey(place.caseId), mode === 'new')
  return (
    <Toolbar label="Orders">
      <FilterToggle label="Show entered in error" on={withdrawn} onChange={place.showWithdrawn} />
      <Muted>{count(total, 'order')}</Muted>
      <Spacer />
      <RecordButton label="Record an order" waiting={waiting} closed={closed} onRecord={place.record} />
    </Toolbar>
  )
}

function Nothing({ place, closed }: { place: OrderPlace; closed: boolean }) {
  const record = closed ? undefined : (
    <Button kind="primary" icon="add" onClick={place.record}>
      Record an order
    </Button>
  )
  return (
    <EmptyState icon="order" title="No order recorded yet" action={record}>
      Record every order, bail condition, undertaking and licence, and release under investigation too: Waymark then
      shows what protects the client today, what is not served, and what ends soon.
    </EmptyState>
  )
}
