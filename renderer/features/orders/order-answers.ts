import * as z from 'zod'
import {
  OrderDraft,
  OrderKindId,
  orderProblems,
  Service,
  YesNo,
  type Expiry,
  type Party,
} from '../../../shared/features/orders.ts'
import { london } from '../../../shared/kernel/dates.ts'
import type { When } from '../../../shared/kernel/event.ts'
import { EventId, PersonId } from '../../../shared/kernel/ids.ts'
import { addDays, dayOf, startOfDay } from '../../../shared/kernel/uk-dates.ts'
import { thisMoment, todayIn } from '../../lib/today.ts'
import { KnownTyped, readerOf, type AnswerReader } from '../../ui/typed-answers.ts'
import { WhenTyped } from '../../ui/typed-dates.ts'

const text = z.string().nullable()
const OrderTyped = z.strictObject({
  revision: z.int().nonnegative(),
  kind: text,
  issuer: KnownTyped,
  when: WhenTyped,
  served: text,
  servedAt: WhenTyped,
  servedHow: text,
  servedBy: text,
  expires: text,
  expiresAt: WhenTyped,
  expiresEvent: text,
  terms: z.array(z.strictObject({ number: z.string(), text: z.string() })),
  /** Ids of people of the case. */
  protects: z.array(z.string()),
  /** Names of others, one on each line. */
  otherProtects: text,
  /** A person of the case, `other` or `unknown`. */
  respondent: text,
  respondentName: text,
  notice: text,
  caseNumber: text,
  starts: text,
  policeNotified: text,
  policeOn: text,
  policeReference: text,
  powerOfArrest: text,
  returnDate: text,
  arrestedOn: text,
  replaces: text,
  dischargedOn: text,
  dischargedHow: text,
  variedOn: text,
  variedHow: text,
  note: text,
})
/** The answers as typed, in a new order, an edit and a draft alike; `revision` is the one they started from, 0 for a new one. */
export type OrderTyped = z.infer<typeof OrderTyped>

/** As typed in, as stored out: every problem that can be seen at once, each beside its question. */
export const OrderAnswers = OrderTyped.transform((typed, context) => {
  const read = readerOf(context)
  const order = draftFrom(typed, read)
  if (order === null) return z.NEVER
  for (const { field, rule } of orderProblems(order)) read.says(questionOf(field, rule), rule)
  refuseFuture(order, read)
  return read.failed() ? z.NEVER : { revision: typed.revision, order: OrderDraft.parse(order) }
})

type Unchecked = Parameters<typeof orderProblems>[0]
function draftFrom(typed: OrderTyped, read: AnswerReader): Unchecked | null {
  const chosen = <Value>(field: keyof OrderTyped, schema: z.ZodType<Value>, sentence: string) =>
    read.chosen(field, schema, { typed: typed[field] as string | null, sentence }) // asked of text answers alone
  const kind = chosen('kind', OrderKindId, 'Choose what kind of order it is.')
  const issuer = read.known('issuer', typed.issuer, { limit: 160, sentence: 'Write the court, or who gave it' })
  const when = read.when('when', typed.when)
  const served = serviceFrom(typed, read)
  const expires = expiryFrom(typed, read)
  const notice = chosen('notice', OrderDraft.shape.notice, 'Say whether the respondent was given notice.')
  const police = chosen('policeNotified', YesNo, 'Say whether police have the order.')
  const rest = {
    terms: termsFrom(typed, read),
    protects: protectsFrom(typed, read),
    respondent: respondentFrom(typed, read),
    caseNumber: read.words('caseNumber', typed.caseNumber, 60),
    starts: read.day('starts', typed.starts),
    powerOfArrest: read.words('powerOfArrest', typed.powerOfArrest, 300),
    returnDate: read.day('returnDate', typed.returnDate),
    arrestedOn: kind === 'ORD-PCB' ? read.day('arrestedOn', typed.arrestedOn) : null,
    replaces: typed.replaces === null ? null : EventId.parse(typed.replaces),
    discharged: changeFrom(typed, read, 'discharged'),
    varied: changeFrom(typed, read, 'varied'),
    note: read.words('note', typed.note, 4_000),
  }
  const told = police === 'yes'
  const policeOn = told ? read.day('policeOn', typed.policeOn) : null
  const policeReference = told ? read.words('policeReference', typed.policeReference, 60) : null
  if (read.failed() || !kind || !when || !served || !expires || !notice || !police) return null
  const policeNotified = { known: police, on: policeOn, reference: policeReference }
  return { ...rest, kind, issuer, when, served, expires, notice, policeNotified }
}

function serviceFrom(typed: OrderTyped, read: AnswerReader): Service | null {
  const sentence = 'Say whether it was served. “Not known” is an answer.'
  const known = read.chosen('served', Service.shape.known, { typed: typed.served, sentence })
  if (known !== 'yes') return known && { known, at: null, how: null, by: null }
  const at = read.when('servedAt', typed.servedAt)
  const how = read.words('servedHow', typed.servedHow, 300)
  return at && { known, at, how, by: read.words('servedBy', typed.servedBy, 160) }
}

