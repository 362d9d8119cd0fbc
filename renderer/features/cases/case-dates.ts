import type { Case } from '../../../shared/features/cases.ts'
import { showDay } from '../../../shared/kernel/uk-dates.ts'
import { hearingDay, kindWords } from '../../../shared/wording/hearings.ts'
import { taskState } from '../../../shared/wording/tasks.ts'
import { ago, count, showWhen } from '../../../shared/wording/when.ts'
import { useCall } from '../../lib/api.ts'
import { useToday } from '../../lib/today.ts'
import type { Fact } from '../../ui/FactStrip.tsx'

/** What lies ahead of a case: its next hearing with the days to go, outcomes that nobody wrote down, and the next action. */
export function useComingUp({ id: caseId, status }: Case): Fact[] {
  const today = useToday()
  const court = useCall('hearings.nextForCase', { caseId, today }, { keepPrevious: true }).data
  const tasks = useCall('tasks.nextForCase', { caseId }, { keepPrevious: true }).data
  const facts: Fact[] = []
  if (court) {
    const { next, awaiting } = court
    const value = next === null ? 'None listed' : ago(hearingDay(next.when, today), today)
    const note = next === null ? undefined : `${showWhen(next.when)}, ${kindWords(next.kind)}`
    facts.push({ label: 'Next hearing', value, note })
    if (awaiting > 0)
      facts.push({
        label: 'Outcome missing',
        value: count(awaiting, 'hearing'),
        note: 'record how it ended',
        tone: 'overdue',
      })
  }
  if (!tasks || status === 'closed') return facts
  const { next } = tasks
  if (next === null)
    return [...facts, { label: 'Next action', value: 'None', note: 'nothing is planned', tone: 'warning' }]
  const state = taskState(next, today)
  const due = next.dueOn === null ? 'no day' : `${state === 'overdue' ? 'overdue since' : 'due'} ${showDay(next.dueOn)}`
  return [
    ...facts,
    { label: 'Next action', value: next.title, note: due, tone: state === 'overdue' ? 'overdue' : undefined },
  ]
}
