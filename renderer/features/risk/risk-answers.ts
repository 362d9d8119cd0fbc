import * as z from 'zod'
import {
  AnswerSource,
  assessmentProblem,
  Judgement,
  Marac,
  RiskAssessmentDraft,
  type RiskAnswer,
} from '../../../shared/features/risk-assessments.ts'
import { Instant, london } from '../../../shared/kernel/dates.ts'
import { ItemAnswer, type Instrument } from '../../../shared/rules/instruments.ts'
import { thisMoment } from '../../lib/today.ts'
import { chosen, optionalWords } from '../../lib/typed-answers.ts'
import { blankWhen, DayText, dayToTyped, WhenText, whenToTyped } from '../../ui/typed-dates.ts'

const text = optionalWords(5_000)
const TypedAnswer = z.strictObject({ answer: ItemAnswer, source: AnswerSource, note: optionalWords(2_000) })
export type TypedAnswer = z.input<typeof TypedAnswer>
const notSaid = 'not-said'

/** The answers as typed, to one form; `revision` is the one they started from, 0 for a new assessment. */
export const riskAnswersOf = (pack: Instrument) =>
  z
    .strictObject({
      revision: z.int().nonnegative(),
      when: WhenText,
      answers: z.record(z.string(), TypedAnswer),
      judgement: chosen(Judgement, 'Say what you judge. “Not decided” is an answer.'),
      reason: text,
      clientView: text,
      escalation: text,
      nextReview: DayText.nullable(),
      marac: chosen(z.enum([...Marac.options, notSaid]), 'Choose an answer.'),
      note: text,
    })
    .transform(({ revision, answers, marac, ...rest }) => ({
      revision,
      assessment: {
        ...rest,
        instrument: { id: pack.id, version: pack.version },
        marac: Marac.safeParse(marac).data ?? null,
        answers: pack.items.map(({ id }): RiskAnswer => ({ item: id, ...(answers[id] ?? blankAnswer) })),
      },
    }))
    .superRefine(({ assessment }, context) => {
      const problem = assessmentProblem(assessment, pack, Instant.parse(thisMoment().toISOString()))
      if (problem) context.addIssue({ code: 'custom', path: [problem.field], message: problem.rule })
      for (const { path, message } of RiskAssessmentDraft.safeParse(assessment).error?.issues ?? [])
        context.addIssue({ code: 'custom', path: path.slice(0, 1), message })
    })

export type TypedAssessment = z.input<ReturnType<typeof riskAnswersOf>>

export const blankAnswer: TypedAnswer = { answer: 'not-asked', source: 'none', note: null }

/** Nothing answered: every item is not asked. */
export const blankAssessment = (pack: Instrument): TypedAssessment => ({
  ...{ revision: 0, when: blankWhen(london), judgement: null, reason: null, clientView: null, escalation: null },
  ...{ nextReview: null, marac: notSaid, note: null },
  answers: Object.fromEntries(pack.items.map(({ id }) => [id, blankAnswer])),
})

/** A stored assessment as it would have been typed, to be corrected from this revision on. */
export function toTyped(pack: Instrument, stored: RiskAssessmentDraft, revision: number): TypedAssessment {
  const { when, answers, judgement, reason, clientView, escalation, nextReview, marac, note } = stored
  const given = Object.fromEntries(answers.map(({ item, ...answer }): [string, typeof answer] => [item, answer]))
  return {
    ...{ revision, judgement, reason, clientView, escalation, note, marac: marac ?? notSaid },
    ...{ when: whenToTyped(when), nextReview: dayToTyped(nextReview) },
    answers: { ...blankAssessment(pack).answers, ...given },
  }
}
