import type { IdentifierKind } from '../features/identifiers.ts'
import type {
  Agreement,
  ContactWindow,
  PlanState,
  RevealPurpose,
  RevealRule,
  SafeContactPlan,
} from '../features/safe-contact.ts'

export const identifierKindWords: Record<IdentifierKind, string> = {
  phone: 'Phone number',
  email: 'E-mail address',
  handle: 'Online account',
  address: 'Address',
  vehicle: 'Vehicle',
  alias: 'Another name',
}
export const identifierQuestions = {
  kind: 'What is it?',
  value: 'Number, address or name',
  label: 'Whose or what for',
  marks: 'How it may be used',
} as const
export const identifierMarks = [
  {
    value: 'confidential',
    label: 'Confidential',
    hint: 'Shown in no list, search or paper, and taken out of every text. Looking at it is recorded.',
  },
  {
    value: 'do-not-use',
    label: 'Must not be used',
    hint: 'Kept so that nobody uses it by mistake, such as a number somebody else answers.',
  },
] as const

export const purposeWords: Record<RevealPurpose, string> = {
  call: 'To call',
  text: 'To text',
  email: 'To e-mail',
  post: 'To post',
  check: 'To check it',
}
/** The ways somebody can be reached by an identifier of a kind. */
export const purposesOf: Record<IdentifierKind, readonly RevealPurpose[]> = {
  phone: ['call', 'text', 'check'],
  email: ['email', 'check'],
  handle: ['text', 'check'],
  address: ['post', 'check'],
  vehicle: ['check'],
  alias: ['check'],
}

/** Why a value is given out or not: a whole sentence, with what to do. */
export const revealRuleWords: Record<RevealRule, string> = {
  'no-plan': 'There is no safe-contact plan, so nothing is agreed. Make one with the client first.',
  'too-old': 'The safe-contact plan has not been confirmed for too long. Go through it with the client again.',
  'incident-since': 'There has been an incident since the plan was confirmed. Go through it with the client again.',
  'hearing-since': 'There has been a hearing since the plan was confirmed. Go through it with the client again.',
  'move-since': 'An address has changed since the plan was confirmed. Go through it with the client again.',
  'restored-since':
    'The vault was restored from a backup since the plan was confirmed, so this may be an old one. Go through it with the client again.',
  'in-error': 'This was entered in error, so it may be somebody else’s.',
  'do-not-use': 'This must not be used.',
  'no-agreed-hours': 'No hours are agreed for this number.',
  'outside-hours': 'It is outside the agreed hours.',
  'changed-since': 'This was added or changed since the plan was confirmed. Go through it with the client again.',
  'not-agreed': 'This way of getting in touch was not agreed.',
  'check-needs-reason': 'To look at it without contacting anyone, say why.',
  'agreed-hours': 'It is within the agreed hours.',
  'agreed-way': 'This way of getting in touch was agreed.',
  'not-confidential': 'This is not confidential.',
  overridden: 'Shown for the reason you gave, which is recorded.',
}

/** How a plan stands, for the case header. */
export const planStateWords: Record<PlanState, string> = {
  current: 'Plan agreed',
  'no-plan': 'No plan: do not call',
  'too-old': 'Confirm again: do not call',
  'incident-since': 'Confirm again: do not call',
  'hearing-since': 'Confirm again: do not call',
  'move-since': 'Confirm again: do not call',
  'changed-since': 'Confirm again: do not call',
  'restored-since': 'Confirm again: do not call',
}
export const planStateReasons: Record<PlanState, string> = {
  current: 'It counts.',
  'no-plan': 'Nothing has been agreed with the client.',
  'too-old': 'It was confirmed too long ago.',
  'incident-since': 'There was an incident since it was confirmed.',
  'hearing-since': 'There was a hearing since it was confirmed.',
  'move-since': 'An address changed since it was confirmed.',
  'changed-since': 'A number with agreed hours changed since it was confirmed.',
  'restored-since': 'The vault was restored from a backup since it was confirmed.',
}

export const agreementWords: Record<Agreement, string> = { yes: 'Yes', no: 'No', 'not-asked': 'Not asked' }

export const planQuestions: Record<keyof SafeContactPlan, string> = {
  askFor: 'Name to ask for',
  codeWord: 'Code word',
  whoMayAnswer: 'Who else may answer',
  windows: 'Safe hours',
  voicemail: 'Voicemail',
  voicemailScript: 'Words for a voicemail',
  text: 'Text messages',
  email: 'E-mail',
  emailWatched: 'Does somebody else read the e-mail?',
  post: 'Post',
  withheldNumber: 'Calls from a withheld number',
  interpreter: 'Interpreter',
  sharedDevices: 'Shared devices and accounts',
  otherContact: 'If they can’t be reached',
  doctor: 'GP',
  note: 'Anything else',
  confirmEveryDays: 'Confirm again after how many days?',
}
/** What to mind before writing an e-mail. Null: nobody else reads it. */
export const watchedWords: Record<Agreement, string | null> = {
  yes: 'Somebody else reads this e-mail. Write only what they may see.',
  no: null,
  'not-asked': 'Nobody has asked whether somebody else reads this e-mail.',
}
export const planHints: Partial<Record<keyof SafeContactPlan, string>> = {
  codeWord: 'So that both know who is speaking, and whether it is safe.',
  whoMayAnswer: 'And what to say to them.',
  voicemailScript: 'Never the name of the service.',
  interpreter: 'Language, and never somebody of the family.',
  sharedDevices: 'A phone that others can open, a family account, a car with an app.',
  otherContact: 'Somebody they chose, and when to turn to them.',
}

const dayNames = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
export const weekdayOptions = dayNames.map((label, index) => ({ value: String(index + 1), label }))

/** Mon to Fri 10:00 to 14:00; every day 09:00 to 11:00; Mon, Thu 18:00 to 19:00. */
export function hoursWords({ days, from, to }: Pick<ContactWindow, 'days' | 'from' | 'to'>): string {
  const sorted = [...new Set(days)].toSorted((a, b) => a - b)
  const [first = 1, last = 7] = [sorted[0], sorted.at(-1)]
  const unbroken = sorted.length > 2 && last - first === sorted.length - 1
  const name = (day: number): string => dayNames[day - 1] ?? ''
  const which =
    sorted.length === 7 ? 'Every day' : unbroken ? `${name(first)} to ${name(last)}` : sorted.map(name).join(', ')
  return `${which} ${from} to ${to}`
}
