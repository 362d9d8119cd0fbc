import { useState, type ComponentProps } from 'react'
import type { Task } from '../../../shared/features/tasks.ts'
import { count } from '../../../shared/wording/when.ts'
import { useCall, usePages, type Pages } from '../../lib/api.ts'
import { Banner } from '../../ui/Banner.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FilterChips } from '../../ui/FilterChips.tsx'
import { Muted } from '../../ui/Text.tsx'
import { Toolbar } from '../../ui/Toolbar.tsx'
import { VirtualList } from '../../ui/VirtualList.tsx'
import { RecordScreen } from '../../ui/RecordScreen.tsx'
import { AddTask } from './AddTask.tsx'
import { EditTask } from './EditTask.tsx'
import { TaskVersions } from './TaskVersions.tsx'
import { useTaskActions, type TaskActions } from './task-actions.ts'
import { TaskRow } from './TaskRow.tsx'
import { useTasksPlace, type TasksPlace } from './tasks-place.ts'
import { WithdrawTask } from './WithdrawTask.tsx'

/** What is to be done in a case: overdue first, then by day. */
export function TasksScreen() {
  const place = useTasksPlace()
  const { caseId, search } = place
  const tasks = usePages('tasks.listForCase', { caseId, filter: { show: search.show, hearingId: null } })
  const closed = useCall('cases.find', { id: caseId }).data?.status === 'closed'
  const [withdrawing, setWithdrawing] = useState<Task | null>(null)
  const actions = useTaskActions({ place, closed, askReason: setWithdrawing })
  const selected = tasks.rows.find(({ id }) => id === search.selected)
  return (
    <RecordScreen
      noun="tasks"
      header={
        <>
          {!closed && <AddTask caseId={caseId} />}
          <Bar place={place} total={tasks.total} closed={closed} />
        </>
      }
      read={tasks}
      list={<TaskList tasks={tasks} place={place} actions={actions} closed={closed} />}
      beside={selected ? <Beside key={selected.id} task={selected} place={place} closed={closed} /> : null}
    >
      <WithdrawTask task={withdrawing} onClose={() => setWithdrawing(null)} />
    </RecordScreen>
  )
}

const Beside = (props: ComponentProps<typeof EditTask>) =>
  props.place.search.mode === 'versions' ? <TaskVersions {...props} /> : <EditTask {...props} />

const filters = { open: 'To do', done: 'Done', withdrawn: 'Not needed' } as const

function Bar({ place, total, closed }: { place: TasksPlace; total: number; closed: boolean }) {
  const { caseId, search } = place
  const next = useCall('tasks.nextForCase', { caseId }).data
  const unplanned = !closed && next?.next === null
  return (
    <>
      {unplanned && (
        <Banner tone="warning" title="No next action">
          This case is open and nothing is planned for it. Write down what comes next, or close the case.
        </Banner>
      )}
      <Toolbar label="Tasks">
        <FilterChips label="Which tasks" options={filters} value={search.show} onChange={place.show} />
        <Muted>{count(total, 'task')}</Muted>
      </Toolbar>
    </>
  )
}

type ListProps = { tasks: Pages<Task>; place: TasksPlace; actions: TaskActions; closed: boolean }

function TaskList({ tasks, place, actions, closed }: ListProps) {
  const { show, selected } = place.search
  return (
    <VirtualList
      label={`Tasks, ${count(tasks.total, 'task')}`}
      items={tasks.rows}
      itemKey={task => task.id}
      estimate={56}
      total={tasks.total}
      selected={selected}
      onOpen={task => place.open(task.id)}
      itemMenu={actions.menuOf}
      onNearEnd={tasks.fetchNext}
      render={task => <TaskRow task={task} fixed={closed} onToggle={() => actions.toggle(task)} />}
      empty={<Nothing show={show} />}
    />
  )
}

function Nothing({ show }: { show: keyof typeof filters }) {
  if (show === 'done') return <EmptyState icon="task" title="Nothing has been ticked off yet" />
  if (show === 'withdrawn') return <EmptyState icon="task" title="No task was given up" />
  return (
    <EmptyState icon="task" title="Nothing to do">
      Write down what comes next, with a day if there is one. A hearing brings its own tasks.
    </EmptyState>
  )
}
