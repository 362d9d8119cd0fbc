import type { Hearing } from '../../../shared/features/hearings.ts'
import type { Task } from '../../../shared/features/tasks.ts'
import { offsetWords } from '../../../shared/wording/hearings.ts'
import { dueByHandWords, taskDueWords, taskState } from '../../../shared/wording/tasks.ts'
import { useCommand, usePages } from '../../lib/api.ts'
import { useToday } from '../../lib/today.ts'
import { Section } from '../../ui/Section.tsx'
import { TaskLine } from '../../ui/TaskLine.tsx'
import { TaskRows } from '../../ui/TaskRows.tsx'
import { Muted } from '../../ui/Text.tsx'
import { toast } from '../../ui/toast.ts'

/** The tasks that came with a hearing, to be ticked off where one looks at it. */
export function HearingTasks({ hearing, closed }: { hearing: Hearing; closed: boolean }) {
  const filter = { show: 'standing' as const, hearingId: hearing.id }
  const tasks = usePages('tasks.listForCase', { caseId: hearing.caseId, filter })
  const complete = useCommand('tasks.complete')
  const reopen = useCommand('tasks.reopen')
  if (tasks.isPending || tasks.total === 0) return null
  const open = tasks.rows.filter(({ done }) => done === null).length
  const toggle = ({ id, revision, done }: Task) => {
    const said = {
      onSuccess: ({ outcome }: { outcome: string }) =>
        outcome === 'conflict' &&
        toast('Someone else changed this task just now. It has been read again.', { tone: 'warning' }),
      onError: () => toast('That could not be saved. Nothing was changed. Try again.', { tone: 'danger' }),
    }
    if (done === null) complete.mutate({ id, revision }, said)
    else reopen.mutate({ id, revision }, said)
  }
  return (
    <Section title="Tasks" level={3} actions={<Muted>{open === 0 ? 'All done' : `${String(open)} to do`}</Muted>}>
      <TaskRows label="Tasks of this hearing">
        {tasks.rows.map(task => (
          <OneTask key={task.id} task={task} fixed={closed} onToggle={() => toggle(task)} />
        ))}
      </TaskRows>
    </Section>
  )
}

function OneTask({ task, fixed, onToggle }: { task: Task; fixed: boolean; onToggle: () => void }) {
  const today = useToday()
  const words = taskDueWords(task, today)
  const overdue = taskState(task, today) === 'overdue'
  const { origin } = task
  const note = origin && (origin.dueByHand ? dueByHandWords : offsetWords(origin.offset))
  return (
    <TaskLine
      title={task.title}
      due={
        words === null ? null : { words, tone: overdue ? 'overdue' : 'neutral', icon: overdue ? 'deadline' : 'clock' }
      }
      note={note ?? undefined}
      done={task.done !== null}
      fixed={fixed}
      onToggle={onToggle}
    />
  )
}
