import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'

type LeaveDialogProps = { open: boolean; onStay: () => void; onLeave: () => void; what?: string | undefined }

/** Asked when somebody walks away from half-typed words. Nothing is lost either way, and it says so. */
export function LeaveDialog({ open, onStay, onLeave, what = 'this form' }: LeaveDialogProps) {
  return (
    <Dialog title="Leave without saving?" open={open} onClose={onStay} size="small">
      <div className="wm-confirm">
        <p>What you typed in {what} is kept as a draft in the vault. You can come back and finish it.</p>
        <div className="wm-dialog-buttons">
          <Button kind="primary" onClick={onStay} autoFocus>
            Stay here
          </Button>
          <Button onClick={onLeave}>Leave</Button>
        </div>
      </div>
    </Dialog>
  )
}
