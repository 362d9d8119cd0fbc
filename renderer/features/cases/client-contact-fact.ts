import type { CaseId } from '../../../shared/kernel/ids.ts'
import { showDay } from '../../../shared/kernel/uk-dates.ts'
import { ago, count } from '../../../shared/wording/when.ts'
import { useCall } from '../../lib/api.ts'
import { useToday } from '../../lib/today.ts'
import type { Fact } from '../../ui/FactStrip.tsx'

/** When the client was last reached, and the tries since, for the header of the case. Null until it is known. */
export function useClientContactFact(caseId: CaseId): Fact | null {
  const attempts = useCall('contacts.attempts', { caseId }).data
  const today = useToday()
  if (!attempts) return null
  const { since, reachedOn } = attempts
  const tries = since === 0 ? null : count(since, 'attempt')
  return {
    label: 'Last contact',
    value: reachedOn === null ? (tries === null ? 'None recorded' : 'Not reached yet') : ago(reachedOn, today),
    note:
      [reachedOn && showDay(reachedOn), tries && (reachedOn === null ? tries : `${tries} since`)]
        .filter(Boolean)
        .join(', ') || undefined,
  }
}
