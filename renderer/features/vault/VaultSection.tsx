import { useState } from 'react'
import { london } from '../../../shared/kernel/dates.ts'
import { dayOf, showDay } from '../../../shared/kernel/uk-dates.ts'
import { count } from '../../../shared/wording/when.ts'
import { useCall } from '../../lib/api.ts'
import { useSession } from '../../lib/session.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { LoadingState } from '../../ui/LoadingState.tsx'
import { PropertyList } from '../../ui/PropertyList.tsx'
import { Section } from '../../ui/Section.tsx'
import { toast } from '../../ui/toast.ts'
import { Backups } from './Backups.tsx'
import { SecondPlace } from './SecondPlace.tsx'
import { ReplaceRecoveryKey } from './ReplaceRecoveryKey.tsx'
import { TypeKeyBack } from './TypeKeyBack.tsx'
import { Verify } from './Verify.tsx'

/** What is in the vault, whether it is sound, its backups and its recovery key. */
export function VaultSection() {
  return (
    <>
      <RecoveryKeySettings />
      <Backups />
      <SecondPlace />
      <Verify />
      <VaultFacts />
    </>
  )
}

function VaultFacts() {
  const info = useCall('vault.info', {})
  return (
    <Section title="What is in it">
      {info.error && (
        <ErrorState error={info.error} title="The vault could not be described" onRetry={() => void info.refetch()} />
      )}
      {info.isPending && <LoadingState label="Reading" rows={3} />}
      {info.data && (
        <PropertyList
          columns={2}
          rows={[
            { label: 'Cases', value: info.data.counts.cases.toLocaleString('en-GB') },
            { label: 'People', value: info.data.counts.people.toLocaleString('en-GB') },
            { label: 'Dated records', value: info.data.counts.events.toLocaleString('en-GB') },
            { label: 'Documents', value: info.data.counts.documents.toLocaleString('en-GB') },
            { label: 'Opened by', value: count(info.data.counts.users, 'person', 'people') },
            { label: 'Made on', value: showDay(dayOf(info.data.createdAt, london)) },
            { label: 'Encryption', value: info.data.cipher },
            { label: 'Format', value: `${String(info.data.formatVersion)}, schema ${String(info.data.schemaVersion)}` },
          ]}
        />
      )}
    </Section>
  )
}

function RecoveryKeySettings() {
  const isConfirmed = useSession(state => state.recoveryConfirmed)
  const isManager = useSession(({ actor }) => actor?.role === 'manager')
  const [doing, setDoing] = useState<'type-back' | 'replace' | null>(null)
  const close = () => setDoing(null)
  const confirmed = () => {
    useSession.setState({ recoveryConfirmed: true })
    toast('The recovery key is confirmed')
    close()
  }
  const actions = (
    <>
      {!isConfirmed && (
        <Button size="small" onClick={() => setDoing('type-back')}>
          Type it back
        </Button>
      )}
      {isManager && (
        <Button size="small" onClick={() => setDoing('replace')}>
          Replace it…
        </Button>
      )}
    </>
  )
  return (
    <Section
      title="Recovery key"
      hint="On paper, away from this machine. It opens the vault when a passphrase is forgotten."
      actions={actions}
    >
      {isConfirmed ? (
        <Banner tone="success" title="Confirmed: somebody has typed it back from paper." />
      ) : (
        <Banner tone="warning" title="Not confirmed yet. Type it back from your paper.">
          {isManager
            ? 'If you don’t have it, replace it: you get a new one to print.'
            : 'If you don’t have it, ask a manager to replace it.'}
        </Banner>
      )}
      <Dialog title="Type the recovery key back" open={doing === 'type-back'} onClose={close}>
        <TypeKeyBack onConfirmed={confirmed} onLater={close} />
      </Dialog>
      {doing === 'replace' && <ReplaceRecoveryKey onClose={close} onConfirmed={confirmed} />}
    </Section>
  )
}
