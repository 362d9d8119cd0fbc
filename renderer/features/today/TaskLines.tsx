import { useEffect, useRef } from 'react'
import type { DueTask } from '../../../shared/features/tasks.ts'
import { taskDueWords, taskState } from '../../../shared/wording/tasks.ts'
import { todayWords } from '../../../shared/wording/today.ts'
import type { Pages } from '../../lib/api.ts'
import { useToday } from '../../lib/today.ts'
import { StatusPill } from '../../ui/Badge.tsx'
import { Line, LineGroup } from '../../ui/LineGroup.tsx'
import { TickBox } from '../../ui/TickBox.tsx'
import { useTicking } from '../../ui/ticking.ts'
import { moreOf } from './more.ts'
import type { TodayPlace } from './today-place.ts'

type TasksProps = { tasks: Pages<DueTask>; overdue: number; place: TodayPlace }

/** What is due today or was before, to be ticked off right here. */
export function TaskLines({ tasks, overdue, place }: TasksProps) {
  const { toggle } = useTicking()
  const box = useRef<HTMLDivElement>(null)
  const ticked = useFocusAfterTick(box, tasks.rows)
  if (tasks.total === 0) return null
  const tick = (task: DueTask, index: number) => {
    ticked(index)
    toggle(task)
  }
  const note = overdue === 0 ? undefined : `${overdue.toLocaleString('en-GB')} overdue`
  return (
    <div ref={box}>
      <LineGroup title={todayWords.tasks} count={tasks.total} note={note} more={moreOf(tasks)}>
        {tasks.rows.map((task, index) => (
          <Line
            key={task.id}
            lead={
              <TickBox label={`${task.title}, ${task.clientName}`} done={false} onToggle={() => tick(task, index)} />
            }
            title={task.title}
            about={`${task.clientName}, ${task.reference}`}
            under={task.origin?.hearingTitle}
            end={<Due task={task} />}
            onOpen={() => place.toTask(task.caseId, task.id)}
          />
        ))}
      </LineGroup>
    </div>
  )
}

function Due({ task }: { task: DueTask }) {
  const today = useToday()
  const overdue = taskState(task, today) === 'overdue'
  return (
    <StatusPill tone={overdue ? 'overdue' : 'neutral'} icon={overdue ? 'deadline' : 'today'}>
      {taskDueWords(task, today)}
    </StatusPill>
  )
}

/** A line that was ticked off goes, and the focus with it: the line that takes its place gets it. */
function useFocusAfterTick(box: { current: HTMLDivElement | null }, rows: readonly DueTask[]) {
  const ticked = useRef<number | null>(null)
  const ids = rows.map(({ id }) => id).join()
  useEffect(() => {
    const at = ticked.current
    ticked.current = null
    if (at === null || document.activeElement !== document.body) return
    const boxes = box.current?.querySelectorAll<HTMLElement>('input[type="checkbox"]')
    if (boxes && boxes.length > 0) boxes[Math.min(at, boxes.length - 1)]?.focus()
    else document.getElementById('main')?.focus()
  }, [box, ids])
  return (index: number) => {
    ticked.current = index
  }
}
