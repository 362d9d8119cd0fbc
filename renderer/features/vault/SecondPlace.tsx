import { useState } from 'react'
import type { BackupPlace } from '../../../shared/features/backup-place.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import { sentenceFor } from '../../../shared/wording/errors.ts'
import { copyLine, lastCopyLine } from '../../../shared/wording/vault.ts'
import { callOrThrow, useCall, useCommand, useJob } from '../../lib/api.ts'
import { useSession } from '../../lib/session.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Section } from '../../ui/Section.tsx'
import { toast } from '../../ui/toast.ts'

/** A folder on another drive to which each backup is copied too. */
export function SecondPlace() {
  const found = useCall('backupPlace.read', {})
  const choose = useCommand('backupPlace.choose')
  const forget = useCommand('backupPlace.forget')
  const copy = useJob('backupPlace.copy')
  const [folderError, setFolderError] = useState<AppError | null>(null)
  const isPractice = useSession(state => state.isPractice)
  const place = found.data?.place ?? null
  const pick = () => {
    setFolderError(null)
    callOrThrow('vaultFolder.choose', { purpose: 'second-place' }).then(
      ({ chosen }) => {
        if (chosen)
          choose.mutate({ folder: chosen.token }, { onSuccess: ({ place: now }) => now?.behind && copy.mutate({}) })
      },
      (cause: unknown) => setFolderError(AppError.from(cause)),
    )
  }
  const stop = () =>
    forget.mutate({}, { onSuccess: () => toast('Backups are no longer copied. The copies stay where they are.') })
  if (isPractice) return null
  const error = folderError ?? choose.error ?? forget.error ?? copy.error ?? found.error
  return (
    <Section
      title="A second place for backups"
      hint="Each backup is also copied there, sealed as it is: to a stick, or a drive that is kept elsewhere. To go back to one, open the folder there as a vault and choose “Restore a backup”."
      actions={
        <>
          {place && (
            <Button size="small" icon="backup" busy={copy.isPending} onClick={() => copy.mutate({})}>
              Copy now
            </Button>
          )}
          <Button size="small" icon="folder" onClick={pick}>
            {place ? 'Choose another…' : 'Choose a folder…'}
          </Button>
          {place && (
            <Button size="small" kind="quiet" onClick={stop}>
              Stop copying
            </Button>
          )}
        </>
      }
    >
      {error && <Banner tone="danger" title={sentenceFor(error)} announced />}
      {place ? <Standing place={place} /> : found.data && <p className="wm-hint">None is chosen.</p>}
    </Section>
  )
}

function Standing({ place }: { place: BackupPlace }) {
  const problem = copyLine(place)
  if (problem === null)
    return (
      <p className="wm-hint">
        Copied to “{place.name}”. {lastCopyLine(place)}
      </p>
    )
  return (
    <Banner tone="warning" title={problem}>
      The backups in the vault are made as ever. The next one is another try. {lastCopyLine(place)}
    </Banner>
  )
}
