import type {
  ClientRequired,
  Conclusion,
  HearingDraft,
  HearingMode,
  HearingOutcome,
  MeasureState,
} from '../features/hearings.ts'
import type { CalendarDay } from '../kernel/dates.ts'
import type { When } from '../kernel/event.ts'
import { dayOf, showDay } from '../kernel/uk-dates.ts'
import { hearingKind, type CourtKind } from '../rules/hearing-kinds.ts'
import { bankHolidaysUntil, type DayOffset } from '../rules/working-days.ts'
import { count } from './when.ts'

export const courtWords: Record<CourtKind, string> = {
  magistrates: 'Magistrates’ court',
  crown: 'Crown Court',
  family: 'Family court',
  civil: 'County Court or High Court',
  other: 'Other',
}
export const modeWords: Record<HearingMode, string> = {
  'in-person': 'In person',
  remote: 'By video or phone',
  hybrid: 'Some in person, some by video',
}
export const clientRequiredWords: Record<ClientRequired, string> = { yes: 'Yes', no: 'No', unknown: 'Not known' }
export const measureStateWords: Record<MeasureState, string> = {
  wanted: 'Wanted',
  requested: 'Asked for',
  granted: 'Granted',
  refused: 'Refused',
  'not-needed': 'Not needed',
}
export const conclusionWords: Record<Conclusion, string> = {
  'next-date': 'There is a next date',
  'awaiting-date': 'There will be one, but it is not fixed yet',
  concluded: 'No: this matter has ended',
}

/** Trial; the kind's own id where this pack does not have it. */
export const kindWords = (kind: string): string => hearingKind(kind)?.label ?? kind

/** Trial, Exampleton Crown Court. What timeline, search and history call it: no client, no link. */
export const hearingTitle = ({ kind, court }: Pick<HearingDraft, 'kind' | 'court'>): string =>
  `${kindWords(kind)}, ${court}`

/** The day that a hearing is on. A date of a hearing is never unknown. */
export const hearingDay = ({ from, zone }: When, otherwise: CalendarDay): CalendarDay =>
  from === null ? otherwise : dayOf(from, zone)

export type HearingState = 'coming' | 'today' | 'outcome-missing' | Conclusion
type Standing = { when: When; outcome: Pick<HearingOutcome, 'conclusion'> | null; next: { when: When } | null }
/** How a hearing stands on a day. One that waits for a date does so until the next hearing is listed. */
export function hearingState({ when, outcome, next }: Standing, today: CalendarDay): HearingState {
  if (outcome !== null) return next === null ? outcome.conclusion : 'next-date'
  const day = hearingDay(when, today)
  if (day === today) return 'today'
  return day > today ? 'coming' : 'outcome-missing'
}

/** Next date 3 Dec 2026; Outcome not recorded; Waiting for a date. */
export function hearingStateWords(hearing: Standing, today: CalendarDay): string {
  const state = hearingState(hearing, today)
  if (state === 'next-date')
    return hearing.next === null ? 'Next date missing' : `Next date ${showDay(hearingDay(hearing.next.when, today))}`
  return stateWords[state]
}
const stateWords: Record<Exclude<HearingState, 'next-date'>, string> = {
  coming: 'Coming up',
  today: 'Today',
  'outcome-missing': 'Outcome not recorded',
  concluded: 'Ended',
  'awaiting-date': 'Waiting for a date',
}

const unitWords = { calendar: 'day', working: 'working day', business: 'business day' } as const
/** 28 days before the hearing; on the day of the hearing; 1 working day after the hearing. */
export function offsetWords({ days, counts }: DayOffset): string {
  if (days === 0) return 'on the day of the hearing'
  return `${count(Math.abs(days), unitWords[counts])} ${days < 0 ? 'before' : 'after'} the hearing`
}

/** Why a generated task has no due day. */
export const noDueDayWords = `Bank holidays are only known until ${showDay(bankHolidaysUntil)}, so this day can’t be counted.`

/** Said of tasks that a recorded outcome made needless. */
export const hearingOverReason = 'The hearing has taken place'
