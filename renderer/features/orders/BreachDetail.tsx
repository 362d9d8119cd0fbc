import type { Breach } from '../../../shared/features/breaches.ts'
import { showDay } from '../../../shared/kernel/uk-dates.ts'
import {
  breachQuestions as questions,
  responseTime,
  servedThen,
  servedThenSentence,
  termWords,
} from '../../../shared/wording/breaches.ts'
import { madeLine, orderKindWords, yesNoWords } from '../../../shared/wording/orders.ts'
import { showWhen } from '../../../shared/wording/when.ts'
import { useCall } from '../../lib/api.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { DetailPane } from '../../ui/DetailPane.tsx'
import { Row, Stack } from '../../ui/Layout.tsx'
import { BelongsTogether } from '../../ui/LinkedRecords.tsx'
import { Menu } from '../../ui/Menu.tsx'
import type { MenuItem } from '../../ui/MenuItems.tsx'
import { PropertyList, type Property } from '../../ui/PropertyList.tsx'
import { Section } from '../../ui/Section.tsx'
import { useShortcut } from '../../ui/shortcuts.ts'
import { Muted, Prose } from '../../ui/Text.tsx'
import { ReportedPill } from './OrderBreaches.tsx'
import type { OrderPlace } from './order-place.ts'
import { OrderTerms } from './OrderTerms.tsx'
import type { RecordActions } from '../../ui/record-actions.ts'
import { EnteredInError, RecordStamp } from '../../ui/RecordStamp.tsx'

type DetailProps = {
  breach: Breach
  place: OrderPlace
  actions: RecordActions
  menu: readonly MenuItem[]
  closed: boolean
}

/** One breach, whole: the words of the terms that it broke, what happened, and what police did. */
export function BreachDetail({ breach, place, actions, menu, closed }: DetailProps) {
  const editable = breach.withdrawnReason === null && !closed
  useShortcut('E', 'Edit this breach', { run: () => place.editBreach(breach.id), enabled: editable })
  useShortcut('Escape', 'Back to the order', place.close)
  return (
    <DetailPane
      title={`Breach, ${showWhen(breach.when)}`}
      subtitle={<OrderLine breach={breach} />}
      onClose={place.close}
      actions={
        <>
          {editable && (
            <Button size="small" icon="edit" onClick={() => place.editBreach(breach.id)} shortcut="E">
              Edit
            </Button>
          )}
          <Menu label="More about this breach" items={menu} />
        </>
      }
    >
      <Stack gap={4}>
        <EnteredInError record={breach} actions={actions} />
        <Row gap={2} justify="between">
          <ReportedPill breach={breach} />
          <Button kind="quiet" size="small" icon="order" onClick={() => place.select(breach.orderId)}>
            Open the order
          </Button>
        </Row>
        <ServiceCaution breach={breach} />
        <div>
          <BrokenTerms breach={breach} />
          <Section title={questions.what} level={3}>
            <Prose>{breach.what}</Prose>
          </Section>
        </div>
        <PropertyList rows={whatIsKnown(breach)} />
        <BelongsTogether id={breach.id} label={questions.links} />
        <RecordStamp record={breach} onVersions={() => place.showBreachVersions(breach.id)} />
      </Stack>
    </DetailPane>
  )
}

const useOrder = ({ orderId }: Breach) => useCall('orders.find', { id: orderId }).data

function OrderLine({ breach }: { breach: Breach }) {
  const order = useOrder(breach)
  return order ? `${orderKindWords(order.kind)}, ${madeLine(order)}` : null
}

function ServiceCaution({ breach }: { breach: Breach }) {
  const order = useOrder(breach)
  const caution = order ? servedThenSentence[servedThen(order, breach)] : null
  return caution === null ? null : <Banner tone="warning" title={caution} />
}

function BrokenTerms({ breach }: { breach: Breach }) {
  const order = useOrder(breach)
  if (breach.terms.length === 0) return <Muted>Not known which term.</Muted>
  const terms = order?.terms.filter(({ number }) => breach.terms.includes(number)) ?? []
  if (terms.length === 0) return <Muted>Broken: {termWords(breach.terms)}</Muted>
  return <OrderTerms title="Terms broken" terms={terms} onBreach={undefined} />
}

function whatIsKnown(breach: Breach): Property[] {
  const { reported, response, evidence, witnesses } = breach
  const { arrived, arrest, arrestedOn, charged, outcome } = response
  return [
    { label: questions.evidence, value: evidence },
    { label: questions.witnesses, value: witnesses },
    {
      label: questions.reported,
      value: reported.at === null ? yesNoWords[reported.known] : `Yes, ${showWhen(reported.at)}`,
      note: reported.reference ?? undefined,
    },
    { label: 'Police came', value: arrived && showWhen(arrived), note: responseTime(breach) ?? undefined },
    { label: 'Arrest', value: yesNoWords[arrest], note: arrestedOn === null ? undefined : showDay(arrestedOn) },
    { label: 'Charge', value: yesNoWords[charged] },
    { label: 'What came of it', value: outcome },
  ]
}
