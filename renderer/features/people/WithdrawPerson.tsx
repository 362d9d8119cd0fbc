import type { Person } from '../../../shared/features/people.ts'
import { useCommand } from '../../lib/api.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { changedMeanwhile } from '../../ui/record-actions.ts'
import { toast } from '../../ui/toast.ts'

/** Asks why a person was entered in error, and marks them so. */
export function WithdrawPerson({ person, onClose }: { person: Person | null; onClose: () => void }) {
  const withdraw = useCommand('people.withdraw')
  const confirm = (reason: string) => {
    if (!person) return
    withdraw.mutate(
      { id: person.id, revision: person.revision, reason },
      {
        onSuccess: answer => {
          onClose()
          if (answer.outcome === 'conflict') return void toast(changedMeanwhile, { tone: 'warning' })
          const { id, revision } = answer.record
          toast('Marked as entered in error', {
            action: { label: 'Undo', onSelect: () => withdraw.mutate({ id, revision, reason: null }) },
          })
        },
      },
    )
  }
  return (
    <ConfirmDialog
      title="Mark this person as entered in error?"
      open={person !== null}
      onClose={onClose}
      confirmLabel="Mark as entered in error"
      tone="danger"
      onConfirm={confirm}
      busy={withdraw.isPending}
      error={withdraw.error}
      reason={{
        label: 'Why were they entered in error?',
        hint: 'This is kept with the record. For example: added twice.',
        min: 3,
      }}
    >
      They no longer count as part of this case, but the record is never deleted and can still be shown, with your
      reason.
    </ConfirmDialog>
  )
}
