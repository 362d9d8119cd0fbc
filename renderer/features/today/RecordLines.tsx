import { useReducer } from 'react'
import type { DueReminder } from '../../../shared/features/orders.ts'
import { london } from '../../../shared/kernel/dates.ts'
import { dayOf } from '../../../shared/kernel/uk-dates.ts'
import type { OverduePromise, UnfinishedCapture } from '../../../shared/features/today.ts'
import { orderKindWords, reminderWords } from '../../../shared/wording/orders.ts'
import { captureWords, shortDay, todayWords } from '../../../shared/wording/today.ts'
import { ago } from '../../../shared/wording/when.ts'
import type { Pages } from '../../lib/api.ts'
import { useToday } from '../../lib/today.ts'
import { StatusPill } from '../../ui/Badge.tsx'
import { Line, LineGroup } from '../../ui/LineGroup.tsx'
import { moreOf } from './more.ts'
import type { TodayPlace } from './today-place.ts'

/** What police promised and whose day has passed. */
export function PromiseLines({ promises, place }: { promises: Pages<OverduePromise>; place: TodayPlace }) {
  const today = useToday()
  if (promises.total === 0) return null
  return (
    <LineGroup title={todayWords.promises} count={promises.total} more={moreOf(promises)}>
      {promises.rows.map(({ id, caseId, promised, promisedBy, officer, clientName, reference }) => (
        <Line
          key={id}
          lead={shortDay(promisedBy)}
          title={promised}
          about={`${clientName}, ${reference}`}
          under={officer ?? 'Officer not named'}
          end={
            <StatusPill tone="overdue" icon="deadline">
              Due {ago(promisedBy, today)}
            </StatusPill>
          }
          onOpen={() => place.toRecord('police-contact', caseId, id)}
        />
      ))}
    </LineGroup>
  )
}

const shownAtOnce = 5

/** Days near on which an order wants attention. */
export function OrderLines({ reminders, place }: { reminders: readonly DueReminder[]; place: TodayPlace }) {
  const today = useToday()
  const [all, showAll] = useReducer(() => true, false)
  if (reminders.length === 0) return null
  const shown = all ? reminders : reminders.slice(0, shownAtOnce)
  const more = { left: reminders.length - shown.length, busy: false, onMore: showAll }
  return (
    <LineGroup title={todayWords.orders} count={reminders.length} more={more}>
      {shown.map(reminder => (
        <Line
          key={`${reminder.orderId} ${reminder.what} ${reminder.on}`}
          lead={shortDay(reminder.on)}
          title={`${orderKindWords(reminder.kind)}: ${reminderWords(reminder)}`}
          about={`${reminder.clientName}, ${reminder.reference}`}
          end={
            <StatusPill
              tone={reminder.on < today ? 'overdue' : 'neutral'}
              icon={reminder.on < today ? 'deadline' : 'clock'}
            >
              {ago(reminder.on, today)}
            </StatusPill>
          }
          onOpen={() => place.toRecord('order', reminder.caseId, reminder.orderId)}
        />
      ))}
    </LineGroup>
  )
}

/** Incidents that the acting user wrote down in haste. */
export function UnfinishedLines({ captures, place }: { captures: Pages<UnfinishedCapture>; place: TodayPlace }) {
  if (captures.total === 0) return null
  return (
    <LineGroup title={todayWords.unfinished} count={captures.total} more={moreOf(captures)}>
      {captures.rows.map(({ id, caseId, clientName, reference, when, capturedAt }) => (
        <Line
          key={id}
          lead={shortDay(dayOf(capturedAt, london))}
          title={captureWords(when)}
          about={`${clientName}, ${reference}`}
          onOpen={() => place.toRecord('incident', caseId, id)}
        />
      ))}
    </LineGroup>
  )
}
