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
/** Every question, word for word as the form, the versions and the conflict screen say it. */
export const hearingQuestions: Record<keyof HearingDraft, string> = {
  when: 'When',
  kind: 'Kind of hearing',
  court: 'Court',
  courtAddress: 'Address of the court',
  room: 'Court room',
  listingNote: 'Listing note',
  caseNumber: 'Case number',
  purpose: 'What it is for',
  judge: 'Judge or bench',
  mode: 'How it is held',
  link: 'Link',
  clientRequired: 'Does the client have to be there?',
  whoAttends: 'Who attends',
  courtToldOn: 'Court told that you attend',
  specialMeasures: 'Special measures',
  interpreter: 'Interpreter',
  arrivalPlan: 'Arriving and leaving safely',
  bring: 'What to bring',
  directions: 'Directions',
  outcome: 'Outcome',
}
export const outcomeQuestions = {
  result: 'How it ended',
  conditions: 'Conditions, word for word',
  conclusion: 'Is there a next date?',
  awaitingReason: 'What it waits for',
  clientToldOn: 'Client told on',
  toldHow: 'How the client was told',
} as const
export const hearingHints = {
  when: 'Leave the time empty if the court has not given one.',
  whenCorrect: 'Only to correct a mistake. Did the court change the date? Then close this and choose “Move”.',
  listingNote: 'As listed, such as “not before 2pm”.',
  caseNumber: 'Unique reference number, or the number of the family court.',
  link: 'Never printed and never found by search.',
  whoAttends: 'Parties, lawyers and supporters, and in what role. The order of witnesses, if known.',
  courtToldOn: 'The day you told the court that you attend with the client.',
  arrivalPlan:
    'Entrance, waiting room, travel, childcare. It is printed on the day sheet: leave addresses and numbers out.',
  bring: 'Documents and things. It is printed on the day sheet.',
  conditions: 'Copy them exactly, as the court said them: a breach is measured against these words.',
  toldHow: 'The safe route you used.',
  carriedOver:
    'Court, case number, who attends and special measures are taken over from this hearing. Check them afterwards.',
} as const

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

/** What the day sheet and the question before it say. The sheet names no client. */
export const daySheetWords = {
  ask: 'Print the day sheet?',
  notOnIt:
    'It has the times, the court, special measures, who attends and what to bring: not the client’s name, address or phone number, and no link.',
  printer: 'A shared printer may keep a copy. Shred the sheet after the day.',
  leftOut: 'Something that looked like a number or a postcode was left out.',
  case: 'Case',
  toDo: 'Still to do',
  notes: 'Notes of the day',
  noTime: 'No time',
  none: 'None recorded',
} as const
