import { useMemo } from 'react'
import type { CaseDocument } from '../../../shared/features/documents.ts'
import type { EventId, FileId } from '../../../shared/kernel/ids.ts'
import { useCall } from '../../lib/api.ts'
import { readingOf } from '../../lib/reading.ts'
import { Button } from '../../ui/Button.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { LoadingState } from '../../ui/LoadingState.tsx'
import { DocumentViewer } from '../../ui/viewer/DocumentViewer.tsx'
import { useFileNames } from './document-files.ts'
import type { DocumentPlace } from './document-place.ts'
import { useExport } from './DocumentFiles.tsx'

type ViewProps = { id: EventId; place: DocumentPlace }

/** A document in the place of list and detail. The address keeps which one and the page, so that a lock leads back to it. */
export function DocumentView({ id, place }: ViewProps) {
  const found = useCall('documents.find', { id })
  const document = found.data
  if (found.error) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />
  if (!document) return <LoadingState label="Loading the document" shape="text" />
  const fileId = place.search.file ?? document.fileId
  return <FileView key={fileId} document={document} fileId={fileId} place={place} />
}

type FileProps = { document: CaseDocument; fileId: FileId; place: DocumentPlace }

function FileView({ document: { id, title, fileId: present }, fileId, place }: FileProps) {
  const source = useMemo(() => readingOf('documents.open', { id, fileId }), [id, fileId])
  const nameOf = useFileNames(id)
  const leave = useExport({ id })
  return (
    <DocumentViewer
      source={source}
      title={fileId === present ? title : `${title}: ${nameOf(fileId)}`}
      page={place.search.page}
      onPage={place.readTo}
      backTo="Documents"
      onBack={place.close}
      actions={
        <IconButton icon="download" label="Export a copy…" disabled={leave.busy} onClick={() => leave.run(fileId)} />
      }
      instead={
        <Button icon="download" busy={leave.busy} onClick={() => leave.run(fileId)}>
          Export a copy…
        </Button>
      }
    />
  )
}
