import type {
  AttemptOutcome,
  Attempts,
  ContactChannel,
  ContactDirection,
  ContactDraft,
  Entry,
  Safely,
  WithWhom,
} from '../features/contacts.ts'
import { showDay } from '../kernel/uk-dates.ts'
import { count } from './when.ts'

export const entryWords: Record<Entry, string> = { contact: 'Contact', attempt: 'Attempt', note: 'Note' }
export const entryHints: Record<Entry, string> = {
  contact: 'You spoke, met or wrote to each other.',
  attempt: 'You tried to reach somebody.',
  note: 'Something to keep on file.',
}

export const contactChannelWords: Record<ContactChannel, string> = {
  phone: 'Phone',
  'text-message': 'Text',
  'in-person': 'In person',
  video: 'Video',
  email: 'Email',
  letter: 'Letter',
  online: 'Online',
}
export const contactDirectionWords: Record<ContactDirection, string> = {
  to: 'We got in touch',
  from: 'They got in touch',
}
export const safelyWords: Record<Safely, string> = { yes: 'Yes', no: 'No', 'not-checked': 'Not checked' }

export const withWhomWords: Record<WithWhom, string> = {
  client: 'Client',
  family: 'Family or friend',
  police: 'Police',
  professional: 'Professional',
  other: 'Somebody else',
}

export const outcomeWords: Record<AttemptOutcome, string> = {
  reached: 'Reached them',
  'no-answer': 'No answer',
  'message-left': 'Message left',
  'wrong-person': 'Somebody else answered',
  declined: 'Did not want to talk',
}

const exchangeWords: Record<ContactChannel, [from: string, to: string]> = {
  phone: ['Call from', 'Call to'],
  'text-message': ['Text from', 'Text to'],
  'in-person': ['Meeting with', 'Meeting with'],
  video: ['Video call from', 'Video call to'],
  email: ['Email from', 'Email to'],
  letter: ['Letter from', 'Letter to'],
  online: ['Online message from', 'Online message to'],
}

type Named = Pick<ContactDraft, 'entry' | 'channel' | 'direction' | 'withWhom' | 'withName' | 'outcome'>
/** Call to client: no answer; Meeting with Dr Example; Note. What timeline, search, list and history call it. */
export function contactTitle({ entry, channel, direction, withWhom, withName, outcome }: Named): string {
  if (entry === 'note' || channel === null || withWhom === null) return 'Note'
  const [from, to] = exchangeWords[channel]
  const tried = entry === 'attempt' && channel === 'in-person' ? 'Visit to' : to
  const title = `${direction === 'from' ? from : tried} ${withName ?? withWhomWords[withWhom].toLowerCase()}`
  return outcome === null ? title : `${title}: ${outcomeWords[outcome].toLowerCase()}`
}

/** Every question, word for word as the form, the versions and the conflict screen say it. */
export const contactQuestions: Record<keyof ContactDraft, string> = {
  entry: 'What is it?',
  when: 'When',
  channel: 'How',
  direction: 'Who got in touch',
  withWhom: 'With whom',
  withName: 'Their name',
  outcome: 'How it ended',
  safely: 'Was the safe-contact plan kept to?',
  safelyNote: 'What happened, and what was done about it',
  clientSaid: 'What the client said',
  observed: 'What you saw or heard yourself',
  othersSaid: 'What others told you',
  opinion: 'What you make of it',
  minutes: 'How many minutes it took',
}

export const contactHints = {
  withName: 'Name and role, such as Dr Example, GP.',
  safely: 'Agreed number and hours, the right person answered, no service name left behind.',
  safelyNote: 'Who may know of the call now. Check the plan with the client before the next one.',
  clientSaid: 'As near to word for word as you can.',
  observed: 'Only what you saw or heard, without what it may mean.',
  othersSaid: 'Who told you, and what they said.',
  opinion: 'Your professional view. Kept apart, because courts read it as opinion.',
} as const

/** 3 attempts since 12 Nov 2026, not reached yet; Client last reached 5 Nov 2026. Null before anything was tried. */
export function attemptsWords({ since, firstOn, reachedOn }: Attempts): string | null {
  const reached = reachedOn === null ? null : showDay(reachedOn)
  if (since === 0) return reached === null ? null : `Client last reached ${reached}`
  const begun = firstOn === null ? '' : ` since ${showDay(firstOn)}`
  return `${count(since, 'attempt')}${begun}, not reached ${reached === null ? 'yet' : `since ${reached}`}`
}
