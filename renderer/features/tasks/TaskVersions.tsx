import type { Task } from '../../../shared/features/tasks.ts'
import { useCall, useCommand } from '../../lib/api.ts'
import { changedMeanwhile, refused } from '../../ui/record-actions.ts'
import { VersionsPane } from '../../ui/RecordVersions.tsx'
import { toast } from '../../ui/toast.ts'
import { diffOfStates, TaskState } from './task-answers.ts'
import type { TasksPlace } from './tasks-place.ts'

type Props = { task: Task; place: TasksPlace; closed: boolean }

/** How a task stood after each save, newest first, and the way back to the words of any of them. */
export function TaskVersions({ task, place, closed }: Props) {
  const versions = useCall('tasks.versions', { id: task.id })
  const update = useCommand('tasks.update')
  const putBack = ({ title, dueOn, note }: TaskState, version: number) =>
    update.mutate(
      { id: task.id, revision: task.revision, task: { title, dueOn, note } },
      {
        onSuccess: ({ outcome }) => {
          if (outcome === 'conflict') return void toast(changedMeanwhile, { tone: 'warning' })
          toast(`Version ${String(version)} is back`)
          place.open(task.id)
        },
        onError: () => toast(refused, { tone: 'danger' }),
      },
    )
  return (
    <VersionsPane
      title="Versions of this task"
      rows={versions.data?.rows}
      error={versions.error}
      retry={versions.refetch}
      busy={update.isPending}
      read={values => TaskState.safeParse(values).data ?? null}
      diff={diffOfStates}
      onPutBack={closed || task.withdrawnReason !== null ? undefined : putBack}
      onClose={place.close}
    />
  )
}
