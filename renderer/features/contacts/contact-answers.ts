import * as z from 'zod'
import {
  AttemptOutcome,
  ContactChannel,
  ContactDirection,
  ContactDraft,
  Entry,
  longestAccount,
  questionsAsked,
  Safely,
  WithWhom,
} from '../../../shared/features/contacts.ts'
import { london } from '../../../shared/kernel/dates.ts'
import { Instant } from '../../../shared/kernel/dates.ts'
import { thisMoment } from '../../lib/today.ts'
import { readerOf, type AnswerReader } from '../../ui/typed-answers.ts'
import { blankWhen, WhenTyped, whenToTyped } from '../../ui/typed-dates.ts'

const text = z.string().nullable()
const Typed = z.strictObject({
  revision: z.int().nonnegative(),
  entry: text,
  when: WhenTyped,
  ...{ channel: text, direction: text, withWhom: text, withName: text, outcome: text, safely: text, safelyNote: text },
  ...{ clientSaid: text, observed: text, othersSaid: text, opinion: text, minutes: text },
})
export type TypedAnswers = z.infer<typeof Typed>

/** Which questions stand on the form, by what is answered so far. Of the others nothing is saved. */
export const askedOf = ({ entry, withWhom, safely }: Pick<TypedAnswers, 'entry' | 'withWhom' | 'safely'>) =>
  questionsAsked({
    entry: Entry.safeParse(entry).data ?? 'note',
    withWhom: WithWhom.safeParse(withWhom).data ?? null,
    safely: Safely.safeParse(safely).data ?? null,
  })
type Asked = ReturnType<typeof askedOf>

/** The answers as typed, in a new entry, an edit and a draft alike; `revision` is the one they started from, 0 for a new one. */
export const ContactAnswers = Typed.transform((typed, context) => {
  const read = readerOf(context)
  const entry = read.chosen('entry', Entry, { typed: typed.entry, sentence: 'Choose what it is.' })
  const when = read.when('when', typed.when)
  if ((when?.to ?? when?.from ?? '') > thisMoment().toISOString()) read.says('when', 'in-the-future')
  const contact = { when, entry, ...exchangeOf(read, typed, askedOf(typed)), ...accountsOf(read, typed, entry) }
  return read.failed() ? z.NEVER : { revision: typed.revision, contact: ContactDraft.parse(contact) }
})

function exchangeOf(read: AnswerReader, typed: TypedAnswers, asked: Asked) {
  const one = <Value>(field: keyof Asked, schema: z.ZodType<Value>, sentence: string) =>
    asked[field] ? read.chosen(field, schema, { typed: typed[field], sentence }) : null
  const needed = { limit: 2_000, sentence: 'Say what happened and what was done about it.' }
  return {
    channel: one('channel', ContactChannel, 'Say how.'),
    direction: asked.outcome ? ('to' as const) : one('direction', ContactDirection, 'Say who got in touch.'),
    withWhom: one('withWhom', WithWhom, 'Say with whom.'),
    withName: asked.withName ? read.words('withName', typed.withName, 120) : null,
    outcome: one('outcome', AttemptOutcome, 'Say how it ended.'),
    safely: one('safely', Safely, 'Say whether the plan was kept to. “Not checked” is an answer.'),
    safelyNote: asked.safelyNote ? read.needed('safelyNote', typed.safelyNote, needed) : null,
    minutes: asked.minutes ? minutesOf(read, typed.minutes) : null,
  }
}

function accountsOf(read: AnswerReader, typed: TypedAnswers, entry: Entry | null) {
  const words = (field: 'clientSaid' | 'observed' | 'othersSaid' | 'opinion') =>
    read.words(field, typed[field], longestAccount)
  const accounts = {
    clientSaid: words('clientSaid'),
    observed: words('observed'),
    othersSaid: words('othersSaid'),
    opinion: words('opinion'),
  }
  if (entry !== 'attempt' && Object.values(accounts).every(account => account === null))
    read.says('clientSaid', 'account-of-contact-needed')
  return accounts
}

function minutesOf(read: AnswerReader, typed: string | null): number | null {
  const words = typed?.trim() ?? ''
  if (words === '') return null
  const minutes = ContactDraft.shape.minutes.safeParse(/^\d+$/.test(words) ? Number(words) : Number.NaN)
  if (!minutes.success) read.says('minutes', 'Write whole minutes, from 1 to 1,440.')
  return minutes.data ?? null
}

export const blankAnswers: TypedAnswers = {
  revision: 0,
  entry: null,
  when: blankWhen(london),
  ...{ channel: null, direction: null, withWhom: null, withName: null, outcome: null, safely: null, safelyNote: null },
  ...{ clientSaid: null, observed: null, othersSaid: null, opinion: null, minutes: null },
}

type Given = { entry: Entry; channel?: ContactChannel | undefined; safely?: Safely | undefined }
/** A contact with the client that is under way: of now, by the number that was just shown. */
export const answersOfCall = ({ entry, channel, safely }: Given): TypedAnswers => ({
  ...blankAnswers,
  ...{ entry, channel: channel ?? null, direction: 'to', withWhom: 'client', safely: safely ?? null },
  when: whenToTyped({
    ...{ from: Instant.parse(thisMoment().toISOString()), to: null, precision: 'minute', zone: london },
  }),
})

/** A stored entry as it would have been typed, to be corrected from this revision on. */
export const toAnswers = (contact: ContactDraft, revision: number): TypedAnswers => {
  const { channel, direction, withWhom, withName, outcome, safely, safelyNote } = contact
  const { entry, clientSaid, observed, othersSaid, opinion, minutes, when } = contact
  return {
    ...{ revision, entry, channel, direction, withWhom, withName, outcome, safely, safelyNote },
    ...{ clientSaid, observed, othersSaid, opinion, minutes: minutes === null ? null : String(minutes) },
    when: whenToTyped(when),
  }
}
