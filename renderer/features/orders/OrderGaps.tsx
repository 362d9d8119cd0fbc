import './orders.css'
import type { OrderRow } from '../../../shared/features/orders.ts'
import type { Instant } from '../../../shared/kernel/dates.ts'
import type { EventId } from '../../../shared/kernel/ids.ts'
import { orderGaps } from '../../../shared/rules/order-state.ts'
import { gapSentence, orderKindWords } from '../../../shared/wording/orders.ts'
import { count } from '../../../shared/wording/when.ts'
import { useThisMinute } from '../../lib/today.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'

const shownAtOnce = 4

type OrderGapsProps = {
  orders: readonly OrderRow[]
  /** One line: an order is open beside the list and says its own gaps. */
  brief: boolean
  onOpen: (id: EventId) => void
}

/** What leaves the client less protected than the list of orders suggests, and what to do about each. Nothing if nothing does. */
export function OrderGaps({ orders, brief, onOpen }: OrderGapsProps) {
  const now = useThisMinute()
  const gaps = gapsOf(orders, now)
  if (gaps.length === 0) return null
  const title = `${count(gaps.length, 'gap')} in this client’s protection`
  if (brief)
    return (
      <div className="wm-order-gaps">
        <Banner tone="warning" title={title} />
      </div>
    )
  return (
    <div className="wm-order-gaps">
      <Banner tone="warning" title={title}>
        <ul>
          {gaps.slice(0, shownAtOnce).map(({ order, sentence }) => (
            <li key={`${order.id}-${sentence}`}>
              <Button kind="quiet" size="small" onClick={() => onOpen(order.id)}>
                {orderKindWords(order.kind)}
              </Button>
              <span>{sentence}</span>
            </li>
          ))}
        </ul>
        {gaps.length > shownAtOnce && <p>And {count(gaps.length - shownAtOnce, 'more gap')}, marked in the list.</p>}
      </Banner>
    </div>
  )
}

const gapsOf = (orders: readonly OrderRow[], now: Instant) =>
  orders
    .filter(order => order.withdrawnReason === null)
    .flatMap(order => orderGaps(order, now).map(gap => ({ order, sentence: gapSentence(gap, order, now) })))
