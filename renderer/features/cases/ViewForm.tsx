import { useState } from 'react'
import { CaseloadViewDraft, type CaseloadView } from '../../../shared/features/caseload-views.ts'
import type { CaseloadFilter } from '../../../shared/features/cases.ts'
import { ruleSentences, sentenceFor } from '../../../shared/wording/errors.ts'
import type { AppError } from '../../../shared/kernel/errors.ts'
import { useCommand } from '../../lib/api.ts'
import { usePlainForm } from '../../lib/plain-form.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Form } from '../../ui/Form.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { toast } from '../../ui/toast.ts'

type ViewFormProps = {
  title: string
  /** The view that gets another name; none for a new one. */
  view?: CaseloadView | undefined
  filter: CaseloadFilter
  /** Without a view: closed with nothing saved. */
  onDone: (saved?: CaseloadView) => void
}

/** Asks for the name of a view. */
export function ViewForm({ title, view, filter, onDone }: ViewFormProps) {
  const add = useCommand('caseloadViews.add')
  const update = useCommand('caseloadViews.update')
  const [theirs, setTheirs] = useState<CaseloadView | null>(null)
  const form = usePlainForm(CaseloadViewDraft.pick({ name: true }), { name: view?.name ?? '' })
  const saved = (record: CaseloadView) => {
    toast(`“${record.name}” is kept`)
    onDone(record)
  }
  const onError = (error: AppError) => {
    if (error.details['field'] === 'name') form.fail('name', sentenceFor(error))
  }
  const save = form.onSubmit(({ name }) => {
    const draft = CaseloadViewDraft.parse({ name, filter: theirs?.filter ?? filter })
    if (!view) return add.mutate(draft, { onSuccess: saved, onError })
    update.mutate(
      { id: view.id, revision: (theirs ?? view).revision, view: draft },
      { onSuccess: answer => (answer.outcome === 'saved' ? saved(answer.record) : setTheirs(answer.current)), onError },
    )
  })
  const error = add.error ?? update.error
  return (
    <Dialog title={title} open onClose={() => onDone()} size="small">
      <Form
        label={title}
        submitLabel="Save view"
        busy={add.isPending || update.isPending}
        error={error?.details['field'] === 'name' ? null : error}
        onSubmit={save}
        onCancel={() => onDone()}
      >
        {theirs && (
          <Banner tone="warning" title={ruleSentences['stale-revision']} announced>
            It is called “{theirs.name}” now. Save again to give it this name.
          </Banner>
        )}
        <TextField
          label="Name"
          hint="Only you see your views."
          autoFocus
          maxLength={60}
          {...form.getInputProps('name')}
        />
      </Form>
    </Dialog>
  )
}
