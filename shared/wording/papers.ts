import type { Hearing } from '../features/hearings.ts'
import type { Expiry } from '../features/orders.ts'
import type { PaperKind, PaperOptions } from '../features/papers.ts'
import type { PoliceContactDraft } from '../features/police-contacts.ts'
import type { RiskStanding } from '../features/risk-assessments.ts'
import type { CalendarDay } from '../kernel/dates.ts'
import type { When } from '../kernel/event.ts'
import type { Missing } from '../kernel/known.ts'
import { dayOf, daysBetween, showDay } from '../kernel/uk-dates.ts'
import { spanWords } from './events.ts'
import { hearingTitle } from './hearings.ts'
import { expiryLine } from './orders.ts'
import { promiseWords } from './police-contacts.ts'
import { riskLevelWords } from './risk-assessments.ts'
import { ago, count, showWhen } from './when.ts'

/** Stands where something was that could lead to a protected person. */
export const withheld = '[withheld]'

export const paperTitles: Record<PaperKind, string> = {
  'front-sheet': 'Front sheet',
  'case-summary': 'Case summary',
  chronology: 'Chronology',
  'police-contacts': 'Contacts with police',
  'risk-summary': 'Risk summary',
}

/** What the papers themselves print. */
export const paperWords = {
  caseNumber: 'Case number',
  covers: 'Period covered',
  allRecords: 'All records to date',
  prepared: 'Prepared',
  standing: `Put together from records kept at the time. It leaves out records entered in error and professional opinion. ${withheld} stands for details that could lead to a protected person. It is unsigned: it is not a witness statement, and whoever prepared it does not conduct litigation.`,
  // chronology
  number: 'No.',
  date: 'Date',
  whatHappened: 'What happened',
  source: 'Source and reference',
  undated: 'Records without a date',
  nothingDated: 'No records with a date in this period.',
  incident: 'Incident',
  where: 'Where',
  clientSaid: 'The client said',
  observed: 'Seen or heard',
  othersSaid: 'Others said',
  impact: 'Effect on the client',
  fear: 'Fear',
  orderBreached: 'Recorded as a breach of an order or of bail.',
  unfinished: 'This record is still to be completed.',
  reference: 'Reference',
  evidence: 'Evidence',
  arrested: 'Police made an arrest.',
  policeResponse: 'Police response',
  reported: 'Reported to police',
  notReported: 'Not reported to police',
  reportUnknown: 'Not known if reported',
  recordedOn: 'Recorded as a crime',
  reclassified: 'Re-classified',
  outcome: 'Outcome',
  reasonGiven: 'Reason given',
  crimeReference: 'Crime reference',
  logNumber: 'Log number',
  promised: 'Promised',
  varied: 'Varied',
  discharged: 'Discharged',
  order: 'Order',
  hearing: 'Hearing',
  nextHearing: 'Next hearing',
  listed: 'Listed.',
  noOutcome: 'No outcome recorded.',
  moved: 'Moved from',
  // case summary
  inShort: 'In short',
  ordersInForce: 'Orders that have not ended',
  noOrders: 'No order that has not ended is recorded.',
  behaviours: 'Kinds of behaviour',
  behaviour: 'Kind',
  incidents: 'Incidents',
  first: 'First',
  last: 'Last',
  noDate: 'No date',
  lastIncidents: 'Last incidents, newest first',
  risk: 'Risk',
  breachesRecorded: 'Breaches of orders recorded',
  breaches: 'Breaches',
  made: 'Made',
  standingOf: 'How it stands',
  // police contacts
  officer: 'Officer and force',
  saidAndPromised: 'What was said and promised',
  kept: 'Kept or not',
  noContacts: 'No contacts with police in this period.',
  noSilence: 'How long police did not get in touch can’t be counted: it takes a police report with a date.',
  // risk summary
  notAPrediction:
    'A count says what was answered on one day. It is not a prediction: studies report that forms like these graded most people who later came to great harm too low. Professional judgement and the client’s own view come first.',
  noAssessment: 'No risk assessment is recorded.',
  nothingSince: 'No incident or breach has been recorded since.',
  recordedSince: 'Recorded since',
  form: 'Form',
  assessed: 'Assessed',
  counted: 'Answers',
  judged: 'Level by judgement',
  reason: 'Reason for that level',
  clientView: 'How the client sees it',
  escalation: 'More often or more severe',
  marac: 'MARAC',
  nextReview: 'Next review',
  sinceThen: 'Recorded since then',
  nothing: 'No incident or breach',
  answeredYes: 'Answered yes',
  answeredDontKnow: 'Answered “don’t know”',
  notAsked: 'Not asked',
  otherAssessments: 'Other assessments',
  level: 'Level',
  noLevel: 'No level decided',
  // front sheet
  client: 'Client',
  otherParty: 'Other party',
  children: 'Children',
  preparedFor: 'Prepared for',
  contents: 'Behind this sheet',
} as const

