import type { Order } from '../../../shared/features/orders.ts'
import type { CalendarDay } from '../../../shared/kernel/dates.ts'
import { addMonths, showDay } from '../../../shared/kernel/uk-dates.ts'
import { orderKindOf } from '../../../shared/rules/order-kinds.ts'
import { notifyBy, orderGaps, orderReminders } from '../../../shared/rules/order-state.ts'
import {
  bailLines,
  expiryLine,
  gapSentence,
  kindCaution,
  madeLine,
  noticeWords,
  orderKindWords,
  orderQuestions as questions,
  reminderWords,
  ruleStatusWords,
  stateLine,
  yesNoWords,
} from '../../../shared/wording/orders.ts'
import { useThisMinute, useToday } from '../../lib/today.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { DetailPane } from '../../ui/DetailPane.tsx'
import { Row, Stack } from '../../ui/Layout.tsx'
import { Menu } from '../../ui/Menu.tsx'
import type { MenuItem } from '../../ui/MenuItems.tsx'
import { PropertyList, type Property } from '../../ui/PropertyList.tsx'
import { useShortcut } from '../../ui/shortcuts.ts'
import { Muted, Prose } from '../../ui/Text.tsx'
import { OrderBreaches } from './OrderBreaches.tsx'
import type { OrderPlace } from './order-place.ts'
import { ServicePill, StatePill } from './OrderPills.tsx'
import { OrderTerms } from './OrderTerms.tsx'
import { usePeople, type NameOf } from './party-words.ts'
import type { RecordActions } from '../../ui/record-actions.ts'
import { EnteredInError, RecordStamp } from '../../ui/RecordStamp.tsx'

type DetailProps = {
  order: Order
  place: OrderPlace
  actions: RecordActions
  menu: readonly MenuItem[]
  closed: boolean
}

/** One order, whole, beside the list: served or not, how it stands, its terms word for word and what broke them. */
export function OrderDetail({ order, place, actions, menu, closed }: DetailProps) {
  const editable = order.withdrawnReason === null && !closed
  useShortcut('E', 'Edit this order', { run: () => place.edit(order.id), enabled: editable })
  useShortcut('Escape', 'Close this order', place.close)
  const { nameOf } = usePeople(place.caseId)
  const today = useToday()
  const breakable = editable && orderKindOf(order.kind)?.nature !== 'gap'
  return (
    <DetailPane
      title={orderKindWords(order.kind)}
      subtitle={[order.issuer.value, madeLine(order)].filter(Boolean).join(', ')}
      onClose={place.close}
      actions={
        <>
          {editable && (
            <Button size="small" icon="edit" onClick={() => place.edit(order.id)} shortcut="E">
              Edit
            </Button>
          )}
          <Menu label="More about this order" items={menu} />
        </>
      }
    >
      <Stack gap={4}>
        <EnteredInError record={order} actions={actions} />
        <Standing order={order} />
        <div>
          <OrderTerms
            title={`${questions.terms} (${String(order.terms.length)})`}
            terms={order.terms}
            onBreach={breakable ? term => place.recordBreach(order.id, term) : undefined}
          />
          <OrderBreaches order={order} place={place} canAdd={breakable} />
        </div>
        <PropertyList rows={[...whatItMeans(order), ...comingDates(order, today), ...whatItSays(order, nameOf)]} />
        <RecordStamp record={order} onVersions={() => place.showVersions(order.id)} />
      </Stack>
    </DetailPane>
  )
}

/** Service first, then how it stands, then each gap with what to do about it. */
function Standing({ order }: { order: Order }) {
  const now = useThisMinute()
  const gaps = order.withdrawnReason === null ? orderGaps(order, now) : []
  const line = stateLine(order, now)
  const { how, by } = order.served
  return (
    <Stack gap={2} align="start">
      <Row gap={2}>
        <ServicePill order={order} />
        <StatePill order={order} />
      </Row>
      {(how ?? by) !== null && <Muted>Service: {[how, by].filter(Boolean).join(', ')}</Muted>}
      <Muted>
        {line.charAt(0).toUpperCase()}
        {line.slice(1)}
      </Muted>
      {gaps.map(gap => (
        <Banner key={gap} tone="warning" title={gapSentence(gap, order, now)} />
      ))}
    </Stack>
  )
}

/** What the pack says of this kind, with how far that was checked. */
function whatItMeans(order: Order): Property[] {
  const kind = orderKindOf(order.kind)
  if (!kind) return []
  const caution = kindCaution(order)
  const demanded = notifyBy(order)
  return [
    {
      label: 'If it is broken',
      value: kind.breach,
      note: caution ?? `${ruleStatusWords[kind.status]}. ${kind.source}`,
    },
    ...(kind.check === null ? [] : [{ label: 'Look at first', value: kind.check }]),
    ...(kind.renewal === null ? [] : [{ label: 'Going on', value: kind.renewal }]),
    ...(kind.notification === null || demanded === null
      ? []
      : [{ label: 'Notification', value: `${kind.notification.says} by ${showDay(demanded)}` }]),
    ...bailLines(order),
  ]
}

const monthsAhead = 13
const mostDates = 5
/** The days on which it wants attention next. */
function comingDates(order: Order, today: CalendarDay): Property[] {
  const dates = orderReminders(order, { from: today, to: addMonths(today, monthsAhead) }).slice(0, mostDates)
  const lines = dates.map(reminder => `${showDay(reminder.on)}: ${lowerFirst(reminderWords(reminder))}`)
  return lines.length === 0 ? [] : [{ label: 'Look again on', value: lines.join('\n') }]
}
const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

function whatItSays(order: Order, nameOf: NameOf): Property[] {
  const { respondent, protects, policeNotified, powerOfArrest, returnDate, caseNumber, starts } = order
  const given = (label: string, value: string | null): Property[] => (value === null ? [] : [{ label, value }])
  const changed = (one: Order['varied']) => one && `${showDay(one.on)}: ${one.how}`
  return [
    {
      label: questions.respondent,
      value: respondent.value === null ? null : nameOf(respondent.value),
      missing: respondent.missing ?? undefined,
    },
    { label: questions.protects, value: protects.map(nameOf).join('\n') },
    { label: questions.expires, value: expiryLine(order.expires) },
    ...given(questions.starts, starts && showDay(starts)),
    {
      label: questions.policeNotified,
      value: yesNoWords[policeNotified.known],
      note: [policeNotified.on && showDay(policeNotified.on), policeNotified.reference].filter(Boolean).join(', '),
    },
    ...given(questions.powerOfArrest, powerOfArrest),
    ...given(questions.returnDate, returnDate && showDay(returnDate)),
    { label: questions.notice, value: noticeWords[order.notice] },
    ...given(questions.caseNumber, caseNumber),
    ...given(questions.varied, changed(order.varied)),
    ...given(questions.discharged, changed(order.discharged)),
    ...(order.note === null ? [] : [{ label: questions.note, value: <Prose>{order.note}</Prose> }]),
  ]
}
