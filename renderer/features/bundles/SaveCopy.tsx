import { useState, type SyntheticEvent } from 'react'
import type { BundleVersion } from '../../../shared/features/bundles.ts'
import type { CalendarDay } from '../../../shared/kernel/dates.ts'
import type { FileToken } from '../../../shared/kernel/ids.ts'
import { bundleFileName } from '../../../shared/wording/bundle-records.ts'
import { sentenceFor } from '../../../shared/wording/errors.ts'
import { useCommand, useJob } from '../../lib/api.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Row, Stack } from '../../ui/Layout.tsx'
import { Text } from '../../ui/Text.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { toast } from '../../ui/toast.ts'
import { heldBack } from './held-back.ts'

type SaveProps = { version: BundleVersion; hearingDay: CalendarDay | null }

/** Writes a version into a folder that the person chooses, under a name that says nothing of who it is about. */
export function SaveCopy({ version, hearingDay }: SaveProps) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button size="small" icon="download" disabledReason={heldBack[version.release]} onClick={() => setOpen(true)}>
        Save a copy…
      </Button>
      {open && <SaveDialog version={version} hearingDay={hearingDay} onClose={() => setOpen(false)} />}
    </>
  )
}

function SaveDialog({ version, hearingDay, onClose }: SaveProps & { onClose: () => void }) {
  const [name, setName] = useState<string | null>(bundleFileName(hearingDay, version.number))
  const choose = useCommand('vaultFolder.choose')
  const leave = useJob('bundles.export')
  const typed = (name ?? '').trim()
  const write = (folder: FileToken, place: string) =>
    leave.mutate(
      { id: version.id, folder, name: typed },
      {
        onSuccess: written => {
          onClose()
          toast(`${written.name} is in ${place}. Outside the vault anyone can read it.`, { tone: 'warning' })
        },
      },
    )
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    if (typed === '') return
    choose.mutate({ purpose: 'export' }, { onSuccess: ({ chosen }) => chosen && write(chosen.token, chosen.name) })
  }
  const aboutName = leave.error?.details['field'] === 'name'
  return (
    <Dialog title={`Save version ${String(version.number)}`} open onClose={onClose} size="small">
      <form aria-label="Save a copy" noValidate onSubmit={submit}>
        <Stack gap={4}>
          <Text size="small">
            The copy is not encrypted. Use an encrypted stick, and delete it when it is filed. The history keeps that it
            left the vault.
          </Text>
          {leave.error && !aboutName && <Banner tone="danger" title={sentenceFor(leave.error)} announced />}
          <TextField
            label="File name"
            hint="Anyone who sees the folder can read it: no names, no addresses."
            width="full"
            maxLength={150}
            autoFocus
            error={typed === '' ? 'Write a file name.' : leave.error && aboutName ? sentenceFor(leave.error) : null}
            value={name}
            onChange={setName}
          />
          <Row gap={2}>
            <Button kind="primary" type="submit" busy={choose.isPending || leave.isPending}>
              Choose a folder…
            </Button>
            <Button onClick={onClose}>Cancel</Button>
          </Row>
        </Stack>
      </form>
    </Dialog>
  )
}
