import type { CaseId } from '../../../shared/kernel/ids.ts'
import { london } from '../../../shared/kernel/dates.ts'
import { dayOf } from '../../../shared/kernel/uk-dates.ts'
import { isOpenAt } from '../../../shared/rules/contact-windows.ts'
import { hoursWords, planStateReasons, planStateWords } from '../../../shared/wording/safe-contact.ts'
import { ago } from '../../../shared/wording/when.ts'
import { useCall } from '../../lib/api.ts'
import { useThisMinute, useToday } from '../../lib/today.ts'
import type { Fact } from '../../ui/FactStrip.tsx'

/** Whether the client may be rung at this moment: the first thing to know about a case. Null until it was read. */
export function useSafeContactFact(caseId: CaseId): Fact | null {
  const standing = useCall('safeContact.standing', { caseId }, { everyMs: 60_000 }).data // a hearing may have begun, a day ended
  const now = useThisMinute()
  const today = useToday()
  if (!standing) return null
  const label = 'Safe contact'
  const { state, windows, confirmedAt } = standing
  if (state !== 'current') return { label, value: planStateWords[state], note: planStateReasons[state], tone: 'danger' }
  const open = windows.find(window => isOpenAt(window, now))
  const confirmed = confirmedAt === null ? '' : `, confirmed ${ago(dayOf(confirmedAt, london), today)}`
  // Where more than one may be rung, hours without their number would open the wrong one.
  const several = new Set(windows.map(window => window.label)).size > 1
  const numberOf = ({ label: name }: (typeof windows)[number]) =>
    several ? ` (${name ?? 'number without a name'})` : ''
  const hours = windows.map(window => hoursWords(window) + numberOf(window)).join('; ') || 'no hours agreed'
  return open
    ? { label, value: `Calls agreed until ${open.to}${numberOf(open)}`, note: `${hours}${confirmed}` }
    : { label, value: 'No calls now', note: `${hours}${confirmed}`, tone: 'warning' }
}
