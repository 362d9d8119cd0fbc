import type { AttemptOutcome, ContactChannel, ContactDraft, WithWhom } from '../features/contacts.ts'

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
