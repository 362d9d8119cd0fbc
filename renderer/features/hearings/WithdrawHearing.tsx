import type { Hearing } from '../../../shared/features/hearings.ts'
import { useCommand } from '../../lib/api.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { toast } from '../../ui/toast.ts'

/** Asks why a hearing was entered in error, and marks it so. Its open tasks go with it, and come back with it. */
export function WithdrawHearing({ hearing, onClose }: { hearing: Hearing | null; onClose: () => void }) {
  const withdraw = useCommand('events.withdraw')
  const reinstate = useCommand('events.reinstate')
  const confirm = (reason: string) => {
    if (!hearing) return
    withdraw.mutate(
      { id: hearing.id, revision: hearing.revision, reason },
      {
        onSuccess: answer => {
          onClose()
          if (answer.outcome === 'conflict')
            return void toast('Someone else changed this hearing just now. Check it, then try again.', {
              tone: 'warning',
            })
          const { id, revision } = answer.record
          toast('Marked as entered in error', {
            action: { label: 'Undo', onSelect: () => reinstate.mutate({ id, revision }) },
          })
        },
      },
    )
  }
  return (
    <ConfirmDialog
      title="Mark as entered in error?"
      open={hearing !== null}
      onClose={onClose}
      confirmLabel="Mark as entered in error"
      tone="danger"
      onConfirm={confirm}
      busy={withdraw.isPending}
      error={withdraw.error}
      reason={{
        label: 'Why was it entered in error?',
        hint: 'This is kept with the record. A hearing that the court took out of the list was no error: record its outcome.',
        min: 3,
      }}
    >
      The hearing no longer counts and its open tasks leave the list. Nothing is deleted: anyone who can open the case
      can still show it, with your reason.
    </ConfirmDialog>
  )
}