/** Whom a paper is about, below its title. */
/** Where in its bundle a paper's record has a document. */
export const seePage = (label: string): string => `See page ${label}`

export const concerning = (client: string): string => `Concerning ${client}`

/** Statements: 10 documents. */
export const behindSheetLine = (section: string, documents: number): string =>
  `${section}: ${count(documents, 'document')}`

/** The foot of every page. */
export const pageOfPaper = (title: string, page: number, pages: number): string =>
  `${title} · Page ${String(page)} of ${String(pages)}`

type Prepared = { day: CalendarDay; keeper: string; service: string | null }
/** 24 Nov 2026, from records kept by Sam Sample, Example Advocacy. */
export const preparedLine = ({ day, keeper, service }: Prepared): string =>
  `${showDay(day)}, from records kept by ${[keeper, service].filter(Boolean).join(', ')}`

type Figures = {
  count: number
  first: When | null
  last: When | null
  reported: Record<'yes' | 'no' | 'unknown' | 'notAsked', number>
}
/** 42 incidents are recorded, the first on 3 Mar 2026, the last on 20 Nov 2026. 30 were reported to police, 12 were not. */
export function incidentLine({ count: all, first, last, reported }: Figures): string {
  if (all === 0) return 'No incidents are recorded.'
  const span = first && last ? `, the first ${dated(first)}, the last ${dated(last)}` : ''
  const { yes, no, unknown, notAsked } = reported
  const open = [
    unknown > 0 && `for ${String(unknown)} it is not known`,
    notAsked > 0 && `for ${String(notAsked)} it was not asked`,
  ].filter(Boolean)
  const told = `Reported to police: ${String(yes)}; not reported: ${String(no)}`
  const rest = open.length === 0 ? '' : `; ${open.join(' and ')}`
  return `${count(all, 'incident')} ${all === 1 ? 'is' : 'are'} recorded${span}. ${told}${rest}.`
}
/** 3 Mar 2026; About 3 Mar 2026; 1 Mar 2026 to 3 Mar 2026: without the hour. */
export const showDays = (when: When): string =>
  when.from !== null && when.precision === 'minute' ? showDay(dayOf(when.from, when.zone)) : showWhen(when)
/** As it stands inside a sentence. */
function dated(when: When): string {
  const days = showDays(when)
  if (when.precision === 'about') return days.replace(/^About/, 'about')
  return when.precision === 'range' ? `from ${days}` : `on ${days}`
}

/** 5 police reports, 2 of them without an outcome. */
export const reportLine = (all: number, open: number): string =>
  `${count(all, 'police report')}${all === 0 ? '' : `, ${open === 0 ? 'none' : String(open)} of them without an outcome`}.`

/** Trial, Exampleton Crown Court, 1 Dec 2026, 10:00. */
export const nextHearingLine = (next: Pick<Hearing, 'when' | 'kind' | 'court'> | null): string =>
  next === null ? 'No further hearing is listed' : `${hearingTitle(next)}, ${showWhen(next.when)}`

/** Ends at the end of 2 Sep 2027; Until further order; Until: the end of the trial; End not known. */
export function endsLine(expires: Expiry): string {
  const line = expiryLine(expires)
  if (expires.is === 'at') return expires.hourKnown ? `Ends ${line}` : `Ends at the ${line}`
  return line.charAt(0).toUpperCase() + line.slice(1)
}

