import type { RiskStanding } from '../../../shared/features/risk-assessments.ts'
import { london, type CalendarDay } from '../../../shared/kernel/dates.ts'
import type { CaseId } from '../../../shared/kernel/ids.ts'
import { dayOf } from '../../../shared/kernel/uk-dates.ts'
import { riskSince } from '../../../shared/wording/risk-assessments.ts'
import { ago } from '../../../shared/wording/when.ts'
import { useCall } from '../../lib/api.ts'
import { useToday } from '../../lib/today.ts'
import type { Fact } from '../../ui/FactStrip.tsx'
import { RiskPill } from '../../ui/RiskPill.tsx'

/** The risk level with its age, for the header of the case. Null until it is known. */
export function useRiskFact(caseId: CaseId): Fact | null {
  const today = useToday()
  const standing = useCall('riskAssessments.standing', { caseId, today }).data
  return standing ? riskFact(standing, today) : null
}

function riskFact({ assessment, reviewDue }: RiskStanding, today: CalendarDay): Fact {
  if (assessment === null) return { label: 'Risk', value: 'No assessment' }
  const { when, level, since } = assessment
  return {
    label: 'Risk',
    value: (
      <RiskPill
        level={level ?? 'unknown'}
        age={when.from === null ? undefined : ago(dayOf(when.from, london), today)}
        stale={reviewDue}
      />
    ),
    note: riskSince(since) ?? undefined,
  }
}
