import { RiskAssessmentDraft } from '../../../shared/features/risk-assessments.ts'
import { showDay } from '../../../shared/kernel/uk-dates.ts'
import type { Instrument } from '../../../shared/rules/instruments.ts'
import {
  answerSourceWords,
  itemAnswerWords,
  judgementWords,
  maracWords,
  riskQuestions,
} from '../../../shared/wording/risk-assessments.ts'
import { showWhen } from '../../../shared/wording/when.ts'
import type { DiffField } from '../../ui/DiffView.tsx'
import { blankAnswer } from './risk-answers.ts'

type FieldId = Exclude<keyof RiskAssessmentDraft, 'answers'>
type Words = (assessment: RiskAssessmentDraft, pack: Instrument) => string | null

const inWords: Record<FieldId, Words> = {
  when: ({ when }) => showWhen(when),
  instrument: (_, pack) => `${pack.title}, version ${String(pack.version)}`,
  judgement: ({ judgement }) => judgementWords[judgement],
  reason: ({ reason }) => reason,
  clientView: ({ clientView }) => clientView,
  escalation: ({ escalation }) => escalation,
  nextReview: ({ nextReview }) => nextReview && showDay(nextReview),
  marac: ({ marac }) => marac && maracWords[marac],
  note: ({ note }) => note,
}
const fieldIds = Object.keys(inWords) as FieldId[] // its keys are the questions, in their order

/** Yes (police). What was said. An item that says nothing was not asked. */
function itemWords({ answers }: RiskAssessmentDraft, item: string): string {
  const { answer, source, note } = answers.find(one => one.item === item) ?? blankAnswer
  const from = source === 'none' ? '' : ` (${answerSourceWords[source].toLowerCase()})`
  return `${itemAnswerWords[answer]}${from}${note === null ? '' : `. ${note}`}`
}

/** Two states of an assessment, question by question, as a person reads them: each item is one, so that two may answer different ones. */
export const diffOf = (pack: Instrument, before: RiskAssessmentDraft, after: RiskAssessmentDraft): DiffField[] => [
  ...fieldIds.map(id => ({
    id,
    label: riskQuestions[id],
    before: inWords[id](before, pack),
    after: inWords[id](after, pack),
  })),
  ...pack.items.map(({ id, label }, place) => ({
    id: `answers.${String(place)}`,
    label,
    before: itemWords(before, id),
    after: itemWords(after, id),
  })),
]

/** What a version of the record held. Null where an older app wrote something this one can't read. */
export const assessmentOfVersion = (values: Record<string, unknown>): RiskAssessmentDraft | null =>
  RiskAssessmentDraft.safeParse(values).data ?? null
