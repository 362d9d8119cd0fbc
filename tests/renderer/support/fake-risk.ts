import type { CaseRow } from '../../../shared/features/cases.ts'
import type { CaseId } from '../../../shared/kernel/ids.ts'
import { RiskAssessmentRow, type RiskAssessment } from '../../../shared/features/risk-assessments.ts'
import { bundledInstruments, scoreOf, type Instrument } from '../../../shared/rules/instruments.ts'
import { at, caseId, colleague, day, eventId, minute, stamp } from './casework-data.ts'
import type { Handlers } from './fake-bridge.ts'

type Risk = Pick<CaseRow, 'riskLevel' | 'riskAssessedAt' | 'riskReviewDue'>
const levels = ['high', 'medium', null, 'standard', 'high', null, 'medium'] as const
/** The risk of a case, the same each time: some high, some without an assessment, some due for review. */
export function riskOf(id: CaseId): Risk {
  const n = Number.parseInt(id.slice(-4), 16)
  const level = levels[n % levels.length] ?? null
  return {
    riskLevel: level,
    riskAssessedAt:
      level === null ? null : at(`2026-${n % 2 === 0 ? '10' : '11'}-0${String(1 + (n % 9))}T09:00:00.000Z`),
    riskReviewDue: level !== null && n % 4 === 0,
  }
}

const topics = bundledInstruments[0] as Instrument // the 24 topics
const answers = topics.items.map(({ id }, index) => ({
  ...{ item: id, answer: index < 9 ? ('yes' as const) : ('not-asked' as const) },
  ...{ source: 'client' as const, note: null },
}))
/** An assessment of the first case: nine of 24 topics, judged high all the same. */
export const anAssessment: RiskAssessment = {
  ...{ id: eventId(900), caseId: caseId(1), when: minute('2026-11-02T09:00:00.000Z'), withdrawnReason: null, ...stamp },
  ...{ instrument: { id: topics.id, version: 1 }, instrumentTitle: topics.title, answers, level: 'high' },
  ...{ score: scoreOf(topics, answers), judgement: 'high', reason: 'Threats to kill, and she has just left' },
  ...{ clientView: 'He will not stop', escalation: null, nextReview: day('2026-12-28'), marac: 'referred', note: null },
}

/** One assessment in the first case; what is recorded comes back as it was sent. */
export function riskHandlers(kept: RiskAssessment | null = anAssessment): Handlers {
  const rows = kept ? [RiskAssessmentRow.strip().parse(kept)] : []
  return {
    'instruments.list': () => ({
      rows: bundledInstruments.map(({ items, id, version, title, effectiveFrom, effectiveTo, status }) => ({
        ...{ id, version, title, effectiveFrom, effectiveTo, status, items: items.length, newest: true },
        ...{ loadedAt: null, loadedBy: null },
      })),
    }),
    'instruments.find': ({ id }) => bundledInstruments.find(pack => pack.id === id) ?? topics,
    'riskAssessments.listForCase': () => ({ rows, total: rows.length, next: null }),
    'riskAssessments.find': () => kept ?? anAssessment,
    'riskAssessments.earlier': ({ instrumentId, beforeId }) => ({
      found: instrumentId === topics.id && beforeId === null ? kept : null,
    }),
    'riskAssessments.record': ({ assessment }) => ({ ...anAssessment, ...assessment }),
    'riskAssessments.update': ({ assessment }) => ({
      outcome: 'conflict',
      current: { ...anAssessment, revision: 2, updatedBy: colleague, reason: 'Theirs' },
      yours: assessment,
    }),
    'riskAssessments.standing': () => ({
      assessment: kept && {
        ...{ id: kept.id, when: kept.when, instrumentTitle: kept.instrumentTitle, level: kept.level },
        ...{ basis: 'judgement', nextReview: kept.nextReview, since: { incidents: 1, breaches: 0 } },
      },
      reviewDue: kept !== null,
    }),
  }
}
