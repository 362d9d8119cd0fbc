import { useState } from 'react'
import type { Attachment } from '../../../shared/features/attachments.ts'
import { london } from '../../../shared/kernel/dates.ts'
import { AppError } from '../../../shared/kernel/errors.ts'
import type { EventId, FileToken } from '../../../shared/kernel/ids.ts'
import { showMoment } from '../../../shared/kernel/uk-dates.ts'
import { sentenceFor } from '../../../shared/wording/errors.ts'
import { sizeWords } from '../../../shared/wording/vault.ts'
import { useCommand, useJob, usePages } from '../../lib/api.ts'
import { bridge } from '../../lib/bridge.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { FileDrop } from '../../ui/FileDrop.tsx'
import { FileList } from '../../ui/FileList.tsx'
import { Stack } from '../../ui/Layout.tsx'
import { Section } from '../../ui/Section.tsx'
import { toast } from '../../ui/toast.ts'

type Chosen = { token: FileToken; name: string }

/** The files of a record: sealed copies in the vault. Taken off, a file stays in the vault and can be put back. */
export function Attachments({ eventId, editable }: { eventId: EventId; editable: boolean }) {
  const files = usePages('attachments.list', { eventId, removed: false })
  const { add, busy, problems, forgetProblems } = useAdding(eventId)
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
        {problems.length > 0 && (
          <Banner tone="danger" title="Not every file could be attached" onDismiss={forgetProblems} announced>
            {problems.map(({ name, sentence }) => (
              <div key={name}>
                {name}: {sentence}
              </div>
            ))}
          </Banner>
        )}
        {editable && <AddFiles busy={busy} onAdd={add} />}
        {!editable && files.total === 0 && !files.isPending && 'None attached'}
      </Stack>
    </Section>
  )

  function shown(file: Attachment) {
    const { id, name, size, sha256, addedAt } = file
    return {
      ...{ id, name, details: `${sizeWords(size)} · added ${showMoment(addedAt, london)}` },
      checksum: sha256,
      onRemove: editable ? () => takeOff(file) : undefined,
    }
  }
}

function AddFiles({ busy, onAdd }: { busy: boolean; onAdd: (chosen: readonly Chosen[]) => void }) {
  const choose = useCommand('files.choose')
  const drop = async (dropped: File[]) => {
    const reply = await bridge().fileTokens(dropped)
    if (!reply.ok) return void toast(sentenceFor(reply.error), { tone: 'danger' })
    onAdd(reply.value.tokens.map((token, index) => ({ token, name: dropped[index]?.name ?? '' })))
  }
  return (
    <FileDrop label="Attach files" disabled={busy} onDrop={files => void drop(files)}>
      <Button
        size="small"
        icon="add"
        busy={busy || choose.isPending}
        onClick={() => choose.mutate({}, { onSuccess: ({ chosen }) => onAdd(chosen) })}
      >
        Choose files
      </Button>
    </FileDrop>
  )
}

/** Adds files one after the other: one that can't be read does not keep the others out. */
function useAdding(eventId: EventId) {
  const job = useJob('attachments.add')
  const [busy, setBusy] = useState(false)
  const [problems, setProblems] = useState<readonly { name: string; sentence: string }[]>([])
  const add = async (chosen: readonly Chosen[]) => {
    if (chosen.length === 0) return
    setBusy(true)
    const failed: { name: string; sentence: string }[] = []
    for (const { token, name } of chosen) {
      try {
        await job.mutateAsync({ eventId, file: token })
      } catch (cause) {
        failed.push({ name, sentence: sentenceFor(AppError.from(cause).toShape()) })
      }
    }
    setProblems(failed)
    setBusy(false)
    const added = chosen.length - failed.length
    if (added > 0) toast(added === 1 ? 'File attached' : `${String(added)} files attached`)
  }
  return { add: (chosen: readonly Chosen[]) => void add(chosen), busy, problems, forgetProblems: () => setProblems([]) }
}
