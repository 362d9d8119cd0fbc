import { useState } from 'react'
import type { Incident, IncidentDraft } from '../../../shared/features/incidents.ts'
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
import { toTyped } from './incident-answers.ts'
import { combine, diffOf } from './incident-fields.ts'
import { IncidentFields, useIncidentForm } from './IncidentFields.tsx'
import type { IncidentPlace } from './incident-place.ts'

type Conflict = { current: Incident; yours: IncidentDraft }

/** Corrects an incident. Where somebody else saved in between, both versions are shown and nothing is lost. */
export function EditIncident({ incident, place }: { incident: Incident; place: IncidentPlace }) {
  const draftKey = `incident:edit:${incident.id}`
  const update = useCommand('incidents.update')
  const form = useIncidentForm(draftKey, toTyped(incident, incident.revision))
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const nameOf = useUserNames()

  const finish = (words: string) =>
    forget(form).then(() => {
      toast(words)
      place.select(incident.id)
      focusList()
    })
  const save = (draft: IncidentDraft, revision: number) =>
    update.mutate(
      { id: incident.id, revision, incident: draft },
      { onSuccess: answer => (answer.outcome === 'conflict' ? setConflict(answer) : void finish('Changes saved')) },
    )
  const takeTheirs = () => {
    const mine = form.getValues()
    const bringBack = () => void writeDraft(draftKey, mine).then(() => place.edit(incident.id))
    void forget(form).then(() => {
      place.select(incident.id)
      toast('Their version stands', { tone: 'info', action: { label: 'Bring mine back', onSelect: bringBack } })
    })
  }

  if (conflict) {
    const { current, yours } = conflict
    return (
      <DetailPane title="Two versions of this incident" onClose={() => setConflict(null)}>
        <ConflictView
          who={nameOf(current.updatedBy)}
          when={showMoment(current.updatedAt, london)}
          fields={diffOf(current, yours)}
          busy={update.isPending}
          error={update.error}
          onKeepMine={() => save(yours, current.revision)}
          onTakeTheirs={takeTheirs}
          onCombine={fromTheirs => {
            form.setValues(toTyped(combine(yours, current, fromTheirs), current.revision))
            setConflict(null)
          }}
        />
      </DetailPane>
    )
  }
  return (
    <DetailPane title="Edit incident" onClose={place.close}>
      <DraftForm
        form={form}
        label="Edit incident"
        busy={update.isPending}
        error={update.error}
        onSubmit={form.onSubmit(answers => save(answers.incident, answers.revision))}
        onClose={place.close}
        submitLabel="Save changes"
      >
        <IncidentFields form={form} />
      </DraftForm>
    </DetailPane>
  )
}
