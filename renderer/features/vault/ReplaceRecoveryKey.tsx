import { useCommand } from '../../lib/api.ts'
import { useSession } from '../../lib/session.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { NewRecoveryKey } from './NewRecoveryKey.tsx'

type ReplaceRecoveryKeyProps = { onClose: () => void; onConfirmed: () => void }

/** Makes a new recovery key and shows it once. The old one stops working at once, and the dialog says so first. */
export function ReplaceRecoveryKey({ onClose, onConfirmed }: ReplaceRecoveryKeyProps) {
  const replace = useCommand('vault.replaceRecoveryKey')
  const confirm = () => replace.mutate({}, { onSuccess: () => useSession.setState({ recoveryConfirmed: false }) })
  if (replace.data) {
    return (
      <Dialog title="The new recovery key" open onClose={onClose}>
        <NewRecoveryKey recoveryKey={replace.data.recoveryKey} onConfirmed={onConfirmed} onLater={onClose} />
      </Dialog>
    )
  }
  return (
    <ConfirmDialog
      title="Replace the recovery key?"
      open
      onClose={onClose}
      confirmLabel="Make a new key"
      onConfirm={confirm}
      busy={replace.isPending}
      error={replace.error}
    >
      The key on your paper stops working at once. Have a printer, or pen and paper, ready for the new one.
    </ConfirmDialog>
  )
}
