import type { CaseDocument, DocumentFile } from '../../../shared/features/documents.ts'
import { london } from '../../../shared/kernel/dates.ts'
import type { FileId, FileToken } from '../../../shared/kernel/ids.ts'
import { showMoment } from '../../../shared/kernel/uk-dates.ts'
import { mediaTypeWords } from '../../../shared/wording/documents.ts'
import { sentenceFor } from '../../../shared/wording/errors.ts'
import { sizeWords } from '../../../shared/wording/vault.ts'
import { useCommand, useJob } from '../../lib/api.ts'
import { Button } from '../../ui/Button.tsx'
import { FileList } from '../../ui/FileList.tsx'
import { Row, Stack } from '../../ui/Layout.tsx'
import { changedMeanwhile } from '../../ui/record-actions.ts'
import { useShortcut } from '../../ui/shortcuts.ts'
import { Section } from '../../ui/Section.tsx'
import { toast } from '../../ui/toast.ts'
import type { DocumentPlace } from './document-place.ts'
import { useDocumentFiles } from './document-files.ts'

type FilesProps = { document: CaseDocument; place: DocumentPlace; editable: boolean }

/** The file of a document with its hash, what it was before, and the ways out of the vault and in. */
export function DocumentFiles({ document, place, editable }: FilesProps) {
  const files = useDocumentFiles(document.id).data?.rows ?? []
  const now = files.filter(file => file.id === document.fileId)
  const others = files.filter(file => file.id !== document.fileId)
  const leave = useExport(document)
  const replace = useReplace(document)
  useShortcut('O', 'Open this document', () => place.view(document.id))
  return (
    <>
      <Section title="File" level={3}>
        <Stack gap={3}>
          <FileList label="File" files={now.map(shown)} />
          <Row gap={2}>
            <Button size="small" icon="show" shortcut="O" onClick={() => place.view(document.id)}>
              Open
            </Button>
            <Button size="small" icon="download" busy={leave.busy} onClick={() => leave.run(document.fileId)}>
              Export a copy…
            </Button>
            {editable && (
              <Button size="small" kind="quiet" busy={replace.busy} onClick={replace.run}>
                Put a newer file in its place…
              </Button>
            )}
          </Row>
        </Stack>
      </Section>
      {others.length > 0 && (
        <Section title="Its other files" level={3}>
          <FileList
            label="Its other files"
            files={others.map(file => ({ ...shown(file), onOpen: () => place.view(document.id, file.id) }))}
          />
        </Section>
      )}
    </>
  )
}

const shown = ({ id, name, size, sha256, mediaType, addedAt }: DocumentFile) => ({
  ...{ id, name, checksum: sha256 },
  details: `${mediaTypeWords(mediaType)}, ${sizeWords(size)} · added ${showMoment(addedAt, london)}`,
})

/** Writes a readable copy where the person says. From there on it is no longer protected, and the words say so. */
export function useExport({ id }: Pick<CaseDocument, 'id'>) {
  const choose = useCommand('vaultFolder.choose')
  const leave = useJob('documents.export')
  const write = (fileId: FileId, folder: FileToken, place: string) =>
    leave.mutate(
      { id, fileId, folder },
      {
        onSuccess: ({ name }) =>
          toast(`${name} is in ${place}. Outside the vault anyone can read it.`, { tone: 'warning' }),
        onError: error => toast(sentenceFor(error), { tone: 'danger' }),
      },
    )
  const run = (fileId: FileId) =>
    choose.mutate(
      { purpose: 'export' },
      { onSuccess: ({ chosen }) => chosen && write(fileId, chosen.token, chosen.name) },
    )
  return { run, busy: choose.isPending || leave.isPending }
}

function useReplace({ id, revision }: CaseDocument) {
  const choose = useCommand('files.choose')
  const replace = useJob('documents.replace')
  const put = (file: FileToken) =>
    replace.mutate(
      { id, revision, file },
      {
        onSuccess: ({ outcome }) =>
          outcome === 'saved'
            ? toast('The newer file is in its place. The one before is kept.')
            : toast(changedMeanwhile, { tone: 'warning' }),
        onError: error => toast(sentenceFor(error), { tone: 'danger' }),
      },
    )
  const run = () => choose.mutate({}, { onSuccess: ({ chosen: [first] }) => first && put(first.token) })
  return { run, busy: choose.isPending || replace.isPending }
}
