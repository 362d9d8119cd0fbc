import './orders.css'
import type { ReactNode } from 'react'
import type { OrderRow } from '../../../shared/features/orders.ts'
import { orderState } from '../../../shared/rules/order-state.ts'
import { madeLine, orderKindWords, stateLine } from '../../../shared/wording/orders.ts'
import { count } from '../../../shared/wording/when.ts'
import type { Pages } from '../../lib/api.ts'
import { useThisMinute } from '../../lib/today.ts'
import { StatusPill } from '../../ui/Badge.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { focusDetail } from '../../ui/list-focus.ts'
import type { MenuItem } from '../../ui/MenuItems.tsx'
import { Heading, Muted } from '../../ui/Text.tsx'
import { VirtualList } from '../../ui/VirtualList.tsx'
import type { OrderPlace } from './order-place.ts'
import { ServicePill, StatePill } from './OrderPills.tsx'

type Line = { order: OrderRow; heading: string | null }
type OrderListProps = {
  orders: Pages<OrderRow>
  place: OrderPlace
  menuOf: (order: OrderRow) => MenuItem[]
  empty: ReactNode
}

/** The orders of a case: those that stand, then those that have ended, each group under its heading. */
export function OrderList({ orders, place, menuOf, empty }: OrderListProps) {
  const now = useThisMinute()
  const sorted = orders.rows.toSorted((a, b) => Number(orderState(a, now).ended) - Number(orderState(b, now).ended))
  const groups = sorted.map(order => (orderState(order, now).ended ? 'Ended' : 'In force or open'))
  const lines = sorted.map((order, index): Line => {
    const group = groups[index] ?? null
    return { order, heading: group === groups[index - 1] ? null : group }
  })
  return (
    <VirtualList
      label={`Orders, ${count(orders.total, 'order')}`}
      items={lines}
      itemKey={({ order }) => order.id}
      estimate={76}
      selected={place.search.selected}
      onSelect={({ order }) => place.select(order.id)}
      onOpen={({ order }) => {
        place.select(order.id)
        focusDetail()
      }}
      itemMenu={({ order }) => menuOf(order)}
      onNearEnd={orders.fetchNext}
      total={orders.total}
      empty={empty}
      render={line => <OrderLine line={line} />}
    />
  )
}

function OrderLine({ line: { order, heading } }: { line: Line }) {
  const now = useThisMinute()
  const { ended } = orderState(order, now)
  const inError = order.withdrawnReason !== null
  return (
    <>
      {heading !== null && (
        <div className="wm-order-group">
          <Heading level={2}>{heading}</Heading>
        </div>
      )}
      <div className="wm-order-line" data-ended={ended || inError || undefined}>
        <Icon name="order" />
        <div className="wm-order-words">
          <span className="wm-order-title">
            {inError || ended ? <s>{orderKindWords(order.kind)}</s> : orderKindWords(order.kind)}
          </span>
          <Muted>{[order.issuer.value, madeLine(order)].filter(Boolean).join(', ')}</Muted>
          <Muted>
            {inError ? `Entered in error: ${order.withdrawnReason ?? ''}` : underLine(order, stateLine(order, now))}
          </Muted>
        </div>
        <div className="wm-order-pills">
          {!ended && !inError && <ServicePill order={order} />}
          {inError ? <StatusPill tone="neutral">Entered in error</StatusPill> : <StatePill order={order} />}
        </div>
      </div>
    </>
  )
}

function underLine({ breaches, termNumbers, replacedBy }: OrderRow, state: string): string {
  const parts = [
    state,
    termNumbers.length > 0 && count(termNumbers.length, 'term'),
    breaches > 0 && count(breaches, 'breach', 'breaches'),
    replacedBy !== null && 'replaced by a newer order',
  ]
  const [first = '', ...rest] = parts.filter(part => part !== false)
  return [first.charAt(0).toUpperCase() + first.slice(1), ...rest].join(' · ')
}
