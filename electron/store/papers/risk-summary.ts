import type { PaperBlock } from '../../../shared/features/papers.ts'
import type { RiskAssessment, RiskStanding } from '../../../shared/features/risk-assessments.ts'
import type { ItemAnswer } from '../../../shared/rules/instruments.ts'
import { dayOf, showDay } from '../../../shared/kernel/uk-dates.ts'
import { ageOnPaper, paperWords, reviewOnPaper, riskLine } from '../../../shared/wording/papers.ts'
import {
  bandLine,
  judgementWords,
  maracWords,
  riskLevelWords,
  riskSince,
  runningCount,
} from '../../../shared/wording/risk-assessments.ts'
import { showWhen } from '../../../shared/wording/when.ts'
import { requireInstrument } from '../instruments/instruments.repo.ts'
import { requireAssessment } from '../risk-assessments/risk-assessments.repo.ts'
import { riskStanding } from '../risk-assessments/risk-standing.repo.ts'
import { covered, facts, heading, note, paragraph, type PaperCase } from './paper-case.ts'

type Standing = NonNullable<RiskStanding['assessment']>
const standingOf = ({ db, record, today }: PaperCase): Standing | null => riskStanding(db, record.id, today).assessment

/** 2 incidents and 1 breach. */
const followed = ({ since }: Standing): string | null => riskSince(since)?.replace(/ since$/, '') ?? null

/** How the risk stands, in two sentences, and what they can't say. */
export function riskParagraphs(given: PaperCase): PaperBlock[] {
  const standing = standingOf(given)
  if (!standing) return [note(paperWords.noAssessment)]
  const since = followed(standing)
  const recorded = since === null ? paperWords.nothingSince : `${paperWords.recordedSince}: ${since}.`
  return [paragraph(`${riskLine(standing, given.today)} ${recorded}`), note(paperWords.notAPrediction)]
}

/** The assessment that the case stands by, every open answer told apart, and those before it. */
export function riskSummary(given: PaperCase): PaperBlock[] {
  const standing = standingOf(given)
  if (!standing) return [note(paperWords.noAssessment)]
  const assessment = requireAssessment(given.db, standing.id)
  return [
    note(paperWords.notAPrediction),
    standingFacts(given, standing, assessment),
    ...answerBlocks(given, assessment),
    ...earlierBlocks(given, assessment),
  ]
}

function standingFacts({ today }: PaperCase, standing: Standing, assessment: RiskAssessment): PaperBlock {
  const { score, judgement, reason, clientView, escalation, nextReview, marac, when } = assessment
  const counted = score.items === 0 ? null : [runningCount(score), bandLine(score)].filter(Boolean).join('. ')
  return facts([
    [paperWords.form, assessment.instrumentTitle],
    [paperWords.assessed, `${showWhen(when)}, ${ageOnPaper(when, today)}`],
    [paperWords.counted, counted],
    [paperWords.judged, judgementWords[judgement]],
    [paperWords.reason, reason],
    [paperWords.clientView, clientView],
    [paperWords.escalation, escalation],
    [paperWords.marac, marac === null ? null : maracWords[marac]],
    [paperWords.nextReview, nextReview === null ? null : reviewOnPaper(nextReview, today)],
    [paperWords.sinceThen, followed(standing) ?? paperWords.nothing],
  ])
}

const answers = [
  ['yes', paperWords.answeredYes],
  ['dont-know', paperWords.answeredDontKnow],
  ['not-asked', paperWords.notAsked],
] as const satisfies [ItemAnswer, string][]

/** What was answered with yes, what nobody knew and what nobody asked: three lists, since the last two are no "no". */
function answerBlocks({ db }: PaperCase, { instrument, answers: given }: RiskAssessment): PaperBlock[] {
  const { items } = requireInstrument(db, instrument)
  return answers.flatMap(([wanted, words]): PaperBlock[] => {
    const those = items.filter(({ id }) => given.some(({ item, answer }) => item === id && answer === wanted))
    if (those.length === 0) return []
    return [heading(`${words} (${String(those.length)})`), { is: 'list', items: those.map(({ label }) => label) }]
  })
}

function earlierBlocks(given: PaperCase, current: RiskAssessment): PaperBlock[] {
  const earlier = covered(given, 'risk-assessment', requireAssessment).filter(({ id }) => id !== current.id)
  if (earlier.length === 0) return []
  const cell = (text: string) => [{ text, strong: false }]
  return [
    heading(paperWords.otherAssessments),
    {
      is: 'table',
      columns: [
        { head: paperWords.date, share: 22 },
        { head: paperWords.form, share: 48 },
        { head: paperWords.level, share: 30 },
      ],
      rows: earlier
        .toReversed()
        .map(({ when, instrumentTitle, level }) => [
          cell(when.from === null ? showWhen(when) : showDay(dayOf(when.from, when.zone))),
          cell(instrumentTitle),
          cell(level === null ? paperWords.noLevel : riskLevelWords[level]),
        ]),
    },
  ]
}
