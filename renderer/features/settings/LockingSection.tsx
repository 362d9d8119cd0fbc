import * as z from 'zod'
import { QuickHideKey, VaultSettings } from '../../../shared/features/settings.ts'
import { useCall, useCommand } from '../../lib/api.ts'
import { usePlainForm } from '../../lib/plain-form.ts'
import { useSession } from '../../lib/session.ts'
import { ChoiceField } from '../../ui/ChoiceField.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { Form } from '../../ui/Form.tsx'
import { LoadingState } from '../../ui/LoadingState.tsx'
import { PropertyList } from '../../ui/PropertyList.tsx'
import { Section } from '../../ui/Section.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { toast } from '../../ui/toast.ts'

const hint =
  'The same for everybody who uses this vault. It also locks when the machine sleeps or its own screen locks.'

/** When the vault locks by itself, and the key that hides it. */
export function LockingSection() {
  const settings = useCall('settings.read', {})
  const isManager = useSession(({ actor }) => actor?.role === 'manager')
  return (
    <Section title="Locking" hint={hint}>
      {settings.error && (
        <ErrorState
          error={settings.error}
          title="The settings could not be read"
          onRetry={() => void settings.refetch()}
        />
      )}
      {settings.isPending && <LoadingState label="Reading the settings" shape="form" rows={2} />}
      {settings.data && (isManager ? <LockingForm settings={settings.data} /> : <LockingFacts {...settings.data} />)}
    </Section>
  )
}

function LockingFacts({ idleMinutes, quickHideKey }: VaultSettings) {
  return (
    <PropertyList
      rows={[
        {
          label: 'Locks after',
          value: `${String(idleMinutes)} minutes without use`,
          note: 'Only a manager can change this.',
        },
        { label: 'Quick hide', value: quickHideKey, note: 'Locks and hides the window at once.' },
      ]}
    />
  )
}

// Typed as text, so that "abc" gets the same plain sentence as 99.
const Questions = z.strictObject({
  idleMinutes: z.coerce.number().pipe(VaultSettings.shape.idleMinutes),
  quickHideKey: QuickHideKey,
})

function LockingForm({ settings }: { settings: VaultSettings }) {
  const write = useCommand('settings.write')
  const typed = { ...settings, idleMinutes: String(settings.idleMinutes) }
  const form = usePlainForm(Questions, typed)
  const save = form.onSubmit(next => write.mutate(next, { onSuccess: () => toast('Saved') }))
  return (
    <Form label="Locking" busy={write.isPending} error={write.error} onSubmit={save}>
      <TextField
        label="Minutes without use until it locks"
        hint="From 1 to 60. A warning comes 30 seconds before."
        width="short"
        {...form.getInputProps('idleMinutes')}
      />
      <ChoiceField
        label="Quick hide key"
        hint="Pressed anywhere in Waymark, it locks the vault and hides the window at once."
        look="segmented"
        options={QuickHideKey.options.map(key => ({ value: key, label: key }))}
        {...form.getInputProps('quickHideKey')}
      />
    </Form>
  )
}
