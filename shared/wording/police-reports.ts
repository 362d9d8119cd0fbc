import type {
  PoliceReportDraft,
  Reclassification,
  RecordedAs,
  ReportOutcome,
  ReportSilence,
  Silence,
} from '../features/police-reports.ts'
import { isOpen } from '../features/police-reports.ts'
import type { CalendarDay } from '../kernel/dates.ts'
import type { When } from '../kernel/event.ts'
import type { Known } from '../kernel/known.ts'
import { dayOf, daysBetween, showDay } from '../kernel/uk-dates.ts'
import { offenceOf, wasLawOn, type Offence } from '../rules/offences.ts'
import { outcomeOf } from '../rules/outcome-codes.ts'
import type { TimeLimit } from '../rules/time-limits.ts'
import { ago, count } from './when.ts'

/** stalking (s2A). An offence that the pack has no longer goes by its id. */
export function offenceWords(id: string): string {
  const offence = offenceOf(id)
  return offence ? `${offence.label} (${offence.statute.split(' ').at(-1) ?? offence.statute})` : id
}

/** Stalking (s2A): the same where nothing stands before it. */
export const offenceName = (id: string): string => upperFirst(offenceWords(id))

/** harassment (s2); “neighbour dispute”, in the words of police. Null where nobody knows what it was recorded as. */
export function recordedWords({ value }: Known<RecordedAs>): string | null {
  if (value === null) return null
  return value.offence === null ? `“${value.words ?? ''}”` : offenceWords(value.offence)
}

/** The same as somebody would type it: an offence by its words, else the words of police without marks. */
export function recordedTyped({ value, missing }: Known<RecordedAs>): Known<string> {
  if (value === null) return { value, missing }
  return { value: value.offence === null ? value.words : offenceName(value.offence), missing: null }
}

/** Police report: harassment (s2). What timeline, search and history call it. */
export function policeReportTitle({ recordedAs }: Pick<PoliceReportDraft, 'recordedAs'>): string {
  const words = recordedWords(recordedAs)
  return words === null ? 'Police report' : `Police report: ${words}`
}

type Classified = Pick<PoliceReportDraft, 'recordedAs' | 'believedToBe'>
/** Whether police recorded it as something else than the advocate takes it to be. Not known is no difference. */
export const differs = ({ recordedAs, believedToBe }: Classified): boolean =>
  recordedAs.value !== null && believedToBe.offence !== null && recordedAs.value.offence !== believedToBe.offence

/** Recorded as harassment (s2). You believe: stalking (s2A). Null where the two don't differ. */
export function differenceWords(report: Classified): string | null {
  const { offence } = report.believedToBe
  const recorded = recordedWords(report.recordedAs)
  if (!differs(report) || offence === null || recorded === null) return null
  return `Recorded as ${recorded}; you believe ${offenceWords(offence)}`
}

/** 15: Suspect known, victim supports, evidence falls short (15B); No outcome yet; Outcome without a code. */
export function outcomeWords(outcome: ReportOutcome): string {
  const { code, subCode } = outcome
  if (isOpen(outcome)) return 'No outcome yet'
  if (code === null) return 'Outcome, code not known'
  const label = outcomeOf(code)?.label ?? 'a code that Waymark does not know'
  return `${String(code)}: ${label}${subCode === null ? '' : ` (${subCode})`}`
}

/** In a column: Outcome 15; No outcome yet; Outcome, code not known. */
export const outcomeShort = (outcome: ReportOutcome): string =>
  isOpen(outcome) || outcome.code === null ? outcomeWords(outcome) : `Outcome ${String(outcome.code)}`

/** 20 Oct 2026: from harassment to stalking. Reviewed by a supervisor. */
export const reclassificationWords = ({ on, from, to, reason }: Reclassification): string =>
  `${showDay(on)}: from ${from} to ${to}.${reason === null ? '' : ` ${reason}`}`

/** 31 days, 3 Oct 2026 to 3 Nov 2026; 31 days, since 24 Oct 2026. */
export function silenceSpan({ from, to, days, running, exact }: Silence): string {
  const long = exact ? count(days, 'day') : `about ${count(days, 'day')}`
  return running ? `${long}, since ${showDay(from)}` : `${long}, ${showDay(from)} to ${showDay(to)}`
}

/** The line on top: how long police have not got in touch about what is open, and the longest such time. Null: nothing to say. */
export function silenceLine(rows: readonly ReportSilence[]): string | null {
  const longestOf = (silences: (Silence | null)[]) =>
    silences.filter(silence => silence !== null).toSorted((one, other) => other.days - one.days)[0]
  const now = longestOf(rows.map(row => row.now))
  const longest = longestOf(rows.map(row => row.longest))
  if (longest === undefined) return null
  const most = `${longestWords}: ${silenceSpan(longest)}`
  return now === undefined ? `${most}.` : `${aboutOpenWords(now)} ${most}.`
}

/** Said of all reports at once, it has to say about what, and since when: a contact about something else is no word on it. */
function aboutOpenWords(now: Silence): string {
  if (now.days === 0) return nowWords(now)
  return `Police have not got in touch by themselves about an open report for ${silenceSpan(now)}.`
}

/** Calls to police end no silence: they may have been answered all the same, so what is claimed is that police did not get in touch. */
const longestWords = 'Longest wait for them to get in touch'

/** Police have not got in touch by themselves for 24 days. Police were in touch today. */
export function nowWords({ days, exact }: Silence): string {
  if (days === 0) return 'Police were in touch, or were told, today.'
  return `Police have not got in touch by themselves for ${exact ? '' : 'about '}${count(days, 'day')}.`
}

