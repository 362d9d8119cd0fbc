import type { PoliceContactDraft } from '../../../shared/features/police-contacts.ts'
import { promiseState, promiseWords, type PromiseState } from '../../../shared/wording/police-contacts.ts'
import { useToday } from '../../lib/today.ts'
import { StatusPill } from '../../ui/Badge.tsx'
import type { IconName } from '../../ui/icon-names.ts'

type Look = { tone: 'success' | 'info' | 'overdue'; icon: IconName }
const looks: Record<Exclude<PromiseState, 'none'>, Look> = {
  kept: { tone: 'success', icon: 'check' },
  open: { tone: 'info', icon: 'clock' },
  overdue: { tone: 'overdue', icon: 'deadline' },
}

/** How a promise stands today: a shape, a colour and the words. Nothing where nothing was promised. */
export function PromisePill({
  promise,
}: {
  promise: Pick<PoliceContactDraft, 'promised' | 'promisedBy' | 'promiseKeptOn'>
}) {
  const today = useToday()
  const state = promiseState(promise, today)
  if (state === 'none') return null
  return (
    <StatusPill tone={looks[state].tone} icon={looks[state].icon}>
      {promiseWords(promise, today)}
    </StatusPill>
  )
}
