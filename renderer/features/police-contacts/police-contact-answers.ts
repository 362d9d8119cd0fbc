import * as z from 'zod'
import { Channel, Direction, PoliceContactDraft, type PoliceContact } from '../../../shared/features/police-contacts.ts'
import { london, type CalendarDay } from '../../../shared/kernel/dates.ts'
import { Missing } from '../../../shared/kernel/known.ts'
import { todayIn } from '../../lib/today.ts'
import { thisMoment } from '../../lib/today.ts'
import { blankWhen, DayText, dayToTyped, WhenText, whenToTyped } from '../../ui/typed-dates.ts'

const known = (needed: string, limit: number) =>
  z.strictObject({ value: z.string().nullable(), missing: Missing.nullable() }).transform((answer, context) => {
    const value = answer.value?.trim() ?? ''
    if (answer.missing !== null) return { value: null, missing: answer.missing }
    if (value === '') return refuse(context, `${needed}, or say why there is no answer.`)
    if (value.length > limit) return refuse(context, `Use ${String(limit)} characters or fewer.`)
    return { value, missing: null }
  })

const chosen = <Value extends string>(options: z.ZodType<Value>, needed: string) =>
  z
    .string()
    .nullable()
    .transform((text, context): Value => {
      const found = options.safeParse(text)
      return found.success ? found.data : refuse(context, needed)
    })

const words = (limit: number) =>
  z
    .string()
    .trim()
    .max(limit, { error: `Use ${limit.toLocaleString('en-GB')} characters or fewer.` })
const optional = (limit: number) =>
  words(limit)
    .nullable()
    .transform(text => text || null)

/** The answers as typed, in a new contact, an edit and a draft alike; `revision` is the one they started from, 0 for a new one. */
export const PoliceContactAnswers = z
  .strictObject({
    revision: z.int().nonnegative(),
    when: WhenText,
    channel: chosen(Channel, 'Say how you were in touch.'),
    direction: chosen(Direction, 'Say who got in touch.'),
    force: known('Write the police force', 120),
    officer: known('Write the officer’s name', 120),
    collarNumber: known('Write the collar number', 20),
    reference: optional(60),
    said: words(10_000).min(1, { error: 'Write what was said.' }),
    promised: optional(2_000),
    promisedBy: DayText.nullable(),
    promiseKeptOn: DayText.nullable(),
  })
  .superRefine(({ when, promised, promisedBy, promiseKeptOn }, context) => {
    const now = thisMoment().toISOString()
    const says = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    if ((when.to ?? when.from ?? '') > now) says('when', 'in-the-future')
    if (promised === null && (promisedBy !== null || promiseKeptOn !== null)) says('promised', 'promise-needed')
    if (promiseKeptOn !== null && promiseKeptOn > todayIn(london))
      says('promiseKeptOn', 'This is in the future. Leave it empty until the promise is kept.')
  })
  .transform(({ revision, ...contact }) => ({ revision, contact: PoliceContactDraft.parse(contact) }))

export type TypedAnswers = z.input<typeof PoliceContactAnswers>

const noAnswer = { value: null, missing: null }
export const blankAnswers: TypedAnswers = {
  revision: 0,
  when: blankWhen(london),
  channel: null,
  direction: null,
  force: noAnswer,
  officer: noAnswer,
  collarNumber: noAnswer,
  reference: null,
  said: '',
  promised: null,
  promisedBy: null,
  promiseKeptOn: null,
}

/** A stored contact as it would have been typed, to be corrected from this revision on. */
export const toAnswers = (contact: PoliceContactDraft, revision: number): TypedAnswers => ({
  ...draftOf(contact),
  revision,
  when: whenToTyped(contact.when),
  promisedBy: dayToTyped(contact.promisedBy),
  promiseKeptOn: dayToTyped(contact.promiseKeptOn),
})

/** The part of a record that people decide. */
export function draftOf(contact: PoliceContactDraft): PoliceContactDraft {
  const {
    when,
    channel,
    direction,
    force,
    officer,
    collarNumber,
    reference,
    said,
    promised,
    promisedBy,
    promiseKeptOn,
  } = contact
  return {
    when,
    channel,
    direction,
    force,
    officer,
    collarNumber,
    reference,
    said,
    promised,
    promisedBy,
    promiseKeptOn,
  }
}

/** The same contact with its promise kept on this day. */
export const keptOn = (contact: PoliceContact, day: CalendarDay): PoliceContactDraft => ({
  ...draftOf(contact),
  promiseKeptOn: day,
})

function refuse(context: z.RefinementCtx, message: string): never {
  context.addIssue({ code: 'custom', message })
  return z.NEVER
}
