import type { ListedHearing, MeasureState } from '../features/hearings.ts'
import type { UnsafeGap, UnsafeGrade, UnsafeReason } from '../features/today.ts'
import type { CalendarDay } from '../kernel/dates.ts'
import type { When } from '../kernel/event.ts'
import { dayOf, daysBetween, showDay, showDayInFull, timeOf } from '../kernel/uk-dates.ts'
import { orderKindWords } from './orders.ts'
import { riskSince } from './risk-assessments.ts'
import { planStateReasons } from './safe-contact.ts'
import { count, showWhen } from './when.ts'

/** How pressing a reason is, for whoever can't see its picture. */
export const gradeWords: Record<UnsafeGrade, string> = { now: 'Now', soon: 'Soon', check: 'To check' }

/** Why a case can't be left as it is, in a few words. */
export function reasonWords(reason: UnsafeReason, today: CalendarDay): string {
  switch (reason.why) {
    case 'safe-contact':
      return reason.state === 'no-plan'
        ? 'No safe-contact plan'
        : `Safe-contact plan to confirm again: ${lowerFirst(planStateReasons[reason.state]).replace(/\.$/, '')}`
    case 'not-assessed':
      return 'Risk never assessed'
    case 'review-due':
      return reason.on === today ? 'Risk review due today' : `Risk review due since ${showDay(reason.on)}`
    case 'no-review-day':
      return 'High risk, and no day to review it'
    case 'happened-since':
      return `${riskSince(reason) ?? 'Something happened since'} the last risk assessment`
    case 'order':
      return `${orderKindWords(reason.kind)} ${gapWords[reason.gap](reason.lastDay, today)}`
    case 'police-silence':
      return `Police have not got in touch by themselves for ${reason.exact ? '' : 'about '}${count(reason.days, 'day')}`
    case 'no-next-action':
      return 'No next action planned'
  }
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
const gapWords: Record<UnsafeGap, (lastDay: CalendarDay | null, today: CalendarDay) => string> = {
  unserved: () => 'not served yet',
  'service-unknown': () => 'not known to be served',
  'ends-now-soon': (lastDay, today) =>
    lastDay === null ? 'ends soon' : endWords(lastDay, daysBetween(today, lastDay)),
  expired: lastDay => `ended${lastDay === null ? '' : ` ${showDay(lastDay)}`}, and no other is in its place`,
}

function endWords(lastDay: CalendarDay, days: number): string {
  if (days <= 0) return 'ends today'
  return days === 1 ? 'ends tomorrow' : `ends ${showDay(lastDay)}, in ${count(days, 'day')}`
}

/** Tue 24 Nov */
export function shortDay(day: CalendarDay): string {
  const [weekday = '', number = '', month = ''] = showDayInFull(day).split(' ')
  return `${weekday.slice(0, 3)} ${number} ${month}`
}

/** 10:00; No time, where the court gave none. */
export const hearingTime = ({ when }: Pick<ListedHearing, 'when'>): string =>
  when.precision === 'minute' && when.from !== null ? timeOf(when.from, when.zone) : 'No time'

/** The day a hearing is listed for, on its own calendar. */
export const hearingOn = ({ when }: Pick<ListedHearing, 'when'>, otherwise: CalendarDay): CalendarDay =>
  when.from === null ? otherwise : dayOf(when.from, when.zone)

const measureParts: [MeasureState, string][] = [
  ['wanted', 'wanted, not asked for yet'],
  ['requested', 'asked for, not decided'],
  ['refused', 'refused'],
  ['granted', 'granted'],
]
/** Special measures: 1 asked for, not decided; 2 granted. What is still open stands first. */
export function measuresWords({ specialMeasures }: Pick<ListedHearing, 'specialMeasures'>): string {
  const parts = measureParts.flatMap(([state, words]) => {
    const many = specialMeasures.filter(measure => measure.state === state).length
    return many === 0 ? [] : [`${String(many)} ${words}`]
  })
  if (parts.length > 0) return `Special measures: ${parts.join('; ')}`
  return specialMeasures.length === 0 ? 'No special measures recorded' : 'No special measures needed'
}

/** Incident of 3 Nov 2026, 18:00; Incident, date not known. */
export const captureWords = (when: When): string =>
  when.from === null ? 'Incident, date not known' : `Incident of ${lowerFirst(showWhen(when))}`

/** What the headings say. */
export const todayWords = {
  court: 'Court today',
  heard: 'Heard, outcome not recorded',
  unsafe: 'Unsafe to leave',
  tasks: 'To do today',
  promises: 'Police promises overdue',
  orders: 'Orders: dates near',
  nextCourt: 'Court in the next 7 days',
  unfinished: 'Captured, to be finished',
  unsafeHint: 'Open cases with something missing, out of date or about to end. The worst come first.',
} as const

/** The reasons that could not be told, after those that could. */
export const moreReasons = (more: number): string => `and ${count(more, 'more reason')}`
