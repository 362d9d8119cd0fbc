import type { Task } from '../../../shared/features/tasks.ts'
import { useCommand } from '../../lib/api.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { toast } from '../../ui/toast.ts'

/** Asks why a task is no longer needed. It stays readable under "Not needed". */
export function WithdrawTask({ task, onClose }: { task: Task | null; onClose: () => void }) {
  const withdraw = useCommand('tasks.withdraw')
  const reinstate = useCommand('tasks.reinstate')
  const confirm = (reason: string) => {
    if (!task) return
    withdraw.mutate(
      { id: task.id, revision: task.revision, reason },
      {
        onSuccess: answer => {
          onClose()
          if (answer.outcome === 'conflict')
            return void toast('Someone else changed this task just now. Check it, then try again.', { tone: 'warning' })
          const { id, revision } = answer.record
          const undo = { label: 'Undo', onSelect: () => reinstate.mutate({ id, revision }) }
          toast('No longer needed', { action: undo })
        },
      },
    )
  }
  return (
    <ConfirmDialog
      title="Is this no longer needed?"
      open={task !== null}
      onClose={onClose}
      confirmLabel="No longer needed"
      onConfirm={confirm}
      busy={withdraw.isPending}
      error={withdraw.error}
      reason={{ label: 'Why?', hint: 'This is kept with the task. For example: the client did it herself.', min: 3 }}
    >
      The task leaves the list. It can be found under “Not needed”, with your reason.
    </ConfirmDialog>
  )
}
