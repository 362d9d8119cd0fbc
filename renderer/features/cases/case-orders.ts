import type { CaseId } from '../../../shared/kernel/ids.ts'
import { orderGaps, orderState } from '../../../shared/rules/order-state.ts'
import { gapShort, ordersInShort } from '../../../shared/wording/orders.ts'
import { usePages } from '../../lib/api.ts'
import { useThisMinute } from '../../lib/today.ts'
import type { Fact } from '../../ui/FactStrip.tsx'

const mostGaps = 2

/** How many orders are in force and what is missing, for the header of the case. Null until it is known. */
export function useOrdersFact(caseId: CaseId): Fact | null {
  const now = useThisMinute()
  const orders = usePages('orders.listForCase', { caseId, filter: { show: 'all', withdrawn: false } })
  if (orders.isPending || orders.error) return null
  if (orders.total === 0) return { label: 'Orders', value: 'None recorded' }
  const gaps = [...new Set(orders.rows.flatMap(order => orderGaps(order, now)))].map(gapShort)
  const more = gaps.length > mostGaps ? ` and ${String(gaps.length - mostGaps)} more` : ''
  const standing = orders.rows.filter(order => !orderState(order, now).ended)
  return {
    label: 'Orders',
    value: ordersInShort(standing, now),
    note: gaps.length === 0 ? undefined : gaps.slice(0, mostGaps).join(', ') + more,
    tone: gaps.length === 0 ? undefined : 'warning',
  }
}
