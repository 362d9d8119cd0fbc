import type { EventStamp } from '../../shared/kernel/event.ts'
import { useCommand } from '../lib/api.ts'
import { ConfirmDialog } from './ConfirmDialog.tsx'
import { toast } from './toast.ts'

export type Withdrawable = Pick<EventStamp, 'id' | 'revision'>

const usualHint = 'This is kept with the record. For example: recorded in the wrong case.'

type WithdrawRecordProps = {
  record: Withdrawable | null
  /** What a record of this kind is not withdrawn for. */
  more?: string | undefined
  /** In place of the usual example of a reason. */
  hint?: string | undefined
  onClose: () => void
}

/** Asks why a record was entered in error and marks it so. It stays readable; nothing is deleted. */
export function WithdrawRecord({ record, more, hint = usualHint, onClose }: WithdrawRecordProps) {
  const withdraw = useCommand('events.withdraw')
  const reinstate = useCommand('events.reinstate')
  const confirm = (reason: string) => {
    if (!record) return
    withdraw.mutate(
      { id: record.id, revision: record.revision, reason },
      {
        onSuccess: answer => {
          onClose()
          if (answer.outcome === 'conflict')
            return void toast('Someone else changed this record just now. Check it, then try again.', {
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
      open={record !== null}
      onClose={onClose}
      confirmLabel="Mark as entered in error"
      tone="danger"
      onConfirm={confirm}
      busy={withdraw.isPending}
      error={withdraw.error}
      reason={{
        label: 'Why was it entered in error?',
        hint,
        min: 3,
      }}
    >
      The record no longer counts, but it is never deleted: anyone who can open the case can still show it, with your
      reason.{more !== undefined && ` ${more}`}
    </ConfirmDialog>
  )
}
