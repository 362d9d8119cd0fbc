import { useState } from 'react'
import type { BackupSummary } from '../../../shared/features/vault.ts'
import { london } from '../../../shared/kernel/dates.ts'
import { showMoment } from '../../../shared/kernel/uk-dates.ts'
import { useCall, useCommand } from '../../lib/api.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { LoadingState } from '../../ui/LoadingState.tsx'
import { contentsOf } from './backup-words.ts'
import { Way } from './Way.tsx'
import { WhatWouldBeLost } from './WhatWouldBeLost.tsx'
import { NeutralPage } from './NeutralPage.tsx'

/** Puts a backup in the place of a damaged or lost database. What is there now is kept beside it. */
export function RestoreBackup({ onBack }: { onBack: () => void }) {
  const backups = useCall('vault.backups', {})
  const restore = useCommand('vault.restore')
  const [picked, setPicked] = useState<BackupSummary | null>(null)
  const back = <Button onClick={onBack}>{restore.isSuccess ? 'Go to unlock' : 'Back'}</Button>
  const confirm = () => {
    if (picked) restore.mutate({ name: picked.name, folder: null }, { onSuccess: () => setPicked(null) })
  }
  return (
    <NeutralPage title="Restore a backup" wide>
      {restore.data ? (
        <Banner tone="success" title="The backup is in place." announced>
          What was there before is kept as “{restore.data.keptAs}” in the vault’s folder. Unlock with the passphrase of
          the day the backup was made.
        </Banner>
      ) : (
        <>
          <p>
            Choose the newest one from before things went wrong. Nothing is deleted: what is there now is kept beside
            it.
          </p>
          <BackupList backups={backups} onPick={setPicked} />
        </>
      )}
      <div>{back}</div>
      {picked && (
        <ConfirmDialog
          title={`Restore the backup of ${showMoment(picked.madeAt, london)}?`}
          open
          onClose={() => setPicked(null)}
          confirmLabel="Restore it"
          onConfirm={confirm}
          tone="danger"
          busy={restore.isPending}
          error={restore.error}
        >
          <WhatWouldBeLost name={picked.name} />
        </ConfirmDialog>
      )}
    </NeutralPage>
  )
}

type BackupListProps = { backups: ReturnType<typeof useCall<'vault.backups'>>; onPick: (backup: BackupSummary) => void }

function BackupList({ backups, onPick }: BackupListProps) {
  if (backups.error) {
    return (
      <ErrorState error={backups.error} title="The backups could not be read" onRetry={() => void backups.refetch()} />
    )
  }
  if (!backups.data) return <LoadingState label="Reading the backups" rows={3} />
  if (backups.data.rows.length === 0) {
    return (
      <EmptyState icon="backup" title="There is no backup in this vault">
        If you copied one to a stick, open the vault on the stick instead.
      </EmptyState>
    )
  }
  return (
    <ul className="wm-way-list">
      {backups.data.rows.map(backup => (
        <Way
          key={backup.name}
          icon="backup"
          title={showMoment(backup.madeAt, london)}
          hint={contentsOf(backup)}
          onChoose={() => onPick(backup)}
        />
      ))}
    </ul>
  )
}
