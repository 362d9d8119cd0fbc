import { useEffect, useEffectEvent } from 'react'
import type { Attachment } from '../../../shared/features/attachments.ts'
import { london } from '../../../shared/kernel/dates.ts'
import type { EventId } from '../../../shared/kernel/ids.ts'
import { showMoment } from '../../../shared/kernel/uk-dates.ts'
import { sentenceFor } from '../../../shared/wording/errors.ts'
import { sizeWords } from '../../../shared/wording/vault.ts'
import { useCommand, useJob, usePages } from '../../lib/api.ts'
import { prepareReading } from '../../lib/reading.ts'
import { AddFiles } from '../../ui/AddFiles.tsx'
import { useAddingFiles } from '../../ui/adding-files.ts'
import { Button } from '../../ui/Button.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { takeHandedFiles } from '../../ui/form-files.ts'
import { FileList } from '../../ui/FileList.tsx'
import { Stack } from '../../ui/Layout.tsx'
import { Section } from '../../ui/Section.tsx'
import type { IncidentPlace } from './incident-place.ts'
import { toast } from '../../ui/toast.ts'

type AttachmentsProps = { eventId: EventId; place: IncidentPlace; editable: boolean }

/** The files of a record: sealed copies in the vault. Taken off, a file stays in the vault and can be put back. */
export function Attachments({ eventId, place, editable }: AttachmentsProps) {
  const files = usePages('attachments.list', { eventId, removed: false })
  const job = useJob('attachments.add')
  const adding = useAddingFiles({
    one: 'File attached',
    many: count => `${String(count)} files attached`,
  })
  // What was chosen in the form before the record was saved.
  const takeHanded = useEffectEvent(() =>
    adding.start(
      takeHandedFiles(eventId).map(({ name, token }) => ({
        name,
        add: async () => job.mutateAsync({ eventId, file: await token() }),
      })),
    ),
  )
  useEffect(() => takeHanded(), [eventId])
  const any = files.total > 0
  useEffect(() => {
    if (any) prepareReading()
  }, [any])
  const detach = useCommand('attachments.detach')
  const attach = useCommand('attachments.attach')
  const takeOff = ({ id: fileId }: Attachment) =>
    detach.mutate(
      { eventId, fileId },
      {
        onSuccess: () =>
          toast('File taken off. It is still in the vault.', {
            action: { label: 'Undo', onSelect: () => attach.mutate({ eventId, fileId }) },
          }),
        onError: error => toast(sentenceFor(error), { tone: 'danger' }),
      },
    )
  return (
    <Section title={files.total === 0 ? 'Files' : `Files (${String(files.total)})`} level={3}>
      <Stack gap={2}>
        {files.error && <ErrorState error={files.error} onRetry={files.refetch} />}
        <FileList label="Attached files" files={files.rows.map(shown)} />
        {files.hasNext && <Button onClick={files.fetchNext}>Show more files</Button>}
        {editable && (
          <AddFiles label="Attach files" adding={adding} addOne={file => job.mutateAsync({ eventId, file })} />
        )}
        {!editable && files.total === 0 && !files.isPending && 'None attached'}
      </Stack>
    </Section>
  )

  function shown(file: Attachment) {
    const { id, name, size, sha256, addedAt } = file
    return {
      ...{ id, name, details: `${sizeWords(size)} · added ${showMoment(addedAt, london)}` },
      checksum: sha256,
      onOpen: () => place.read(eventId, id),
      onRemove: editable ? () => takeOff(file) : undefined,
    }
  }
}
