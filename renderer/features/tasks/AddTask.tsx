import { useState } from 'react'
import type { CaseId } from '../../../shared/kernel/ids.ts'
import { taskQuestions } from '../../../shared/wording/tasks.ts'
import { useCommand } from '../../lib/api.ts'
import { DayField } from '../../ui/DayField.tsx'
import { useDraftForm } from '../../ui/draft-form.ts'
import { QuickAdd } from '../../ui/QuickAdd.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { announce } from '../../ui/toast.ts'
import { blankTask, TaskAnswers } from './task-answers.ts'

/** A task in one line: what, and by when. The next one can be typed at once. */
export function AddTask({ caseId }: { caseId: CaseId }) {
  const add = useCommand('tasks.add')
  const form = useDraftForm(TaskAnswers, `task:new:${caseId}`, blankTask)
  const [added, setAdded] = useState(0)
  const save = form.onSubmit(({ task }) =>
    add.mutate(
      { caseId, task },
      {
        onSuccess: ({ title }) => {
          void form.discardDraft()
          form.setValues(blankTask)
          form.resetDirty(blankTask)
          announce(`Added: ${title}`)
          setAdded(count => count + 1)
        },
      },
    ),
  )
  if (!form.initialized) return null // what is typed before the draft is read would be lost
  return (
    <QuickAdd label="Add a task" submitLabel="Add" busy={add.isPending} error={add.error} onSubmit={save}>
      <TextField
        key={added} // drawn anew for the next task, so that it takes the focus
        label={taskQuestions.title}
        maxLength={200}
        autoFocus={added > 0}
        {...form.getInputProps('title')}
      />
      <DayField label={taskQuestions.dueOn} optional {...form.getInputProps('dueOn')} />
    </QuickAdd>
  )
}
