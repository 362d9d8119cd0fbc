import type { UnsafeCase, UnsafeReason } from '../../../shared/features/today.ts'
import { gradeWords, moreReasons, reasonWords, todayWords } from '../../../shared/wording/today.ts'
import type { Pages } from '../../lib/api.ts'
import { useToday } from '../../lib/today.ts'
import { Line, LineGroup } from '../../ui/LineGroup.tsx'
import { ReasonList } from '../../ui/ReasonList.tsx'
import { RiskPill } from '../../ui/RiskPill.tsx'
import { moreOf } from './more.ts'
import type { TodayPlace } from './today-place.ts'

/** Cases that can't be left as they are, the worst first, each with its reasons. */
export function UnsafeLines({ cases, place }: { cases: Pages<UnsafeCase>; place: TodayPlace }) {
  if (cases.total === 0) return null
  return (
    <LineGroup title={todayWords.unsafe} count={cases.total} hint={todayWords.unsafeHint} more={moreOf(cases)}>
      {cases.rows.map(one => (
        <UnsafeLine key={one.caseId} found={one} place={place} />
      ))}
    </LineGroup>
  )
}

function UnsafeLine({ found, place }: { found: UnsafeCase; place: TodayPlace }) {
  const { caseId, reference, clientName, riskLevel, reasons, more } = found
  const today = useToday()
  const told = reasons.map(reason => ({
    key: keyOf(reason),
    grade: reason.grade,
    gradeWords: gradeWords[reason.grade],
    words: reasonWords(reason, today),
    onOpen: () => place.toReason(caseId, reason),
  }))
  return (
    <Line
      lead={reference}
      title={clientName}
      under={
        <ReasonList
          label={`Why ${clientName}’s case is unsafe to leave`}
          reasons={told}
          {...(more > 0 && { more: moreReasons(more) })}
        />
      }
      end={<RiskPill level={riskLevel ?? 'unknown'} />}
      onOpen={() => place.toCase(caseId)}
    />
  )
}

function keyOf(reason: UnsafeReason): string {
  if (reason.why === 'order') return `${reason.orderId} ${reason.gap}`
  return reason.why === 'police-silence' ? reason.reportId : reason.why
}
