import type { Case } from '../../../shared/features/cases.ts'
import type { Hearing } from '../../../shared/features/hearings.ts'
import type { Task } from '../../../shared/features/tasks.ts'
import type { CalendarDay } from '../../../shared/kernel/dates.ts'
import { showDay } from '../../../shared/kernel/uk-dates.ts'
import { hearingDay, kindWords } from '../../../shared/wording/hearings.ts'
import { taskState } from '../../../shared/wording/tasks.ts'
import { ago, showWhen } from '../../../shared/wording/when.ts'
import { useCall } from '../../lib/api.ts'
import { useToday } from '../../lib/today.ts'
import type { Fact } from '../../ui/FactStrip.tsx'

type ComingUp = { nextHearing: Fact | null; nextAction: Fact | null; outcomesMissing: number }

/** What lies ahead of a case: its next hearing, the next action, and how many hearings wait for their outcome. Null until known. */
export function useComingUp({ id: caseId, status }: Case): ComingUp {
  const today = useToday()
  const court = useCall('hearings.nextForCase', { caseId, today }, { keepPrevious: true }).data
  const tasks = useCall('tasks.nextForCase', { caseId }, { keepPrevious: true }).data
  return {
    nextHearing: court ? hearingFact(court.next, today) : null,
    nextAction: tasks && status !== 'closed' ? actionFact(tasks.next, today) : null,
    outcomesMissing: court?.awaiting ?? 0,
  }
}

function hearingFact(next: Hearing | null, today: CalendarDay): Fact {
  if (next === null) return { label: 'Next hearing', value: 'None listed' }
  return {
    label: 'Next hearing',
    value: ago(hearingDay(next.when, today), today),
    note: `${showWhen(next.when)}, ${kindWords(next.kind)}`,
  }
}

function actionFact(next: Task | null, today: CalendarDay): Fact {
  if (next === null) return { label: 'Next action', value: 'None', note: 'nothing is planned', tone: 'warning' }
  const overdue = taskState(next, today) === 'overdue'
  const due = next.dueOn === null ? 'no day' : `${overdue ? 'overdue since' : 'due'} ${showDay(next.dueOn)}`
  return { label: 'Next action', value: next.title, note: due, tone: overdue ? 'overdue' : undefined }
}