/** The same for one report. */
export function silenceSentences({ open, now, longest }: ReportSilence): string[] {
  if (longest === null)
    return [`The day of the ${open ? 'report' : 'report, or of its outcome,'} is not known, so no wait is counted.`]
  const most = `${longestWords}: ${silenceSpan(longest)}.`
  return now === null ? [most] : [nowWords(now), most]
}

/** In a column: Not in touch for 16 days. Empty where there is no running silence. */
export const silenceShort = (silence: ReportSilence | undefined): string =>
  silence?.now ? `Not in touch for ${silence.now.exact ? '' : 'about '}${count(silence.now.days, 'day')}` : ''

/** What has to be said of an offence that was no law on the day of the report. Null where it was, or the day is not known. */
export function notLawWords(id: string, reportedOn: CalendarDay | null): string | null {
  const offence = offenceOf(id)
  if (!offence || reportedOn === null || wasLawOn(offence, reportedOn)) return null
  const { effectiveFrom, effectiveTo } = offence
  if (effectiveFrom !== null && reportedOn < effectiveFrom)
    return `Not yet law on the day of the report: from ${showDay(effectiveFrom)}`
  return `May no longer be law on the day of the report: known until ${effectiveTo === null ? 'then' : showDay(effectiveTo)}`
}

/** The last day on which a report can have been made. Null where nobody knows. */
export const reportDay = ({ from, to, zone }: When): CalendarDay | null =>
  from === null ? null : dayOf(to ?? from, zone)

/** Either court, at most 10 years. Check: … Null for what the pack has not. */
export function offenceFacts(id: string): string | null {
  const offence = offenceOf(id)
  if (!offence) return null
  const { mode, maximum, check, status, statute } = offence
  const most = maximum.crown ?? maximum.magistrates
  const court = mode === 'summary' ? 'magistrates’ court only' : 'either court'
  const parts = [statute, court, most === null ? null : `at most ${most}`, checked[status]].filter(Boolean).join(', ')
  return check === null ? `${parts}.` : `${parts}. ${check}`
}

/** 2 contacts have no date, so they don't count here. Null where there are none. */
export const undatedWords = (contacts: number): string | null =>
  contacts === 0
    ? null
    : `${count(contacts, 'contact')} from police ${contacts === 1 ? 'has' : 'have'} no date and ${contacts === 1 ? 'does' : 'do'} not count here.`

const checked: Record<TimeLimit['status'], string> = {
  verified: 'checked against the Act',
  secondary: 'second-hand source',
  unverified: 'not checked',
}

/** The offences of a report that can only go to a magistrates' court: those that have a clock. */
export const summaryOffences = ({ recordedAs, believedToBe }: Classified): Offence[] =>
  [...new Set([recordedAs.value?.offence ?? null, believedToBe.offence])]
    .map(id => (id === null ? undefined : offenceOf(id)))
    .filter(offence => offence !== undefined)
    .filter(({ mode }) => mode === 'summary')

type Status = TimeLimit['status']
/** What nobody checked counts as unchecked, however sure we are of the rest. */
const weaker = (...given: Status[]): Status =>
  (['unverified', 'secondary'] as const).find(status => given.includes(status)) ?? 'verified'

type Limit = { rule: Pick<TimeLimit, 'status'>; lastDay: CalendarDay }
/** What six months from the last incident mean for an offence, with how sure we are. Says itself that it is no advice. */
export function clockWords(offence: Offence, { rule, lastDay }: Limit, today: CalendarDay): string {
  const left = daysBetween(today, lastDay)
  const distance = left < 0 ? `passed ${ago(lastDay, today)}` : left === 0 ? 'today' : `${count(left, 'day')} left`
  const own =
    offence.timeLimit.from === 'own' ? ` It also has a clock of its own: ${lowerFirst(offence.timeLimit.says)}` : ''
  const name = `${upperFirst(offence.label)} (${offence.statute})`
  return `${name} can only go to a magistrates’ court. Six months after the last incident recorded here is ${showDay(lastDay)}, ${distance}.${own} Not legal advice; ${checked[weaker(offence.status, rule.status)]}.`
}
const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Every question, word for word as the form, the versions and the conflict screen say it. */
export const policeReportQuestions: Record<keyof PoliceReportDraft, string> = {
  when: 'Reported',
  channel: 'How it was reported',
  force: 'Police force',
  officer: 'Officer',
  collarNumber: 'Collar number',
  logNumber: 'Incident log number',
  crimeReference: 'Crime reference',
  recordedOn: 'Recorded as a crime on',
  recordedAs: 'Police recorded it as',
  believedToBe: 'What you believe it to be',
  reclassifications: 'Re-classified by police',
  outcome: 'Outcome',
  linkedByPolice: 'Did police link it to earlier reports?',
  note: 'Notes',
  links: 'Belongs together with',
}

export const policeReportHints = {
  force: 'Start typing to choose from the list, or write another name.',
  officer: 'Rank and name, as given.',
  collarNumber: 'The shoulder number, such as 4127.',
  logNumber: 'Given first, for the call.',
  crimeReference: 'Given once a crime is recorded.',
  recordedAs: 'Type to choose an offence, or write the words that police used.',
  believedToBe: 'Your own view. It is kept apart from what police recorded.',
  believedNote: 'What makes it so: the pattern, the fear, the earlier incidents.',
  reclassifications: 'Each change of what police call it.',
  outcomeCode: 'The number that police gave. Code 0 means that there is none yet.',
  subCode: 'If they gave one, such as 1A.',
  outcomeReason: 'Why, as police put it.',
  links: 'Police contacts, incidents and breaches of this case.',
} as const
