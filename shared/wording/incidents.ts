import type { Answered, Fear, IncidentDraft, IncidentRow, IncidentSource } from '../features/incidents.ts'
import type { CalendarDay } from '../kernel/dates.ts'
import { daysBetween, showDay } from '../kernel/uk-dates.ts'
import { behaviourLabel, type BehaviourCode } from '../rules/behaviours.ts'
import type { TimeLimit } from '../rules/time-limits.ts'
import { ago, count } from './when.ts'

export const answeredWords: Record<Answered, string> = {
  yes: 'Yes',
  no: 'No',
  unknown: 'Not known',
  'not-asked': 'Not asked',
}

export const fearWords: Record<Fear, string> = {
  none: 'Not afraid',
  some: 'Some fear',
  'a-lot': 'A lot of fear',
  terrified: 'Terrified',
}

export const sourceWords: Record<IncidentSource, string> = {
  client: 'The client',
  advocate: 'I saw it myself',
  'third-party': 'Somebody else',
}

/** The same where another advocate may be reading. */
export const sourceTold: Record<IncidentSource, string> = {
  client: 'Told by the client',
  advocate: 'Seen by the advocate',
  'third-party': 'Told by somebody else',
}

const named = 3
/** Phone call; Following, Watching and 2 more; Incident to be completed. What timeline, search and history call it: no place, no account. */
export function incidentTitle({ behaviours }: Pick<IncidentDraft, 'behaviours'>): string {
  return behaviours.length === 0 ? 'Incident to be completed' : behaviourLine(behaviours, named)
}

/** The first few labels in one line. */
export function behaviourLine(codes: readonly BehaviourCode[], atMost: number): string {
  const labels = codes.slice(0, atMost).map(behaviourLabel)
  const more = codes.length - labels.length
  return more > 0 ? `${labels.join(', ')} and ${String(more)} more` : labels.join(', ')
}

/** Every question, word for word as the form, the versions and the conflict screen say it. */
export const incidentQuestions: Record<keyof IncidentDraft, string> = {
  when: 'When',
  place: 'Where',
  behaviours: 'Kinds of behaviour',
  clientSaid: 'What the client said',
  observed: 'What was seen or heard',
  othersSaid: 'What others said',
  opinion: 'Professional opinion',
  impact: 'What it did to the client',
  fear: 'How afraid the client was',
  witnesses: 'Witnesses',
  source: 'Who told you',
  reported: 'Reported to the police',
  reportedOn: 'Reported on',
  reference: 'Police reference',
  orderBreached: 'Did it breach an order or bail?',
  links: 'Belongs together with',
  finished: 'Complete',
}

export const incidentHints = {
  links: 'Earlier incidents of the same kind, and other records of this case: what makes one event part of a pattern.',
  place: 'In a few words, such as “outside her work”. Never a confidential address.',
  clientSaid: 'As near to the client’s own words as you can.',
  observed: 'What you or a recording saw and heard. Facts only.',
  othersSaid: 'Who said what, and how they know.',
  opinion: 'What you make of it, kept apart from the facts.',
  behaviours: 'Choose all that apply.',
  impact: 'Sleep, work, going out, money, moving home, the children: what changed, and since when.',
  witnesses: 'Who else saw or heard it.',
  reference: 'Crime, incident or log number.',
  quick: 'A sentence is enough. You can complete it later.',
} as const

/** Reported 3 Nov 2026; Reported; Not reported; Not known whether reported; Not asked whether reported. */
export function reportedWords({ reported, reportedOn }: Pick<IncidentRow, 'reported' | 'reportedOn'>): string {
  if (reported === 'yes') return reportedOn === null ? 'Reported' : `Reported ${showDay(reportedOn)}`
  if (reported === 'no') return 'Not reported'
  return reported === 'unknown' ? 'Not known if reported' : 'Not asked if reported'
}

/** How many incidents were reported, and what is known of the others: 3 reported, 1 not reported, 2 not asked. */
export function reportedFigures(reported: Record<Answered, number>): string {
  const parts = [
    `${String(reported.yes)} reported`,
    reported.no > 0 && `${String(reported.no)} not reported`,
    reported.unknown > 0 && `${String(reported.unknown)} not known`,
    reported['not-asked'] > 0 && `${String(reported['not-asked'])} not asked`,
  ]
  return parts.filter(Boolean).join(', ')
}

export const incidentCount = (number: number): string => count(number, 'incident')

const statusWords: Record<TimeLimit['status'], string> = {
  verified: 'checked against the Act',
  secondary: 'second-hand source',
  unverified: 'not checked',
}

/** What a time limit means for a day, with how sure we are. Says itself that it is no advice. */
export function limitWords({ rule, lastDay }: { rule: TimeLimit; lastDay: CalendarDay }, today: CalendarDay): string {
  const left = daysBetween(today, lastDay)
  const distance = left < 0 ? `passed ${ago(lastDay, today)}` : left === 0 ? 'today' : `${count(left, 'day')} left`
  return `${rule.says}: ${showDay(lastDay)}, ${distance}. Not legal advice; ${statusWords[rule.status]}.`
}