const expiries = z.enum(['at', 'until-further-order', 'event', 'unknown'])
function expiryFrom(typed: OrderTyped, read: AnswerReader): Expiry | null {
  const sentence = 'Say when it ends. “Not known” is an answer.'
  const is = read.chosen('expires', expiries, { typed: typed.expires, sentence })
  if (is === null) return null
  if (is === 'event') {
    const event = read.needed('expiresEvent', typed.expiresEvent, { limit: 300, sentence: 'Write what ends it.' })
    return { is, event }
  }
  if (is !== 'at') return { is }
  const end = read.when('expiresAt', typed.expiresAt)
  return end && expiryAt(end)
}

/** An hour as it is; a day alone lasts to the midnight at its end, in London. */
function expiryAt({ from, precision }: When): Expiry {
  if (from === null) return { is: 'unknown' }
  if (precision === 'minute') return { is: 'at', at: from, hourKnown: true }
  return { is: 'at', at: startOfDay(addDays(dayOf(from, london), 1), london), hourKnown: false }
}

function termsFrom({ terms }: OrderTyped, read: AnswerReader): OrderDraft['terms'] {
  const written = terms
    .map(term => ({ number: term.number.trim(), text: term.text.trim() }))
    .filter((term, index) => term.text !== '' || (term.number !== '' && !isUntouched(terms, index)))
  if (written.some(({ text: words }) => words === '')) read.says('terms', 'Write the words of every term.')
  else if (written.some(({ number }) => number === ''))
    read.says('terms', 'Give every term the number that the order gives it.')
  if (written.some(({ number }) => number.length > 12)) read.says('terms', 'A number can have at most 12 characters.')
  if (written.some(({ text: words }) => words.length > 4_000))
    read.says('terms', 'Use 4,000 characters or fewer for each term.')
  return written
}
/** The empty line that a form begins with or that was added last. */
const isUntouched = (terms: OrderTyped['terms'], index: number): boolean =>
  index === terms.length - 1 && terms[index]?.text.trim() === ''

function protectsFrom({ protects, otherProtects }: OrderTyped, read: AnswerReader): Party[] {
  const names = (otherProtects ?? '')
    .split('\n')
    .map(name => name.trim())
    .filter(name => name !== '')
  if (names.some(name => name.length > 160)) read.says('otherProtects', 'Use 160 characters or fewer for each name.')
  if (protects.length + names.length > 30) read.says('otherProtects', 'Name at most 30 people.')
  return [
    ...protects.map(id => ({ personId: PersonId.parse(id), name: null })),
    ...names.map(name => ({ personId: null, name })),
  ]
}

function respondentFrom({ respondent, respondentName }: OrderTyped, read: AnswerReader): OrderDraft['respondent'] {
  if (respondent === 'unknown') return { value: null, missing: 'unknown' }
  if (respondent === 'other') {
    const name = read.needed('respondentName', respondentName, { limit: 160, sentence: 'Write the name.' })
    return { value: { personId: null, name }, missing: null }
  }
  if (respondent !== null) return { value: { personId: PersonId.parse(respondent), name: null }, missing: null }
  read.says('respondent', 'Say who it is against. “Not known” is an answer.')
  return { value: null, missing: 'unknown' }
}

function changeFrom(typed: OrderTyped, read: AnswerReader, what: 'discharged' | 'varied'): OrderDraft['varied'] {
  const on = read.day(`${what}On`, typed[`${what}On`])
  const how = read.words(`${what}How`, typed[`${what}How`], 500)
  if (on === null && how !== null) read.says(`${what}On`, 'Write the day as well, or take the words out.')
  if (on !== null && how === null) read.says(`${what}How`, 'Say by whom and how, in a few words.')
  return on === null || how === null ? null : { on, how }
}

/** The question that shows a problem of a field: some fields are asked in parts. */
function questionOf(field: keyof OrderDraft, rule: string): keyof OrderTyped {
  if (field === 'served') return rule === 'served-when-needed' ? 'served' : 'servedAt'
  if (field === 'expires') return 'expiresAt'
  if (field === 'discharged') return 'dischargedOn'
  if (field === 'varied') return 'variedOn'
  return field === 'policeNotified' ? 'policeOn' : field
}

function refuseFuture({ when, served, discharged, varied, policeNotified, arrestedOn }: Unchecked, read: AnswerReader) {
  const now = thisMoment().toISOString()
  const today = todayIn(london)
  const says = (field: keyof OrderTyped, ahead: boolean) => void (ahead && read.says(field, 'in-the-future'))
  says('when', (when.to ?? when.from ?? '') > now)
  says('servedAt', (served.at?.to ?? served.at?.from ?? '') > now)
  says('dischargedOn', (discharged?.on ?? '') > today)
  says('variedOn', (varied?.on ?? '') > today)
  says('policeOn', (policeNotified.on ?? '') > today)
  says('arrestedOn', (arrestedOn ?? '') > today)
}
