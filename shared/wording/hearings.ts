import type { Conclusion, HearingDraft, HearingOutcome } from '../features/hearings.ts'
import type { CalendarDay } from '../kernel/dates.ts'
import type { When } from '../kernel/event.ts'
import { dayOf, showDay } from '../kernel/uk-dates.ts'
import { hearingKind } from '../rules/hearing-kinds.ts'
import { bankHolidaysUntil } from '../rules/working-days.ts'

/** Trial; the kind's own id where this pack does not have it. */
const kindWords = (kind: string): string => hearingKind(kind)?.label ?? kind

/** Trial, Exampleton Crown Court. What timeline, search and history call it: no client, no link. */
export const hearingTitle = ({ kind, court }: Pick<HearingDraft, 'kind' | 'court'>): string =>
  `${kindWords(kind)}, ${court}`

/** The day that a hearing is on. A date of a hearing is never unknown. */
export const hearingDay = ({ from, zone }: When, otherwise: CalendarDay): CalendarDay =>
  from === null ? otherwise : dayOf(from, zone)

type HearingState = 'coming' | 'today' | 'outcome-missing' | Conclusion
type Standing = { when: When; outcome: Pick<HearingOutcome, 'conclusion'> | null; next: { when: When } | null }
/** How a hearing stands on a day. One that waits for a date does so until the next hearing is listed. */
export function hearingState({ when, outcome, next }: Standing, today: CalendarDay): HearingState {
  if (outcome !== null) return next === null ? outcome.conclusion : 'next-date'
  const day = hearingDay(when, today)
  if (day === today) return 'today'
  return day > today ? 'coming' : 'outcome-missing'
}

/** Why a generated task has no due day. */
export const noDueDayWords = `Bank holidays are only known until ${showDay(bankHolidaysUntil)}, so this day can’t be counted.`

/** Said of tasks that a recorded outcome made needless. */
export const hearingOverReason = 'The hearing has taken place'
