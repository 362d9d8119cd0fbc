import { OrderDraft } from '../../../shared/features/orders.ts'
import { showDay } from '../../../shared/kernel/uk-dates.ts'
import {
  expiryLine,
  noticeWords,
  orderKindWords,
  orderQuestions,
  serviceLine,
  yesNoWords,
} from '../../../shared/wording/orders.ts'
import { showWhen } from '../../../shared/wording/when.ts'
import type { DiffField } from '../../ui/DiffView.tsx'
import { missingWords } from '../../ui/KnownField.tsx'
import type { NameOf } from './party-words.ts'

type FieldId = keyof OrderDraft
type Words = (order: OrderDraft, nameOf: NameOf) => string | null
const lines = (parts: readonly (string | null)[]): string | null => parts.filter(Boolean).join('\n') || null
const change = (one: OrderDraft['varied']): string | null => one && `${showDay(one.on)}: ${one.how}`

const inWords: Record<FieldId, Words> = {
  kind: ({ kind }) => orderKindWords(kind),
  issuer: ({ issuer }) => issuer.value ?? missingWords(issuer.missing ?? 'unknown'),
  when: ({ when }) => showWhen(when),
  served: ({ served }) => lines([serviceLine(served), served.how, served.by]),
  expires: ({ expires }) => expiryLine(expires),
  terms: ({ terms }) => lines(terms.map(({ number, text }) => `${number}. ${text}`)),
  protects: ({ protects }, nameOf) => lines(protects.map(nameOf)),
  respondent: ({ respondent }, nameOf) =>
    respondent.value === null ? missingWords(respondent.missing ?? 'unknown') : nameOf(respondent.value),
  notice: ({ notice }) => noticeWords[notice],
  caseNumber: ({ caseNumber }) => caseNumber,
  starts: ({ starts }) => starts && showDay(starts),
  policeNotified: ({ policeNotified: { known, on, reference } }) =>
    lines([yesNoWords[known], on && showDay(on), reference]),
  powerOfArrest: ({ powerOfArrest }) => powerOfArrest,
  returnDate: ({ returnDate }) => returnDate && showDay(returnDate),
  arrestedOn: ({ arrestedOn }) => arrestedOn && showDay(arrestedOn),
  replaces: ({ replaces }) => (replaces === null ? null : 'An older order of this case'),
  discharged: ({ discharged }) => change(discharged),
  varied: ({ varied }) => change(varied),
  note: ({ note }) => note,
}
const fieldIds = Object.keys(inWords) as FieldId[] // its keys are the questions, in their order

/** Two states of an order, question by question, as a person reads them. */
export const orderDiff = (before: OrderDraft, after: OrderDraft, nameOf: NameOf): DiffField[] =>
  fieldIds.map(id => ({
    id,
    label: orderQuestions[id],
    before: inWords[id](before, nameOf),
    after: inWords[id](after, nameOf),
  }))

/** What a version of the record held. Null where an older app wrote something this one can't read. */
export const orderOfVersion = (values: Record<string, unknown>): OrderDraft | null =>
  OrderDraft.safeParse(values).data ?? null
