import { useState } from 'react'
import type { BackupSummary } from '../../../shared/features/vault.ts'
import { sentenceFor } from '../../../shared/wording/errors.ts'
import { sinceBackupLine } from '../../../shared/wording/vault.ts'
import { useJob } from '../../lib/api.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Row, Stack } from '../../ui/Layout.tsx'
import { PassphraseField } from '../../ui/PassphraseField.tsx'

/** Before a restore: how much was written after the backup. The present vault is sealed, so that takes its passphrase. */
export function WhatWouldBeLost({ name }: Pick<BackupSummary, 'name'>) {
  const compare = useJob('vault.compareBackup')
  const [passphrase, setPassphrase] = useState('')
  const { error, data } = compare
  const damaged = error?.code === 'vault-damaged' || error?.code === 'vault-not-found' || error?.code === 'slot-damaged'
  const look = () => compare.mutate({ name, passphrase }, { onSuccess: () => setPassphrase('') })
  const wrong = error && !damaged ? sentenceFor(error) : undefined
  return (
    <Stack gap={3}>
      <p>What was recorded after that moment will not be in it. The present state is kept in the vault’s folder.</p>
      {data && (
        <Banner tone={data.outcome === 'compared' ? 'info' : 'warning'} title={sinceBackupLine(data)} announced />
      )}
      {damaged && <Banner tone="warning" title={sinceBackupLine({ outcome: 'unreadable' })} announced />}
      {!data && !damaged && (
        <>
          <PassphraseField
            label="Passphrase of the present vault"
            hint="Only to look how much that is. You can restore without it."
            error={wrong}
            width="full"
            value={passphrase}
            onChange={setPassphrase}
          />
          <Row>
            <Button size="small" icon="show" busy={compare.isPending} disabled={passphrase === ''} onClick={look}>
              Look what would be lost
            </Button>
          </Row>
        </>
      )}
    </Stack>
  )
}
