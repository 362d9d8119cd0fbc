import { useState } from 'react'
import { london } from '../../../shared/kernel/dates.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import type { FileToken } from '../../../shared/kernel/ids.ts'
import { showMoment } from '../../../shared/kernel/uk-dates.ts'
import { sentenceFor } from '../../../shared/wording/errors.ts'
import { callOrThrow, useCall, useJob } from '../../lib/api.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { LoadingState } from '../../ui/LoadingState.tsx'
import { Section } from '../../ui/Section.tsx'
import { contentsOf } from './backup-words.ts'

type Made = { folderName: string | null; contents: string }

/** A backup now, in the vault or also elsewhere; and those there are. */
export function Backups() {
  const backup = useJob('vault.backup')
  const copy = useJob('backupPlace.copy')
  const place = useCall('backupPlace.read', {}).data?.place
  const [made, setMade] = useState<Made | null>(null)
  const [folderError, setFolderError] = useState<AppError | null>(null)
  const start = (folder: { token: FileToken; name: string } | null) => {
    setMade(null)
    setFolderError(null)
    backup.mutate(
      { folder: folder?.token ?? null },
      {
        onSuccess: summary => {
          setMade({ folderName: folder?.name ?? null, contents: contentsOf(summary) })
          if (folder === null && place) copy.mutate({})
        },
      },
    )
  }
  const choose = () => {
    callOrThrow('vaultFolder.choose', { purpose: 'backup' }).then(
      ({ chosen }) => chosen && start(chosen),
      (cause: unknown) => setFolderError(AppError.from(cause)),
    )
  }
  const error = folderError ?? backup.error
  return (
    <Section
      title="Backups"
      hint="Waymark makes one a day inside the vault and keeps the last fourteen, and one a month. A copy on a stick, kept elsewhere, also survives a lost machine."
      actions={
        <>
          <Button size="small" icon="backup" busy={backup.isPending} onClick={() => start(null)}>
            Back up now
          </Button>
          <Button size="small" icon="folder" disabled={backup.isPending} onClick={choose}>
            Back up to a folder…
          </Button>
        </>
      }
    >
      {error && <Banner tone="danger" title={`No backup was made. ${sentenceFor(error)}`} announced />}
      {made && (
        <Banner
          tone="success"
          title={made.folderName === null ? 'Backed up and checked.' : `Backed up to “${made.folderName}” and checked.`}
          announced
        >
          It holds {made.contents}.
        </Banner>
      )}
      <LastBackups />
    </Section>
  )
}

const shown = 5

function LastBackups() {
  const backups = useCall('vault.backups', {})
  if (backups.error)
    return <Banner tone="danger" title={`The backups could not be listed. ${sentenceFor(backups.error)}`} />
  if (!backups.data) return <LoadingState label="Reading the backups" rows={2} />
  if (backups.data.rows.length === 0) return <p className="wm-hint">There is no backup yet.</p>
  return (
    <>
      <ul className="wm-backups" aria-label="Backups, newest first">
        {backups.data.rows.slice(0, shown).map(backup => (
          <li key={backup.name}>
            <strong>{showMoment(backup.madeAt, london)}</strong>
            <span>{contentsOf(backup)}</span>
          </li>
        ))}
      </ul>
      <p className="wm-hint">To go back to one of them, lock Waymark and choose “Restore a backup”.</p>
    </>
  )
}
