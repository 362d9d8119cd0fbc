import type { Order, OrderRow } from '../../../shared/features/orders.ts'
import { orderKindOf } from '../../../shared/rules/order-kinds.ts'
import { orderState, serviceMissing, type OrderStateName } from '../../../shared/rules/order-state.ts'
import { orderStateWords, serviceLine } from '../../../shared/wording/orders.ts'
import { useThisMinute } from '../../lib/today.ts'
import { StatusPill } from '../../ui/Badge.tsx'
import type { IconName } from '../../ui/icon-names.ts'
import type { Tone } from '../../ui/tokens.ts'

/** Whether the respondent got it: the first thing to know about an order. A shape, a colour and the words. */
export function ServicePill({ order }: { order: Pick<Order | OrderRow, 'kind' | 'served'> }) {
  const { known } = order.served
  if (orderKindOf(order.kind)?.nature === 'gap') return null // there is nothing to serve
  if (serviceMissing(order))
    return (
      <StatusPill tone="danger" icon={known === 'no' ? 'danger' : 'help'}>
        {serviceLine(order.served)}
      </StatusPill>
    )
  return (
    <StatusPill tone={known === 'yes' ? 'success' : 'neutral'} icon={known === 'yes' ? 'check' : null}>
      {serviceLine(order.served)}
    </StatusPill>
  )
}

const looks: Record<OrderStateName, { tone: Tone; icon: IconName }> = {
  'in-force': { tone: 'success', icon: 'safe' },
  unserved: { tone: 'warning', icon: 'warning' },
  'not-yet-in-force': { tone: 'info', icon: 'clock' },
  'end-unknown': { tone: 'warning', icon: 'help' },
  'no-protection': { tone: 'danger', icon: 'danger' },
  expired: { tone: 'neutral', icon: 'close' },
  discharged: { tone: 'neutral', icon: 'close' },
}

/** How it stands now. What has ended is grey and crossed, so that it can't pass for protection. */
export function StatePill({ order }: { order: Parameters<typeof orderState>[0] }) {
  const state = orderState(order, useThisMinute())
  if (orderKindOf(order.kind)?.nature === 'promise' && state.name === 'in-force')
    return (
      <StatusPill tone="warning" icon="warning">
        A promise only
      </StatusPill>
    )
  const { tone, icon } = looks[state.name]
  return (
    <StatusPill tone={tone} icon={icon}>
      {orderStateWords(state)}
    </StatusPill>
  )
}
