import { useState } from 'react'
import type { Task, TaskDraft } from '../../../shared/features/tasks.ts'
import { london } from '../../../shared/kernel/dates.ts'
import { showMoment } from '../../../shared/kernel/uk-dates.ts'
import { dueByHandWords, originWords, taskQuestions } from '../../../shared/wording/tasks.ts'
import { useCommand } from '../../lib/api.ts'
import { useUserNames } from '../../lib/user-names.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { ConflictView } from '../../ui/ConflictView.tsx'
import { DayField } from '../../ui/DayField.tsx'
import { DetailPane } from '../../ui/DetailPane.tsx'
import { DraftForm, forget } from '../../ui/DraftForm.tsx'
import { useDraftForm } from '../../ui/draft-form.ts'
import { Stack } from '../../ui/Layout.tsx'
import { Muted } from '../../ui/Text.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { toast } from '../../ui/toast.ts'
import { combineTasks, TaskAnswers, taskDiff, toTaskAnswers } from './task-answers.ts'
import { useReinstate } from './task-actions.ts'
import type { TasksPlace } from './tasks-place.ts'

type Conflict = { current: Task; yours: TaskDraft }
type EditProps = { task: Task; place: TasksPlace; closed: boolean }

/** One task, open for change. Where somebody else saved in between, both versions are shown. */
export function EditTask({ task, place, closed }: EditProps) {
  const update = useCommand('tasks.update')
  const form = useDraftForm(TaskAnswers, `task:edit:${task.id}`, toTaskAnswers(task, task.revision))
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const nameOf = useUserNames()
  const finish = (words: string) =>
    forget(form).then(() => {
      toast(words)
      place.close()
    })
  const save = (draft: TaskDraft, revision: number) =>
    update.mutate(
      { id: task.id, revision, task: draft },
      { onSuccess: answer => (answer.outcome === 'conflict' ? setConflict(answer) : void finish('Changes saved')) },
    )
  if (conflict) {
    const { current, yours } = conflict
    return (
      <DetailPane title="Two versions of this task" onClose={() => setConflict(null)}>
        <ConflictView
          who={nameOf(current.updatedBy)}
          when={showMoment(current.updatedAt, london)}
          fields={taskDiff(current, yours)}
          busy={update.isPending}
          error={update.error}
          onKeepMine={() => save(yours, current.revision)}
          onTakeTheirs={() => void finish('Their version stands')}
          onCombine={fromTheirs => {
            form.setValues(toTaskAnswers(combineTasks(yours, current, fromTheirs), current.revision))
            setConflict(null)
          }}
        />
      </DetailPane>
    )
  }
  return (
    <DetailPane title={task.title} onClose={place.close}>
      {task.withdrawnReason !== null || closed ? (
        <About task={task} place={place} />
      ) : (
        <DraftForm
          form={form}
          label="Edit task"
          busy={update.isPending}
          error={update.error}
          onSubmit={form.onSubmit(answers => save(answers.task, answers.revision))}
          onClose={place.close}
          submitLabel="Save changes"
        >
          <About task={task} place={place} />
          <TextField label={taskQuestions.title} lines={2} maxLength={200} {...form.getInputProps('title')} />
          <DayField label={taskQuestions.dueOn} optional {...form.getInputProps('dueOn')} />
          <TextField label={taskQuestions.note} lines={3} optional maxLength={2_000} {...form.getInputProps('note')} />
        </DraftForm>
      )}
    </DetailPane>
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
    </Stack>
  )
}
