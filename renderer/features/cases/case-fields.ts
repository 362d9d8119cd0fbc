import type { CaseDraft } from '../../../shared/features/cases.ts'
import type { UserId } from '../../../shared/kernel/ids.ts'
import { showDay } from '../../../shared/kernel/uk-dates.ts'
import { caseQuestions, caseStatusWords, closingReasonWords } from '../../../shared/wording/cases.ts'

type FieldId = keyof CaseDraft
type NameOf = (id: UserId) => string

const inWords: { [Id in FieldId]: (draft: CaseDraft, nameOf: NameOf) => string | null } = {
  reference: ({ reference }) => reference,
  status: ({ status }) => caseStatusWords[status],
  ownerId: ({ ownerId }, nameOf) => nameOf(ownerId),
  openedOn: ({ openedOn }) => showDay(openedOn),
  closedOn: ({ closedOn }) => closedOn && showDay(closedOn),
  closingReason: ({ closingReason }) => closingReason && closingReasonWords[closingReason],
}
const fieldIds = Object.keys(inWords) as FieldId[] // its keys are the questions, in their order

/** Two states of a case, question by question, as a person reads them. */
export const diffOfCases = (before: CaseDraft, after: CaseDraft, nameOf: NameOf) =>
  fieldIds.map(id => ({
    id,
    label: caseQuestions[id],
    before: inWords[id](before, nameOf),
    after: inWords[id](after, nameOf),
  }))
