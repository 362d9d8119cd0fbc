import type { Breach } from '../../../shared/features/breaches.ts'
import { useCommand } from '../../lib/api.ts'
import { EditRecord } from '../../ui/EditRecord.tsx'
import { breachDiff } from './breach-fields.ts'
import type { OrderPlace } from './order-place.ts'
import { breachToTyped } from './breach-answers.ts'
import { BreachFields, useBreachForm } from './BreachFields.tsx'

/** Corrects a breach. Where somebody else saved in between, both versions are shown and nothing is lost. */
export function EditBreach({ breach, place }: { breach: Breach; place: OrderPlace }) {
  const update = useCommand('breaches.update')
  const form = useBreachForm(`breach:edit:${breach.id}`, breachToTyped(breach, breach.revision))
  return (
    <EditRecord
      noun="breach"
      form={form}
      saving={update}
      save={(draft, revision, onSuccess) => update.mutate({ id: breach.id, revision, breach: draft }, { onSuccess })}
      draftOf={answers => answers.breach}
      toTyped={breachToTyped}
      diff={breachDiff}
      place={{
        show: () => place.showBreach(breach.id, breach.orderId),
        edit: () => place.editBreach(breach.id),
        close: place.close,
      }}
    >
      <BreachFields form={form} place={place} id={breach.id} />
    </EditRecord>
  )
}