const missingWords: Record<Missing, string> = { unknown: 'not known', 'not-asked': 'not asked', declined: 'not given' }
type Police = Pick<PoliceContactDraft, 'officer' | 'force' | 'collarNumber'>
/** PC Sample 4127, Example Constabulary; Officer not known, Example Constabulary. */
export function whoOfPolice({ officer, force, collarNumber }: Police): string {
  const name = officer.value ?? `Officer ${missingWords[officer.missing ?? 'unknown']}`
  const number = collarNumber.value === null ? '' : ` ${collarNumber.value}`
  return `${name}${number}, ${force.value ?? `force ${missingWords[force.missing ?? 'unknown']}`}`
}

/** Promises made: 6. Kept: 3, 2 of them late. Still open: 1. Overdue: 2. */
export const promiseFigures = (states: Record<'kept' | 'late' | 'open' | 'overdue', number>): string => {
  const { kept, late, open, overdue } = states
  const inTime = late === 0 ? '' : `, ${String(late)} of them late`
  return `Promises made: ${String(kept + open + overdue)}. Kept: ${String(kept)}${inTime}. Still open: ${String(open)}. Overdue: ${String(overdue)}.`
}
/** Whether a promise was kept after the day it was due. */
export const keptLate = ({ promised, promisedBy, promiseKeptOn }: PoliceContactDraft): boolean =>
  promised !== null && promisedBy !== null && promiseKeptOn !== null && daysBetween(promisedBy, promiseKeptOn) > 0

/** Kept on 3 Nov 2026, then: 4 days late. Each a line of its own. */
export function promiseOnPaper(promise: PoliceContactDraft, today: CalendarDay): string[] {
  const { promised, promisedBy, promiseKeptOn } = promise
  if (promised === null) return ['Nothing promised']
  const words = promiseWords(promise, today)
  if (promisedBy === null) return [words]
  const late = daysBetween(promisedBy, promiseKeptOn ?? today)
  if (late <= 0) return promiseKeptOn === null ? [words] : [words, 'In time']
  return promiseKeptOn === null ? ['Not kept', words, count(late, 'day')] : [words, `${count(late, 'day')} late`]
}

/** 22 Dec 2026; 22 Nov 2026, passed. */
export const reviewOnPaper = (day: CalendarDay, today: CalendarDay): string =>
  day < today ? `${showDay(day)}, passed` : showDay(day)

/** 34 days before this paper; on the day of this paper. */
export function ageOnPaper({ from, zone }: When, today: CalendarDay): string {
  if (from === null) return 'on an unknown day'
  const days = daysBetween(dayOf(from, zone), today)
  return days === 0 ? 'on the day of this paper' : `${count(days, 'day')} before this paper`
}

const basisWords: Record<'judgement' | 'count' | 'none', string> = {
  judgement: 'by professional judgement',
  count: 'by the count of answers',
  none: 'without a level',
}
type Standing = NonNullable<RiskStanding['assessment']>
/** Assessed as high by professional judgement on 1 Nov 2026 (24 topics), 3 weeks ago. */
export function riskLine({ when, instrumentTitle, level, basis }: Standing, today: CalendarDay): string {
  const graded = level === null ? '' : ` as ${riskLevelWords[level].toLowerCase()}`
  const day = when.from === null ? null : dayOf(when.from, when.zone)
  const date = day === null ? '' : ` on ${showDay(day)}, ${ago(day, today)}`
  return `Assessed${graded} ${basisWords[basis]}${date} (${instrumentTitle}).`
}

/** Chronology; Chronology, 1 Mar 2026 to 24 Nov 2026. */
export function madePaperTitle(paper: PaperKind, { from, to }: Pick<PaperOptions, 'from' | 'to'>): string {
  const title = paperTitles[paper]
  return from === null && to === null ? title : `${title}, ${spanWords(from, to)}`
}
export const madePaperNote = 'Made by Waymark from the records of the case as they stood then.'

export const paperHints = {
  from: 'Empty: from the first record on.',
  to: 'Empty: to the last record.',
  court:
    'Printed at its head with the case number, as recorded with the hearings of this case. Make sure that it is the court this paper goes to.',
  service: 'Printed beside the name of whoever keeps the records.',
  preparedFor: 'Such as “the client and her solicitor”.',
  withheld:
    'Left out: records entered in error, your opinion, safe-contact plans, confidential numbers and addresses, where a protected person lives, and every postcode. It can’t know an address that is only described. Read it before anyone else does.',
} as const
