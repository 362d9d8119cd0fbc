import type { Breach } from '../../../shared/features/breaches.ts'
import type { Order } from '../../../shared/features/orders.ts'
import { termWords } from '../../../shared/wording/breaches.ts'
import { count, showWhen } from '../../../shared/wording/when.ts'
import { usePages } from '../../lib/api.ts'
import { StatusPill } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { Row, Stack } from '../../ui/Layout.tsx'
import { Section } from '../../ui/Section.tsx'
import { Muted, Text } from '../../ui/Text.tsx'
import type { OrderPlace } from './order-place.ts'

type OrderBreachesProps = { order: Order; place: OrderPlace; canAdd: boolean }
const pageSize = 20

/** What broke the order, newest first, each with what police did about it. */
export function OrderBreaches({ order, place, canAdd }: OrderBreachesProps) {
  const { withdrawn } = place.search
  const breaches = usePages(
    'breaches.listForCase',
    { caseId: place.caseId, orderId: order.id, withdrawn },
    { limit: pageSize },
  )
  const add = canAdd && (
    <Button size="small" icon="add" onClick={() => place.recordBreach(order.id)}>
      Record a breach
    </Button>
  )
  return (
    <Section title={`Breaches (${String(breaches.total)})`} level={3} actions={add}>
      {breaches.error ? (
        <ErrorState error={breaches.error} title="The breaches could not be read" onRetry={breaches.refetch} />
      ) : breaches.rows.length === 0 ? (
        <Muted>{breaches.isPending ? 'Reading the breaches' : 'No breach recorded.'}</Muted>
      ) : (
        <Stack gap={3}>
          {breaches.rows.map(breach => (
            <BreachLine key={breach.id} breach={breach} onOpen={() => place.showBreach(breach.id, order.id)} />
          ))}
          {breaches.hasNext && (
            <Button kind="quiet" size="small" onClick={breaches.fetchNext}>
              Show more of {count(breaches.total, 'breach', 'breaches')}
            </Button>
          )}
        </Stack>
      )}
    </Section>
  )
}

function BreachLine({ breach, onOpen }: { breach: Breach; onOpen: () => void }) {
  const { when, terms, what, withdrawnReason } = breach
  return (
    <Stack gap={1} align="stretch">
      <Row gap={2} justify="between">
        <Text strong>{withdrawnReason === null ? showWhen(when) : <s>{showWhen(when)}</s>}</Text>
        <Button kind="quiet" size="small" onClick={onOpen}>
          Open<span className="wm-hidden"> the breach of {showWhen(when)}</span>
        </Button>
      </Row>
      <Text cut>{what}</Text>
      <Row gap={2}>
        <ReportedPill breach={breach} />
        <Muted>{terms.length === 0 ? 'term not known' : termWords(terms)}</Muted>
      </Row>
    </Stack>
  )
}

/** How far police have got with a breach. */
export function ReportedPill({ breach: { reported, response, withdrawnReason } }: { breach: Breach }) {
  if (withdrawnReason !== null) return <StatusPill tone="neutral">Entered in error</StatusPill>
  if (response.charged === 'yes') return <StatusPill tone="success">Charged</StatusPill>
  if (response.arrest === 'yes') return <StatusPill tone="success">Arrested</StatusPill>
  if (reported.known === 'yes')
    return (
      <StatusPill tone="breach" icon="police">
        {response.arrest === 'no' ? 'Reported, no arrest' : 'Reported'}
      </StatusPill>
    )
  return (
    <StatusPill tone="warning" icon="warning">
      {reported.known === 'no' ? 'Not reported' : 'Not known whether reported'}
    </StatusPill>
  )
}
