import type { AnswerSource, Judgement, Marac, RiskAssessmentDraft } from '../features/risk-assessments.ts'
import type { ItemAnswer, RiskLevel, Score } from '../rules/instruments.ts'
import { count } from './when.ts'

export const riskLevelWords: Record<RiskLevel, string> = { standard: 'Standard', medium: 'Medium', high: 'High' }
export const judgementWords: Record<Judgement, string> = { ...riskLevelWords, 'not-decided': 'Not decided' }
export const itemAnswerWords: Record<ItemAnswer, string> = {
  yes: 'Yes',
  no: 'No',
  'dont-know': 'Don’t know',
  'not-asked': 'Not asked',
}
export const answerSourceWords: Record<AnswerSource, string> = {
  client: 'The client',
  record: 'Case records',
  police: 'Police',
  other: 'Somebody else',
  none: 'Not said',
}
export const maracWords: Record<Marac, string> = {
  referred: 'Referred',
  'not-referred': 'Not referred',
  unknown: 'Not known',
}

/** Risk assessed as high: 24 topics. What timeline, search and history call it. */
export const riskTitle = (level: RiskLevel | null, instrumentTitle: string): string =>
  `${level === null ? 'Risk assessed, no level decided' : `Risk assessed as ${riskLevelWords[level].toLowerCase()}`} (${instrumentTitle})`

/** 12 of 24 answered yes. Null for a form without items. */
export const scoreLine = ({ yes, items }: Score): string | null =>
  items === 0 ? null : `${String(yes)} of ${String(items)} answered yes`

/** 9 yes, 8 no, 2 don’t know, 5 not asked. */
export const runningCount = ({ yes, no, dontKnow, notAsked }: Score): string =>
  `${String(yes)} yes, ${String(no)} no, ${String(dontKnow)} don’t know, ${String(notAsked)} not asked`

/** What the count comes to by the form, and what it can't say while answers are open. Null where the form has no levels. */
export function bandLine({ band, couldBe, notAsked, dontKnow }: Score): string | null {
  if (band === null) return null
  const open = notAsked + dontKnow
  const counts = `Counts as ${riskLevelWords[band].toLowerCase()} by this form`
  return couldBe === null || couldBe === band
    ? counts
    : `${counts}; up to ${riskLevelWords[couldBe].toLowerCase()} if the ${count(open, 'open answer')} ${open === 1 ? 'was' : 'were'} yes`
}

/** Every question, word for word as the form, the versions and the conflict screen say it. */
export const riskQuestions: Record<keyof RiskAssessmentDraft, string> = {
  when: 'When',
  instrument: 'Form',
  answers: 'Answers',
  judgement: 'Your judgement',
  reason: 'Reason for your judgement',
  clientView: 'How the client sees it',
  escalation: 'More often or more severe?',
  nextReview: 'Next review',
  marac: 'MARAC',
  note: 'Note',
}

/** What a number can't say. Stands beside every count. */
export const notAPrediction =
  'A count says what was answered on one day. It is not a prediction: studies report that forms like these graded most people who later came to great harm too low. Your judgement and the client’s own view come first.'

export const riskHints = {
  judgement: 'What you think, whatever the count says. “Not decided” leaves it to the count.',
  reason: 'Needed where your judgement is not what the count says.',
  clientView: 'Their own words, as near as you can. Clients are often right about what comes next.',
  escalation: 'What has become more frequent or worse, and since when.',
} as const

/** 2 incidents and 1 breach since. Null where nothing happened. */
export function riskSince({ incidents, breaches }: { incidents: number; breaches: number }): string | null {
  const parts = [
    ...(incidents > 0 ? [count(incidents, 'incident')] : []),
    ...(breaches > 0 ? [count(breaches, 'breach', 'breaches')] : []),
  ]
  return parts.length === 0 ? null : `${parts.join(' and ')} since`
}
