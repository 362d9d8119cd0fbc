import type { CaseDraft, CaseStatus, ClosingReason } from '../features/cases.ts'
import { showDay } from '../kernel/uk-dates.ts'

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
