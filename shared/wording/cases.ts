import type { BuiltInView } from '../features/caseload-views.ts'
import type { CaseDraft, CaseloadFilter, CaseRisk, CaseRow, CaseStatus, ClosingReason } from '../features/cases.ts'
import type { CaseloadRule } from '../rules/caseload.ts'
import { showDay } from '../kernel/uk-dates.ts'
import { count } from './when.ts'

export const caseStatusWords: Record<CaseStatus, string> = {
  referred: 'Referred',
  contacting: 'Making contact',
  assessing: 'Assessing',
  supporting: 'Supporting',
  paused: 'Paused',
  closed: 'Closed',
}

/** What each status means, for whoever has to choose one. */
export const caseStatusHints: Record<CaseStatus, string> = {
  referred: 'The referral is in; nobody has tried to reach the client yet.',
  contacting: 'Trying to reach the client, at safe times only.',
  assessing: 'Intake, consent and the first risk assessment.',
  supporting: 'Ongoing advocacy.',
  paused: 'On hold, for example at the client’s wish.',
  closed: 'Finished. It stays readable and can be opened again.',
}

export const closingReasonWords: Record<ClosingReason, string> = {
  planned: 'Planned ending',
  disengaged: 'Client stopped engaging',
  'moved-area': 'Client moved to another area',
  'risk-reduced': 'Risk is reduced',
  declined: 'Client declined support',
  'unable-to-contact': 'Unable to contact the client',
  died: 'Client died',
}

/** Where a case stands in a few words; a closed one with its day and reason. */
export function caseStanding({
  status,
  closedOn,
  closingReason,
}: Pick<CaseDraft, 'status' | 'closedOn' | 'closingReason'>) {
  if (closedOn === null || closingReason === null) return caseStatusWords[status]
  return `${caseStatusWords[status]} ${showDay(closedOn)}, ${closingReasonWords[closingReason].toLowerCase()}`
}

export const caseQuestions: Record<keyof CaseDraft, string> = {
  reference: 'Case reference',
  status: 'Status',
  ownerId: 'Case owner',
  openedOn: 'Opened on',
  closedOn: 'Closed on',
  closingReason: 'Why it was closed',
}

export const newCaseQuestions = { ...caseQuestions, clientName: 'Client’s name' } as const

export const caseRiskWords: Record<CaseRisk, string> = {
  high: 'High',
  medium: 'Medium',
  standard: 'Standard',
  none: 'No level',
}

export const builtInViewWords: Record<BuiltInView, string> = {
  mine: 'My cases',
  open: 'All open',
  'high-risk': 'High risk',
  'not-spoken': 'Nobody has spoken to them in 14 days',
  closed: 'Closed',
}

/** 12 open cases of mine; 4 cases, where the choices may list closed ones. */
export const caseloadWords = (total: number, { statuses, owner }: CaseloadFilter): string =>
  `${count(total, statuses.length === 0 ? 'open case' : 'case')}${owner === 'mine' ? ' of mine' : ''}`

/** 2 tasks, 1 promise. */
export const overdueWords = ({ tasks, promises }: CaseRow['overdue']): string =>
  [tasks > 0 && count(tasks, 'task'), promises > 0 && count(promises, 'promise')].filter(Boolean).join(', ')

/** How sure we are of a figure that comes from a rule pack. */
export const ruleStatusWords: Record<CaseloadRule['status'], string> = {
  verified: 'Checked against its source.',
  secondary: 'From a secondary source: check it before you rely on it.',
  unverified: 'Not checked yet.',
}
