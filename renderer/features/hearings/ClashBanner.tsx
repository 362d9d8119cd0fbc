import type { Clash } from '../../../shared/features/hearings.ts'
import type { CalendarDay } from '../../../shared/kernel/dates.ts'
import type { CaseId, EventId } from '../../../shared/kernel/ids.ts'
import { kindWords } from '../../../shared/wording/hearings.ts'
import { count, whenLines } from '../../../shared/wording/when.ts'
import { useCall } from '../../lib/api.ts'
import { Banner } from '../../ui/Banner.tsx'

type ClashProps = { caseId: CaseId; day: CalendarDay | null; exceptId: EventId | null }

/** Says which other hearings are on the same day. A warning only: whoever reads it knows what to do about it. */
export function ClashBanner({ caseId, day, exceptId }: ClashProps) {
  const asked = { caseId, day: day ?? ('2000-01-01' as CalendarDay), exceptId } // not asked without a day
  const clashes = useCall('hearings.clashes', asked, { enabled: day !== null, keepPrevious: true }).data?.clashes ?? []
  if (day === null || clashes.length === 0) return null
  return (
    <Banner tone="warning" title={`${count(clashes.length, 'other hearing')} on the same day`} announced>
      {clashes.map(clash => (
        <p key={clash.id}>{clashWords(clash)}</p>
      ))}
    </Banner>
  )
}

function clashWords({ reference, when, kind, court, why }: Clash): string {
  const [, time] = whenLines(when)
  const whose = why === 'same-case' ? 'this case' : `${reference}, a case with the same owner`
  return `${time || 'Time not known'}: ${kindWords(kind)}, ${court}, in ${whose}.`
}
