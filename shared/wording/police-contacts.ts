import type { Channel, Direction, PoliceContactDraft } from '../features/police-contacts.ts'
import type { CalendarDay } from '../kernel/dates.ts'
import { showDay } from '../kernel/uk-dates.ts'
import { ago } from './when.ts'

export const channelWords: Record<Channel, string> = {
  phone: 'Phone',
  'in-person': 'In person',
  email: 'Email',
  letter: 'Letter',
  online: 'Online',
  'text-message': 'Text',
}

export const directionWords: Record<Direction, string> = {
  'from-police': 'Police got in touch',
  'to-police': 'We got in touch',
}

const exchangeWords: Record<Channel, [from: string, to: string]> = {
  phone: ['Phone call from', 'Phone call to'],
  'in-person': ['Meeting with', 'Meeting with'],
  email: ['Email from', 'Email to'],
  letter: ['Letter from', 'Letter to'],
  online: ['Online message from', 'Online message to'],
  'text-message': ['Text message from', 'Text message to'],
}

/** Phone call from PC Sample; Email to Example Constabulary; Letter from police. What timeline, search and history call it. */
export function policeContactTitle({ channel, direction, officer, force }: PoliceContactDraft): string {
  const [from, to] = exchangeWords[channel]
  return `${direction === 'from-police' ? from : to} ${officer.value ?? force.value ?? 'police'}`
}

/** Short enough for a column. */
export const directionShort: Record<Direction, string> = { 'from-police': 'From police', 'to-police': 'To police' }

/** Every question, word for word as the form, the versions and the conflict screen say it. */
export const policeContactQuestions: Record<keyof PoliceContactDraft, string> = {
  when: 'When',
  channel: 'How',
  direction: 'Who got in touch',
  force: 'Police force',
  officer: 'Officer',
  collarNumber: 'Collar number',
  reference: 'Police reference',
  said: 'What was said',
  promised: 'What was promised',
  promisedBy: 'Promised by',
  promiseKeptOn: 'Kept on',
}

export const policeContactHints = {
  force: 'Start typing to choose from the list, or write another name.',
  officer: 'Rank and name, as given.',
  collarNumber: 'The shoulder number, such as 4127.',
  reference: 'Crime, incident or log number.',
  said: 'Write what was said, as near to word for word as you can. Keep your own opinion apart: it may be read in court.',
  promised: 'What the police said they would do. Leave empty if nothing was promised.',
  promisedBy: 'The day they gave. Leave empty if they gave none.',
  promiseKeptOn: 'Leave empty while you are still waiting.',
} as const

export type PromiseState = 'none' | 'kept' | 'open' | 'overdue'
type Promised = Pick<PoliceContactDraft, 'promised' | 'promisedBy' | 'promiseKeptOn'>

/** How a promise stands on a day. The day it was promised for still counts as in time. */
export function promiseState({ promised, promisedBy, promiseKeptOn }: Promised, today: CalendarDay): PromiseState {
  if (promised === null) return 'none'
  if (promiseKeptOn !== null) return 'kept'
  return promisedBy !== null && promisedBy < today ? 'overdue' : 'open'
}

/** Kept on 3 Nov 2026; Open until 30 Nov 2026; Overdue since 10 Nov 2026; Open, no day given. */
export function promiseWords(promise: Promised, today: CalendarDay): string {
  const state = promiseState(promise, today)
  if (state === 'none') return 'No promise'
  if (promise.promiseKeptOn !== null) return `Kept on ${showDay(promise.promiseKeptOn)}`
  if (promise.promisedBy === null) return 'Open, no day given'
  return state === 'overdue'
    ? `Overdue since ${showDay(promise.promisedBy)}`
    : `Open until ${showDay(promise.promisedBy)}`
}

/** The same with its age: due 14 days ago. Null without a day to count from. */
export function promiseAge(promise: Promised, today: CalendarDay): string | null {
  if (promise.promisedBy === null || promise.promiseKeptOn !== null) return null
  return `due ${ago(promise.promisedBy, today)}`
}
