import type { CaseRow } from '../../../shared/features/cases.ts'
import type { CaseId } from '../../../shared/kernel/ids.ts'
import { at } from './casework-data.ts'

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
