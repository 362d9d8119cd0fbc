import { useState, type ComponentProps } from 'react'
import { useLeaveGuard } from '../lib/leave-guard.ts'
import { Button } from './Button.tsx'
import { ConfirmDialog } from './ConfirmDialog.tsx'
import { Form } from './Form.tsx'
import { Spacer } from './Layout.tsx'
import { focusList } from './list-focus.ts'
import { LeaveDialog } from './LeaveDialog.tsx'
import { useShortcut } from './shortcuts.ts'
import { Muted } from './Text.tsx'

type KeptForm = {
  initialized: boolean
  /** When half-typed words were last kept; null when there are none. */
  draftKeptAt: Date | null
  isDirty: () => boolean
  resetDirty: () => void
  discardDraft: () => Promise<void>
}
type DraftFormProps = Omit<ComponentProps<typeof Form>, 'ready' | 'onCancel' | 'cancelLabel' | 'footer'> & {
  form: KeptForm
  onClose: () => void
}

/** A form with a draft: says that words are kept, asks before they are thrown away and before leaving. Esc closes. */
export function DraftForm({ form, onClose, children, ...props }: DraftFormProps) {
  const [discarding, setDiscarding] = useState(false)
  const guard = useLeaveGuard(() => form.isDirty())
  useShortcut('Escape', 'Close', {
    run: onClose,
    group: 'This form',
    evenWhenTyping: true,
    enabled: !discarding && !guard.asking,
  })
  const leave = () => {
    guard.leave()
    focusList()
  }
  const discard = async () => {
    await forget(form)
    onClose()
  }
  return (
    <>
      <Form
        {...props}
        ready={form.initialized}
        onCancel={onClose}
        cancelLabel="Close"
        footer={<DraftNote form={form} onDiscard={() => setDiscarding(true)} />}
      >
        {children}
      </Form>
      <ConfirmDialog
        title="Discard this draft?"
        open={discarding}
        onClose={() => setDiscarding(false)}
        confirmLabel="Discard draft"
        tone="danger"
        onConfirm={() => void discard()}
      >
        What you have typed here is thrown away. What was saved before stays as it is.
      </ConfirmDialog>
      <LeaveDialog open={guard.asking} onStay={guard.stay} onLeave={leave} />
    </>
  )
}

/** To be called once the words are saved, or are not wanted: the form may then be left without a question. */
export async function forget(form: KeptForm): Promise<void> {
  await form.discardDraft()
  form.resetDirty()
}

function DraftNote({ form, onDiscard }: { form: KeptForm; onDiscard: () => void }) {
  if (form.draftKeptAt === null && !form.isDirty()) return null
  return (
    <>
      <Spacer />
      {form.draftKeptAt !== null && <Muted>Draft kept {clock(form.draftKeptAt)}</Muted>}
      <Button kind="quiet" size="small" onClick={onDiscard}>
        Discard draft
      </Button>
    </>
  )
}

const clock = (at: Date): string =>
  at.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/London' })
