import type { Hearing } from '../../../shared/features/hearings.ts'
import { hearingState, hearingStateWords, type HearingState } from '../../../shared/wording/hearings.ts'
import { useToday } from '../../lib/today.ts'
import { StatusPill } from '../../ui/Badge.tsx'
import type { IconName } from '../../ui/icon-names.ts'
import type { Tone } from '../../ui/tokens.ts'

const looks: Record<HearingState, { tone: Tone; icon: IconName }> = {
  coming: { tone: 'info', icon: 'calendar' },
  today: { tone: 'warning', icon: 'today' },
  'outcome-missing': { tone: 'overdue', icon: 'deadline' },
  'next-date': { tone: 'success', icon: 'forward' },
  'awaiting-date': { tone: 'warning', icon: 'clock' },
  concluded: { tone: 'neutral', icon: 'check' },
}

/** How a hearing stands today: a shape, a colour and the words. */
export function HearingPill({ hearing }: { hearing: Hearing }) {
  const today = useToday()
  const { tone, icon } = looks[hearingState(hearing, today)]
  return (
    <StatusPill tone={tone} icon={icon}>
      {hearingStateWords(hearing, today)}
    </StatusPill>
  )
}
