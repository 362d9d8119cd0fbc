import {
  assessmentProblem,
  levelOf,
  type RiskAnswer,
  type RiskAssessment,
  type riskAssessmentCalls,
  type RiskAssessmentDraft,
} from '../../../shared/features/risk-assessments.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import type { EventStamp, When } from '../../../shared/kernel/event.ts'
import type { CaseId } from '../../../shared/kernel/ids.ts'
import type { CalendarDay } from '../../../shared/kernel/dates.ts'
import { addDays, dayOf } from '../../../shared/kernel/uk-dates.ts'
import { spanOf } from '../../../shared/kernel/when-span.ts'
import { scoreOf, type Instrument } from '../../../shared/rules/instruments.ts'
import { riskTitle } from '../../../shared/wording/risk-assessments.ts'
import { requireOpenCase } from '../cases/cases.repo.ts'
import type { WriteTx } from '../database.ts'
import type { StoreHandlers } from '../dispatch.ts'
import { writeEvent } from '../events/events.repo.ts'
import { keepInstrument, requireInstrument } from '../instruments/instruments.repo.ts'
import { earlierAssessment, listAssessments, requireAssessment, writeAssessment } from './risk-assessments.repo.ts'
import { riskStanding } from './risk-standing.repo.ts'

export const riskAssessmentHandlers: StoreHandlers<typeof riskAssessmentCalls> = {
  'riskAssessments.record'(tx, { caseId, assessment }) {
    requireOpenCase(tx.db, caseId)
    return save(tx, { caseId, before: null, revision: 0 }, assessment)
  },
  'riskAssessments.update'(tx, { id, revision, assessment }) {
    const current = requireAssessment(tx.db, id)
    // Both versions go back as an answer: error details may not carry what a person typed.
    if (current.revision !== revision) return { outcome: 'conflict', current, yours: assessment }
    requireOpenCase(tx.db, current.caseId)
    return { outcome: 'saved', record: save(tx, { caseId: current.caseId, before: current, revision }, assessment) }
  },
  'riskAssessments.find': (tx, { id }) => requireAssessment(tx.db, id),
  'riskAssessments.listForCase': (tx, { caseId, ...wanted }) => listAssessments(tx.db, caseId, wanted),
  'riskAssessments.earlier': (tx, { caseId, ...before }) => ({ found: earlierAssessment(tx.db, caseId, before) }),
  'riskAssessments.standing': (tx, { caseId, today }) => riskStanding(tx.db, caseId, today),
}

type Place = { caseId: CaseId; before: EventStamp | null; revision: number }
function save(tx: WriteTx, place: Place, given: RiskAssessmentDraft): RiskAssessment {
  const pack = requireInstrument(tx.db, given.instrument)
  const problem = assessmentProblem(given, pack, tx.now)
  if (problem) throw new AppError('invalid-input', problem)
  const until = spanOf(given.when)?.last
  if (until === undefined) throw new AppError('invalid-input', { field: 'when', rule: 'assessment-day-needed' })
  const assessment = {
    ...given,
    answers: wholeAnswers(pack, given.answers),
    nextReview: given.nextReview ?? defaultReview(pack, given.when),
  }
  const score = scoreOf(pack, assessment.answers)
  const level = levelOf(assessment.judgement, score)
  keepInstrument(tx, pack, false)
  const stamp = writeEvent(tx, {
    ...place,
    kind: 'risk-assessment',
    when: assessment.when,
    title: riskTitle(level, pack.title),
    body: searchedWords(assessment),
    form: assessment,
  })
  writeAssessment(tx.db, stamp.id, { draft: assessment, score, level, until })
  return { ...assessment, ...stamp, instrumentTitle: pack.title, score, level }
}

/** An answer to every item, in the order of the form: what was left out was not asked. */
const wholeAnswers = (pack: Instrument, answers: readonly RiskAnswer[]): RiskAnswer[] =>
  pack.items.map(
    ({ id }) =>
      answers.find(({ item }) => item === id) ?? { item: id, answer: 'not-asked', source: 'none', note: null },
  )

const defaultReview = ({ reviewAfterDays }: Instrument, { from, zone }: When): CalendarDay | null =>
  reviewAfterDays === null || from === null ? null : addDays(dayOf(from, zone), reviewAfterDays)

const searchedWords = ({ reason, clientView, escalation, note, answers }: RiskAssessmentDraft): string =>
  [reason, clientView, escalation, note, ...answers.map(answer => answer.note)].filter(Boolean).join('\n')
