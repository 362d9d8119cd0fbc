import type { SafeContactPlan } from '../../../shared/features/safe-contact.ts'
import { agreementWords, planQuestions } from '../../../shared/wording/safe-contact.ts'
import { hoursLines, type NumberNames } from './number-names.ts'

type FieldId = keyof SafeContactPlan
const fieldIds = Object.keys(planQuestions) as FieldId[] // its keys are the questions, in their order

function inWords(plan: SafeContactPlan, id: FieldId, nameOf: NumberNames): string | null {
  if (id === 'windows') return hoursLines(plan.windows, nameOf)
  if (id === 'confirmEveryDays') return String(plan.confirmEveryDays)
  const answer = plan[id]
  return answer === 'yes' || answer === 'no' || answer === 'not-asked' ? agreementWords[answer] : answer
}

/** Two states of a plan, question by question, as somebody reads them. */
export const diffOfPlans = (before: SafeContactPlan, after: SafeContactPlan, nameOf: NumberNames) =>
  fieldIds.map(id => ({
    id,
    label: planQuestions[id],
    before: inWords(before, id, nameOf),
    after: inWords(after, id, nameOf),
  }))
