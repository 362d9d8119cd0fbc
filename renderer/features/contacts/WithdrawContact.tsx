import type { Marked } from './contact-actions.ts'
import { useCommand } from '../../lib/api.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { toast } from '../../ui/toast.ts'

/** Asks why an entry was made in error, and marks it so. It stays readable; nothing is deleted. */
export function WithdrawContact({ contact, onClose }: { contact: Marked | null; onClose: () => void }) {
  const withdraw = useCommand('events.withdraw')
  const reinstate = useCommand('events.reinstate')
  const confirm = (reason: string) => {
    if (!contact) return
    withdraw.mutate(
      { id: contact.id, revision: contact.revision, reason },
      {
        onSuccess: answer => {
          onClose()
          if (answer.outcome === 'conflict')
            return void toast('Someone else changed this entry just now. Check it, then try again.', {
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
      open={contact !== null}
      onClose={onClose}
      confirmLabel="Mark as entered in error"
      tone="danger"
      onConfirm={confirm}
      busy={withdraw.isPending}
      error={withdraw.error}
      reason={{
        label: 'Why was it entered in error?',
        hint: 'This is kept with the record. For example: recorded in the wrong case.',
        min: 3,
      }}
    >
      The record no longer counts, but it is never deleted: anyone who can open the case can still show it, with your
      reason.
    </ConfirmDialog>
  )
}
