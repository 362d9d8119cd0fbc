import { BreachDraft } from '../../../shared/features/breaches.ts'
import { showDay } from '../../../shared/kernel/uk-dates.ts'
import { breachQuestions, responseTime } from '../../../shared/wording/breaches.ts'
import { yesNoWords } from '../../../shared/wording/orders.ts'
import { count, showWhen } from '../../../shared/wording/when.ts'
import type { DiffField } from '../../ui/DiffView.tsx'

type FieldId = keyof BreachDraft
const lines = (parts: readonly (string | null)[]): string | null => parts.filter(Boolean).join('\n') || null

const inWords: Record<FieldId, (breach: BreachDraft) => string | null> = {
  orderId: () => 'An order of this case',
  terms: ({ terms }) => terms.join(', ') || null,
  when: ({ when }) => showWhen(when),
  what: ({ what }) => what,
  evidence: ({ evidence }) => evidence,
  witnesses: ({ witnesses }) => witnesses,
  reported: ({ reported: { known, at, reference } }) => lines([yesNoWords[known], at && showWhen(at), reference]),
  response: breach => {
    const { arrived, arrest, arrestedOn, charged, outcome } = breach.response
    return lines([
      arrived && `Came ${showWhen(arrived)}`,
      responseTime(breach),
      `Arrest: ${yesNoWords[arrest].toLowerCase()}${arrestedOn === null ? '' : `, ${showDay(arrestedOn)}`}`,
      `Charge: ${yesNoWords[charged].toLowerCase()}`,
      outcome,
    ])
  },
  links: ({ links }) => (links.length === 0 ? null : count(links.length, 'record')),
}
const fieldIds = Object.keys(inWords) as FieldId[] // its keys are the questions, in their order

/** Two states of a breach, question by question, as a person reads them. */
export const breachDiff = (before: BreachDraft, after: BreachDraft): DiffField[] =>
  fieldIds.map(id => ({
    id,
    label: breachQuestions[id],
    before: inWords[id](before),
    after: inWords[id](after),
  }))

/** What a version of the record held. Null where an older app wrote something this one can't read. */
export const breachOfVersion = (values: Record<string, unknown>): BreachDraft | null =>
  BreachDraft.safeParse(values).data ?? null
