import type { Task } from '../../../shared/features/tasks.ts'
import { london } from '../../../shared/kernel/dates.ts'
import { showMoment } from '../../../shared/kernel/uk-dates.ts'
import { dueByHandWords, originWords, taskQuestions } from '../../../shared/wording/tasks.ts'
import { useCommand } from '../../lib/api.ts'
import { useUserNames } from '../../lib/user-names.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { DayField } from '../../ui/DayField.tsx'
import { DetailPane } from '../../ui/DetailPane.tsx'
import { useDraftForm } from '../../ui/draft-form.ts'
import { EditRecord } from '../../ui/EditRecord.tsx'
import { Stack } from '../../ui/Layout.tsx'
import { Muted } from '../../ui/Text.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { TaskAnswers, taskDiff, toTaskAnswers } from './task-answers.ts'
import { useReinstate } from './task-actions.ts'
import type { TasksPlace } from './tasks-place.ts'

type EditProps = { task: Task; place: TasksPlace; closed: boolean }

/** One task, open for change. Where nothing can be changed now, it is shown as it is. */
export function EditTask({ task, place, closed }: EditProps) {
  if (task.withdrawnReason === null && !closed) return <Editing task={task} place={place} />
  return (
    <DetailPane title={task.title} onClose={place.close}>
      <About task={task} place={place} />
    </DetailPane>
  )
}

function Editing({ task, place }: Pick<EditProps, 'task' | 'place'>) {
  const update = useCommand('tasks.update')
  const form = useDraftForm(TaskAnswers, `task:edit:${task.id}`, toTaskAnswers(task, task.revision))
  return (
    <EditRecord
      noun="task"
      title={task.title}
      form={form}
      saving={update}
      save={(draft, revision, onSuccess) => update.mutate({ id: task.id, revision, task: draft }, { onSuccess })}
      draftOf={answers => answers.task}
      toTyped={toTaskAnswers}
      diff={taskDiff}
      place={{ show: place.close, edit: () => place.open(task.id), close: place.close }}
    >
      <About task={task} place={place} />
      <TextField label={taskQuestions.title} lines={2} maxLength={200} {...form.getInputProps('title')} />
      <DayField label={taskQuestions.dueOn} optional {...form.getInputProps('dueOn')} />
      <TextField label={taskQuestions.note} lines={3} optional maxLength={2_000} {...form.getInputProps('note')} />
    </EditRecord>
  )
}

function About({ task, place }: Pick<EditProps, 'task' | 'place'>) {
  const reinstate = useReinstate()
  const nameOf = useUserNames()
  const { origin, done, createdAt, createdBy } = task
  return (
    <Stack gap={2} align="start">
      {task.withdrawnReason !== null && (
        <Banner
          tone="info"
          title="No longer needed"
          actions={
            <Button size="small" icon="undo" onClick={() => reinstate(task)}>
              It is needed after all
            </Button>
          }
        >
          {task.withdrawnReason}
        </Banner>
      )}
      {origin !== null && <Muted>{originWords(origin)}</Muted>}
      {origin?.dueByHand === true && <Muted>{dueByHandWords}</Muted>}
      {origin !== null && (
        <Button size="small" icon="court" onClick={() => place.showHearing(origin.hearingId)}>
          Show the hearing
        </Button>
      )}
      <Muted>
        {done === null ? '' : `Ticked off by ${nameOf(done.by)}. `}Added {showMoment(createdAt, london)} by{' '}
        {nameOf(createdBy)}
      </Muted>
      {task.revision > 1 && (
        <Button kind="quiet" size="small" icon="history" onClick={() => place.showVersions(task.id)}>
          Show versions
        </Button>
      )}
    </Stack>
  )
}
