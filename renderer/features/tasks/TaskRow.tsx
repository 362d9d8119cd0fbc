import type { Task } from '../../../shared/features/tasks.ts'
import { originWords, taskDueWords, taskState, type TaskState } from '../../../shared/wording/tasks.ts'
import { useToday } from '../../lib/today.ts'
import type { IconName } from '../../ui/icon-names.ts'
import { TaskLine } from '../../ui/TaskLine.tsx'
import type { Tone } from '../../ui/tokens.ts'

const looks: Record<TaskState, { tone: Tone; icon: IconName }> = {
  overdue: { tone: 'overdue', icon: 'deadline' },
  today: { tone: 'warning', icon: 'today' },
  later: { tone: 'info', icon: 'clock' },
  'some-day': { tone: 'neutral', icon: 'clock' },
  done: { tone: 'success', icon: 'check' },
  'not-needed': { tone: 'neutral', icon: 'archive' },
}

type RowProps = { task: Task; fixed: boolean; onToggle: () => void }

/** One task in the list of its case. */
export function TaskRow({ task, fixed, onToggle }: RowProps) {
  const today = useToday()
  const words = taskDueWords(task, today)
  const note = task.withdrawnReason ?? (task.origin && originWords(task.origin)) ?? task.note
  return (
    <TaskLine
      title={task.title}
      due={words === null ? null : { words, ...looks[taskState(task, today)] }}
      note={note ?? undefined}
      done={task.done !== null}
      fixed={fixed || task.withdrawnReason !== null}
      onToggle={onToggle}
    />
  )
}
