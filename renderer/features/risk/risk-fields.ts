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

type FieldId = keyof RiskAssessmentDraft
type DiffField = { id: FieldId; label: string; before: string | null; after: string | null }
type Words = (assessment: RiskAssessmentDraft, pack: Instrument) => string | null

const inWords: Record<FieldId, Words> = {
  when: ({ when }) => showWhen(when),
  instrument: (_, pack) => `${pack.title}, version ${String(pack.version)}`,
  answers: answerLines,
  judgement: ({ judgement }) => judgementWords[judgement],
  reason: ({ reason }) => reason,
  clientView: ({ clientView }) => clientView,
  escalation: ({ escalation }) => escalation,
  nextReview: ({ nextReview }) => nextReview && showDay(nextReview),
  marac: ({ marac }) => marac && maracWords[marac],
  note: ({ note }) => note,
}
const fieldIds = Object.keys(inWords) as FieldId[] // its keys are the questions, in their order

/** A line for every item that was asked or has a note. */
function answerLines({ answers }: RiskAssessmentDraft, { items }: Instrument): string | null {
  const lines = answers
    .filter(({ answer, note }) => answer !== 'not-asked' || note !== null)
    .map(({ item, answer, source, note }) => {
      const label = items.find(({ id }) => id === item)?.label ?? item
      const from = source === 'none' ? '' : ` (${answerSourceWords[source].toLowerCase()})`
      return `${label}: ${itemAnswerWords[answer].toLowerCase()}${from}${note === null ? '' : `. ${note}`}`
    })
  return lines.length === 0 ? null : lines.join('\n')
}

/** Two states of an assessment, question by question, as a person reads them. */
export const diffOf = (pack: Instrument, before: RiskAssessmentDraft, after: RiskAssessmentDraft): DiffField[] =>
  fieldIds.map(id => ({
    id,
    label: riskQuestions[id],
    before: inWords[id](before, pack),
    after: inWords[id](after, pack),
  }))

/** Takes the picked questions from `theirs` and every other from `mine`. */
export const combine = (
  mine: RiskAssessmentDraft,
  theirs: RiskAssessmentDraft,
  fromTheirs: ReadonlySet<string>,
): RiskAssessmentDraft =>
  Object.assign({ ...mine }, Object.fromEntries(fieldIds.filter(id => fromTheirs.has(id)).map(id => [id, theirs[id]])))

/** What a version of the record held. Null where an older app wrote something this one can't read. */
export const assessmentOfVersion = (values: Record<string, unknown>): RiskAssessmentDraft | null =>
  RiskAssessmentDraft.safeParse(values).data ?? null
