import { useState } from 'react'
import type { Breach, BreachDraft } from '../../../shared/features/breaches.ts'
import { london } from '../../../shared/kernel/dates.ts'
import { showMoment } from '../../../shared/kernel/uk-dates.ts'
import { useCommand } from '../../lib/api.ts'
import { writeDraft } from '../../lib/drafts.ts'
import { useUserNames } from '../../lib/user-names.ts'
import { ConflictView } from '../../ui/ConflictView.tsx'
import { DetailPane } from '../../ui/DetailPane.tsx'
import { DraftForm, forget } from '../../ui/DraftForm.tsx'
import { focusList } from '../../ui/list-focus.ts'
import { toast } from '../../ui/toast.ts'
import { combineBreaches, breachDiff } from './breach-fields.ts'
import type { OrderPlace } from './order-place.ts'
import { breachToTyped } from './breach-answers.ts'
import { BreachFields, useBreachForm } from './BreachFields.tsx'

type Conflict = { current: Breach; yours: BreachDraft }

/** Corrects a breach. Where somebody else saved in between, both versions are shown and nothing is lost. */
export function EditBreach({ breach, place }: { breach: Breach; place: OrderPlace }) {
  const draftKey = `breach:edit:${breach.id}`
  const update = useCommand('breaches.update')
  const form = useBreachForm(draftKey, breachToTyped(breach, breach.revision))
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const userNameOf = useUserNames()

  const finish = (words: string) =>
    forget(form).then(() => {
      toast(words)
      place.showBreach(breach.id, breach.orderId)
      focusList()
    })
  const save = (draft: BreachDraft, revision: number) =>
    update.mutate(
      { id: breach.id, revision, breach: draft },
      { onSuccess: answer => (answer.outcome === 'conflict' ? setConflict(answer) : void finish('Changes saved')) },
    )
  const takeTheirs = () => {
    const mine = form.getValues()
    const bringBack = () => void writeDraft(draftKey, mine).then(() => place.editBreach(breach.id))
    void forget(form).then(() => {
      place.showBreach(breach.id, breach.orderId)
      toast('Their version stands', { tone: 'info', action: { label: 'Bring mine back', onSelect: bringBack } })
    })
  }

  if (conflict) {
    const { current, yours } = conflict
    return (
      <DetailPane title="Two versions of this breach" onClose={() => setConflict(null)}>
        <ConflictView
          who={userNameOf(current.updatedBy)}
          when={showMoment(current.updatedAt, london)}
          fields={breachDiff(current, yours)}
          busy={update.isPending}
          error={update.error}
          onKeepMine={() => save(yours, current.revision)}
          onTakeTheirs={takeTheirs}
          onCombine={fromTheirs => {
            form.setValues(breachToTyped(combineBreaches(yours, current, fromTheirs), current.revision))
            setConflict(null)
          }}
        />
      </DetailPane>
    )
  }
  return (
    <DetailPane title="Edit breach" onClose={place.close}>
      <DraftForm
        form={form}
        label="Edit breach"
        busy={update.isPending}
        error={update.error}
        onSubmit={form.onSubmit(answers => save(answers.breach, answers.revision))}
        onClose={place.close}
        submitLabel="Save changes"
      >
        <BreachFields form={form} place={place} id={breach.id} />
      </DraftForm>
    </DetailPane>
  )
}
